package io.opintosandbox.registry.tuonti;

import io.opintosandbox.store.Row;
import io.opintosandbox.store.WorldDb;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The rows of imports. */
final class TuontiRepository {
    private static final String YRITETTY = "h.yksilointi_yritetty";
    private static final String EPAONNISTUNUT =
            YRITETTY + " and not (h.yksiloity_vtj or h.yksiloity or h.yksiloity_eidas)";
    private static final String ODOTTAA =
            "h.yksilointi_vuoro is not null and not h.yksilointi_yritetty and h.luotu >= t.luotu";

    private static final String COLUMNS = "id, kasiteltavia, kasiteltyja, kaynnissa, kasittelija_oid";

    private final WorldDb db;

    TuontiRepository(WorldDb db) {
        this.db = db;
    }

    void insert(
            Tuonti tuonti,
            Tuonti.Api api,
            String sahkoposti,
            Instant now,
            Set<String> organisaatiot,
            List<TuontiRivi> rivit) {
        db.sql("""
                insert into tuonti
                    (id, world, luotu, kasittelija_oid, sahkoposti, api, kasiteltavia, kasiteltyja, kaynnissa,
                     ilmoitettu)
                values (:id, :world, :luotu, :kasittelija, :sahkoposti, :api, :kasiteltavia, 0, true, :ilmoitettu)
                """)
                .set("id", tuonti.id())
                .set("luotu", now.toEpochMilli())
                .set("kasittelija", tuonti.kasittelijaOid())
                .set("sahkoposti", sahkoposti)
                .set("api", api.name())
                .set("kasiteltavia", tuonti.kasiteltavia())
                // Without an address there will never be anybody to tell.
                .set("ilmoitettu", sahkoposti == null || sahkoposti.isBlank())
                .update();
        db.sql("""
                insert into tuonti_organisaatio (world, tuonti_id, organisaatio_oid)
                values (:world, :id, :organisaatio)
                """)
                .set("id", tuonti.id())
                .batch(organisaatiot, (sql, organisaatio) -> sql.set("organisaatio", organisaatio));
        var nro = new int[] {0};
        db.sql("""
                insert into tuonti_rivi
                    (world, tuonti_id, nro, tunniste, oid, hetu, passinumero, sahkoposti, etunimet, kutsumanimi,
                     sukunimi, syntymaaika, sukupuoli, aidinkieli, kansalaisuudet)
                values (:world, :id, :nro, :tunniste, :oid, :hetu, :passinumero, :sahkoposti, :etunimet, :kutsumanimi,
                        :sukunimi, :syntymaaika, :sukupuoli, :aidinkieli, :kansalaisuudet)
                """)
                .set("id", tuonti.id())
                .batch(
                        rivit,
                        (sql, rivi) -> sql.set("nro", nro[0]++)
                                .set("tunniste", rivi.tunniste())
                                .set("oid", rivi.oid())
                                .set("hetu", rivi.hetu())
                                .set("passinumero", rivi.passinumero())
                                .set("sahkoposti", rivi.sahkoposti())
                                .set("etunimet", rivi.etunimet())
                                .set("kutsumanimi", rivi.kutsumanimi())
                                .set("sukunimi", rivi.sukunimi())
                                .set("syntymaaika", rivi.syntymaaika())
                                .set("sukupuoli", rivi.sukupuoli())
                                .set("aidinkieli", rivi.aidinkieli())
                                .set("kansalaisuudet", joined(rivi.kansalaisuudet())));
    }

    Optional<Tuonti> tuonti(long id) {
        return db.sql("select " + COLUMNS + " from tuonti where world = :world and id = :id")
                .set("id", id)
                .first(Tuonti::of);
    }

    /** The import that is worked on now: the oldest that runs. */
    Optional<Tuonti> nextRunning() {
        return db.sql("select " + COLUMNS + """
                         from tuonti where world = :world and kaynnissa and kasiteltyja < kasiteltavia
                        order by id fetch first row only
                        """).first(Tuonti::of);
    }

    long count() {
        return db.sql("select count(*) from tuonti where world = :world").number();
    }

    long unfinished() {
        return db.sql("select count(*) from tuonti where world = :world and kaynnissa and kasiteltyja < kasiteltavia")
                .number();
    }

    Set<String> organisaatiot(long id) {
        return new TreeSet<>(
                db.sql("select organisaatio_oid from tuonti_organisaatio where world = :world and tuonti_id = :id")
                        .set("id", id)
                        .list(row -> row.text("organisaatio_oid")));
    }

