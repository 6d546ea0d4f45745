package io.opintosandbox.registry.yksilointi;

import io.opintosandbox.store.Row;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import java.util.List;
import java.util.function.Function;

/** What the registry has stored about somebody, for what no answer of this version shows yet. */
final class RegistryRows {
    private final TestSandbox sandbox;

    RegistryRows(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** A column of the person that has this hetu now, as text; a missing person is an error. */
    String of(VtjHenkilo henkilo, String column) {
        return one(
                "select * from henkilo where world = :world and hetu = :hetu",
                henkilo,
                row -> String.valueOf(row.text(column)));
    }

    String of(String oid, String column) {
        return sandbox.server()
                .world("default")
                .orElseThrow()
                .db()
                .sql("select * from henkilo where world = :world and oid = :oid")
                .set("oid", oid)
                .first(row -> String.valueOf(row.text(column)))
                .orElseThrow();
    }

    /** Codes in alphabetical order. */
    List<String> kansalaisuudet(VtjHenkilo henkilo) {
        return all("""
                select koodi as arvo from henkilo_kansalaisuus
                 where world = :world and henkilo_id = (select id from henkilo where world = :world and hetu = :hetu)
                 order by koodi
                """, henkilo);
    }

    /** All official hetus in alphabetical order. */
    List<String> kaikkiHetut(VtjHenkilo henkilo) {
        return all("""
                select hetu as arvo from henkilo_hetu
                 where world = :world and henkilo_id = (select id from henkilo where world = :world and hetu = :hetu)
                 order by hetu
                """, henkilo);
    }

    /** Rows of contact groups as {@code yhteystietotyyppi4 alkupera1 true YHTEYSTIETO_MAA=Suomi}, in alphabetical order. */
    List<String> yhteystiedot(VtjHenkilo henkilo) {
        return all("""
                select r.kuvaus || ' ' || r.alkupera || ' ' || r.read_only || ' ' || y.tyyppi || '=' || y.arvo as arvo
                  from yhteystiedot_ryhma r join yhteystieto y on y.ryhma_id = r.id
                 where r.world = :world
                   and r.henkilo_id = (select id from henkilo where world = :world and hetu = :hetu)
                 order by 1
                """, henkilo);
    }

    private List<String> all(String sql, VtjHenkilo henkilo) {
        return sandbox.server()
                .world("default")
                .orElseThrow()
                .db()
                .sql(sql)
                .set("hetu", henkilo.hetu())
                .list(row -> row.text("arvo"));
    }

    private String one(String sql, VtjHenkilo henkilo, Function<Row, String> column) {
        return sandbox.server()
                .world("default")
                .orElseThrow()
                .db()
                .sql(sql)
                .set("hetu", henkilo.hetu())
                .first(column)
                .orElseThrow();
    }
}
