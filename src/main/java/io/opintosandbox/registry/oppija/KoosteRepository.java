package io.opintosandbox.registry.oppija;

import io.opintosandbox.registry.oppija.RaporttiDto.TuontiKooste;
import io.opintosandbox.registry.oppija.TuontiKoosteRequest.Sort;
import io.opintosandbox.store.Like;
import io.opintosandbox.store.Row;
import io.opintosandbox.store.Sql;
import io.opintosandbox.store.WorldDb;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Imports in numbers, in pages. */
final class KoosteRepository {
    // Odd on purpose: identification by eIDAS does not count here.
    private static final String ONNISTUI = "(h.passivoitu or h.duplikaatti or h.yksiloity or h.yksiloity_vtj)";
    private static final String ONNISTUNEET =
            "(select count(*) from tuonti_rivi r join henkilo h on h.id = r.henkilo_id"
                    + " where r.world = :world and r.tuonti_id = t.id and " + ONNISTUI + ")";
    private static final String RISTIRIIDAT =
            "(select count(*) from tuonti_rivi r" + " where r.world = :world and r.tuonti_id = t.id and r.ristiriita)";

    private final WorldDb db;

    KoosteRepository(WorldDb db) {
        this.db = db;
    }

    /** Which imports: of one id, of senders with such a name, of organisations; null does not restrict. */
    record Rajaus(Long id, String author, Collection<String> organisaatiot) {}

    long count(Rajaus rajaus) {
        return bound(rajaus, "select count(*)" + from(rajaus)).number();
    }

    /** The ids of a page. What is counted row by row is counted for all imports only when the page is sorted by it. */
    List<Long> ids(Rajaus rajaus, TuontiKoosteRequest request) {
        // PostgreSQL's usual places for null, said aloud for H2.
        var order = request.sort() == Sort.ASC ? " asc nulls last, t.id asc" : " desc nulls first, t.id desc";
        return bound(
                        rajaus,
                        "select t.id, " + avain(request.field()) + " as avain" + from(rajaus) + " order by avain"
                                + order + " offset :offset rows fetch next :count rows only")
                .set("offset", (request.page() - 1L) * request.pageSize())
                .set("count", request.pageSize())
                .list(row -> row.number("id"));
    }

    private static String avain(TuontiKoosteRequest.Field field) {
        return switch (field) {
            case id -> "t.id";
            case timestamp -> "t.luotu";
            case oid -> "t.kasittelija_oid";
            case author -> "u.sukunimi || ', ' || u.etunimet";
            case total -> "t.kasiteltavia";
            case inProgress -> "t.kasiteltavia - t.kasiteltyja";
            case successful -> ONNISTUNEET;
            case failures -> "t.kasiteltavia - " + ONNISTUNEET;
            case conflicts -> RISTIRIIDAT;
        };
    }

    private static String from(Rajaus rajaus) {
        return " from tuonti t left join henkilo u on u.world = :world and u.oid = t.kasittelija_oid"
                + " where t.world = :world"
                + (rajaus.id() == null ? "" : " and t.id = :id")
                + (rajaus.author() == null
                        ? ""
                        : " and lower(u.sukunimi || ', ' || u.etunimet) like :author escape '!'")
                + (rajaus.organisaatiot() == null
                        ? ""
                        : " and exists (select 1 from tuonti_organisaatio o where o.tuonti_id = t.id"
                                + " and o.organisaatio_oid = any(:organisaatiot))");
    }

    private Sql bound(Rajaus rajaus, String text) {
        return db.sql(text)
                .set("id", rajaus.id())
                .set("author", rajaus.author() == null ? null : Like.containing(rajaus.author()))
                .set("organisaatiot", rajaus.organisaatiot());
    }

    private record Luvut(long onnistuneet, long ristiriidat) {}

    /** The imports of these ids, in their order. Two statements. */
    List<TuontiKooste> koosteet(List<Long> ids) {
        Map<Long, Luvut> luvut = new HashMap<>();
        db.sql("""
                select r.tuonti_id, sum(case when\s""" + ONNISTUI + """
                 then 1 else 0 end) as onnistuneet, sum(case when r.ristiriita then 1 else 0 end) as ristiriidat
                  from unnest(cast(:ids as bigint array)) haettu(id)
                  join tuonti_rivi r on r.tuonti_id = haettu.id and r.world = :world
                  left join henkilo h on h.id = r.henkilo_id
                 group by r.tuonti_id
                """)
                .set("ids", ids)
                .list(row -> luvut.put(
                        row.number("tuonti_id"), new Luvut(row.number("onnistuneet"), row.number("ristiriidat"))));
        Map<Long, TuontiKooste> byId = new HashMap<>();
        db.sql("""
                select t.id, t.luotu, t.kasittelija_oid, t.api, t.kasiteltavia, t.kasiteltyja,
                       u.sukunimi || ', ' || u.etunimet as nimi
                  from unnest(cast(:ids as bigint array)) haettu(id)
                  join tuonti t on t.id = haettu.id and t.world = :world
                  left join henkilo u on u.world = :world and u.oid = t.kasittelija_oid
                """)
                .set("ids", ids)
                .list(row -> kooste(row, luvut.getOrDefault(row.number("id"), new Luvut(0, 0))))
                .forEach(kooste -> byId.put(kooste.id(), kooste));
        List<TuontiKooste> inOrder = new ArrayList<>();
        ids.forEach(id -> inOrder.add(byId.get(id)));
        return inOrder;
    }

    private static TuontiKooste kooste(Row row, Luvut luvut) {
        var total = row.number("kasiteltavia");
        var done = row.number("kasiteltyja");
        return new TuontiKooste(
                // Each part that is processed names its API; before the first there is none.
                done == 0 ? null : row.text("api"),
                row.text("nimi"),
                luvut.ristiriidat(),
                total - luvut.onnistuneet(),
                row.number("id"),
                total - done,
                row.text("kasittelija_oid"),
                luvut.onnistuneet(),
                row.number("luotu"),
                total);
    }
}