    /** The rows from a number on, as they were sent. */
    List<TuontiRivi> rivit(long id, int from, int count) {
        return db.sql("""
                select tunniste, oid, hetu, passinumero, sahkoposti, etunimet, kutsumanimi, sukunimi, syntymaaika,
                       sukupuoli, aidinkieli, kansalaisuudet
                  from tuonti_rivi
                 where world = :world and tuonti_id = :id and nro >= :start and nro < :stop
                 order by nro
                """)
                .set("id", id)
                .set("start", from)
                .set("stop", from + count)
                .list(row -> new TuontiRivi(
                        row.text("tunniste"),
                        row.text("oid"),
                        row.text("hetu"),
                        row.text("passinumero"),
                        row.text("sahkoposti"),
                        row.text("etunimet"),
                        row.text("kutsumanimi"),
                        row.text("sukunimi"),
                        row.date("syntymaaika"),
                        row.text("sukupuoli"),
                        row.text("aidinkieli"),
                        split(row.text("kansalaisuudet"))));
    }

    private static String joined(List<String> codes) {
        return codes == null ? null : String.join(",", codes);
    }

    private static List<String> split(String codes) {
        return codes == null ? null : List.of(codes.split(",", -1));
    }

    /** What a processed row became. */
    record Tulos(int nro, long henkiloId, boolean ristiriita) {}

    void saveTulokset(long id, List<Tulos> tulokset) {
        db.sql("""
                update tuonti_rivi set henkilo_id = :henkilo, ristiriita = :ristiriita
                 where world = :world and tuonti_id = :id and nro = :nro
                """)
                .set("id", id)
                .batch(
                        tulokset,
                        (sql, tulos) -> sql.set("henkilo", tulos.henkiloId())
                                .set("ristiriita", tulos.ristiriita())
                                .set("nro", tulos.nro()));
    }

    void saveProgress(long id, int kasiteltyja) {
        db.sql("update tuonti set kasiteltyja = :kasiteltyja where world = :world and id = :id")
                .set("id", id)
                .set("kasiteltyja", kasiteltyja)
                .update();
    }

    void stop(long id) {
        db.sql("update tuonti set kaynnissa = false where world = :world and id = :id")
                .set("id", id)
                .update();
    }

    void restart(long id, Tuonti.Api api) {
        db.sql("update tuonti set kaynnissa = true, api = :api where world = :world and id = :id")
                .set("id", id)
                .set("api", api.name())
                .update();
    }

    /** An import that is to be marked handled, and whether somebody in it could not be identified. */
    record Ilmoitus(long id, String sahkoposti, boolean epaonnistuneita) {}

    /**
     * The imports that are due for that: processed, not handled, with somebody who has been tried. One whose own
     * newcomers wait for their first turn waits too, as in the published service, where one run tries them all.
     */
    List<Ilmoitus> ilmoitukset() {
        return db.sql("""
                select t.id, t.sahkoposti, %s as epaonnistuneita
                  from tuonti t
                 where t.world = :world and not t.ilmoitettu and t.kasiteltyja >= t.kasiteltavia
                   and %s and not %s
                 order by t.id
                """.formatted(somebody(EPAONNISTUNUT), somebody(YRITETTY), somebody(ODOTTAA)))
                .list(row -> new Ilmoitus(row.number("id"), row.text("sahkoposti"), row.flag("epaonnistuneita")));
    }

    private static String somebody(String condition) {
        return """
                exists (select 1 from tuonti_rivi r join henkilo h on h.id = r.henkilo_id
                         where r.world = :world and r.tuonti_id = t.id and %s)""".formatted(condition);
    }

    void merkitseIlmoitetuiksi(List<Ilmoitus> ilmoitukset) {
        db.sql("update tuonti set ilmoitettu = true where world = :world and id = :id")
                .batch(ilmoitukset, (sql, ilmoitus) -> sql.set("id", ilmoitus.id()));
    }

    /** A processed row with the person's number. */
    record Kasitelty(String tunniste, long henkiloId, boolean ristiriita) {}

    List<Kasitelty> kasitellyt(long id) {
        return db.sql("""
                select tunniste, henkilo_id, ristiriita from tuonti_rivi
                 where world = :world and tuonti_id = :id and henkilo_id is not null
                 order by nro
                """).set("id", id).list(TuontiRepository::kasitelty);
    }

    /** The processed rows whose persons belong to one of the organisations. */
    List<Kasitelty> kasitellyt(long id, Collection<String> organisaatiot) {
        return db.sql("""
                select r.tunniste, r.henkilo_id, r.ristiriita from tuonti_rivi r
                 where r.world = :world and r.tuonti_id = :id and r.henkilo_id is not null
                   and exists (select 1 from henkilo_organisaatio o
                                where o.henkilo_id = r.henkilo_id and o.organisaatio_oid = any(:organisaatiot))
                 order by r.nro
                """).set("id", id).set("organisaatiot", organisaatiot).list(TuontiRepository::kasitelty);
    }

    private static Kasitelty kasitelty(Row row) {
        return new Kasitelty(row.text("tunniste"), row.number("henkilo_id"), row.flag("ristiriita"));
    }
}
