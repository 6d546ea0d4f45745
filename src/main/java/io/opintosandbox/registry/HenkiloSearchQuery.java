package io.opintosandbox.registry;

import io.opintosandbox.http.Call;
import io.opintosandbox.http.Constraints;
import io.opintosandbox.neighbours.kayttooikeus.Kayttajat;
import io.opintosandbox.registry.henkilo.HenkiloHaku;
import io.opintosandbox.registry.henkilo.HenkiloHaku.Ehdot;
import java.util.List;

/**
 * The query of the hidden {@code GET /henkilo}, which shows of the people only those whom kayttooikeus-service lets the
 * caller see. Contract: registry-api.md 4.3.
 */
record HenkiloSearchQuery(
        List<String> henkiloOids,
        String hetu,
        Boolean passivoitu,
        Boolean duplikaatti,
        List<String> organisaatioOids,
        List<String> kayttoOikeusRyhmaNimet,
        int page,
        int count) {

    static HenkiloSearchQuery of(Call call) {
        return new HenkiloSearchQuery(
                call.queryList("henkiloOids"),
                call.query("hetu").filter(hetu -> !hetu.isEmpty()).orElse(null),
                call.queryBoolean("passivoitu").orElse(null),
                call.queryBoolean("duplikaatti").orElse(null),
                call.queryList("organisaatioOids"),
                call.queryList("kayttoOikeusRyhmaNimet"),
                call.queryInt("page").orElse(1),
                call.queryInt("count").orElse(20));
    }

    Object answer(Call call, HenkiloHaku haku) {
        Constraints.atLeast("list.page", page, 1);
        Constraints.atLeast("list.count", count, 1);
        var nakyvat =
                call.feature(Kayttajat.class).nakyvat(call.kutsuja().oid(), organisaatioOids, kayttoOikeusRyhmaNimet);
        return haku.hae(
                new Ehdot(henkiloOids, hetu, passivoitu, duplikaatti, nakyvat.admin() ? null : nakyvat.oids()),
                page,
                count);
    }
}
