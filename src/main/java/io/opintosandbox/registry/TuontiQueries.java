package io.opintosandbox.registry;

import io.opintosandbox.http.Call;
import io.opintosandbox.http.QueryObject;
import io.opintosandbox.registry.oppija.OppijaTuontiCriteria;
import io.opintosandbox.registry.oppija.TuontiKoosteRequest;
import java.util.function.Function;

/** What the queries of the reports about imports say. Contract: registry-api.md 4.2, 4.6 and 5.1. */
final class TuontiQueries {
    private static final int USUAL_COUNT = 20;

    private TuontiQueries() {}

    /** Conditions and a page, whose bounds are not looked at yet. */
    record CriteriaPage(OppijaTuontiCriteria criteria, int page, int count) {}

    static Function<Call, OppijaTuontiCriteria> criteria(String path) {
        return call -> criteria(call, path);
    }

    static Function<Call, CriteriaPage> criteriaPage(String path) {
        return call -> new CriteriaPage(
                criteria(call, path),
                call.queryInt("page").orElse(1),
                call.queryInt("count").orElse(USUAL_COUNT));
    }

    static TuontiKoosteRequest kooste(Call call) {
        var query = new QueryObject(call, "/oppija/tuontikooste", TuontiKoosteRequest.class);
        var request = new TuontiKoosteRequest(
                query.int64("id").orElse(null),
                call.query("author").orElse(null),
                query.atLeast("page", 1, 1),
                query.atLeast("pageSize", 1, USUAL_COUNT),
                query.oneOf("sort", TuontiKoosteRequest.Sort.class).orElse(TuontiKoosteRequest.Sort.DESC),
                query.oneOf("field", TuontiKoosteRequest.Field.class).orElse(TuontiKoosteRequest.Field.timestamp));
        query.done();
        return request;
    }

    private static OppijaTuontiCriteria criteria(Call call, String path) {
        var query = new QueryObject(call, path, OppijaTuontiCriteria.class);
        var criteria = new OppijaTuontiCriteria(
                query.int64("tuontiId").orElse(null),
                query.time("muokattuJalkeen").orElse(null),
                call.queryList("organisaatioOids"),
                query.flag("vainVirheet"),
                call.query("nimiHaku").orElse(null));
        query.done();
        return criteria;
    }
}
