package io.opintosandbox.registry.henkilo;

import io.opintosandbox.store.WorldDb;
import java.time.Instant;
import java.time.LocalDate;

/** Updates of the rows of persons. */
final class HenkiloMuutosRepository {
    private final WorldDb db;

    HenkiloMuutosRepository(WorldDb db) {
        this.db = db;
    }

    /** The columns that a caller's change may write, as they are to be. */
    record Rivi(
            long id,
            String hetu,
            String etunimet,
            String kutsumanimi,
            String sukunimi,
            LocalDate syntymaaika,
            LocalDate kuolinpaiva,
            String sukupuoli,
            String aidinkieli,
            String asiointikieli,
            String kotikunta,
            boolean passivoitu) {}

    void update(Rivi rivi, String kasittelijaOid) {
        db.sql("""
                update henkilo set hetu = :hetu, etunimet = :etunimet, kutsumanimi = :kutsumanimi,
                       sukunimi = :sukunimi, syntymaaika = :syntymaaika, kuolinpaiva = :kuolinpaiva,
                       sukupuoli = :sukupuoli, aidinkieli = :aidinkieli, asiointikieli = :asiointikieli,
                       kotikunta = :kotikunta, passivoitu = :passivoitu, kasittelija_oid = :kasittelija
                 where world = :world and id = :id
                """)
                .set("id", rivi.id())
                .set("hetu", rivi.hetu())
                .set("etunimet", rivi.etunimet())
                .set("kutsumanimi", rivi.kutsumanimi())
                .set("sukunimi", rivi.sukunimi())
                .set("syntymaaika", rivi.syntymaaika())
                .set("kuolinpaiva", rivi.kuolinpaiva())
                .set("sukupuoli", rivi.sukupuoli())
                .set("aidinkieli", rivi.aidinkieli())
                .set("asiointikieli", rivi.asiointikieli())
                .set("kotikunta", rivi.kotikunta())
                .set("passivoitu", rivi.passivoitu())
                .set("kasittelija", kasittelijaOid)
                .update();
    }

    /** The hetu is another: comparison data and errors are forgotten, and identification tries anew. */
    void aloitaYksilointiAlusta(long id, Instant vuoro) {
        db.sql("""
                update henkilo set yksilointi_yritetty = false, yksilointivirhe = null, yksilointi_yritykset = 0,
                       yksilointi_vuoro = :vuoro
                 where world = :world and id = :id
                """)
                .set("id", id)
                .set("vuoro", vuoro == null ? null : vuoro.toEpochMilli())
                .update();
        db.sql("delete from yksilointitieto where world = :world and henkilo_id = :id")
                .set("id", id)
                .update();
    }

    void passivoi(long id) {
        db.sql("update henkilo set passivoitu = true where world = :world and id = :id")
                .set("id", id)
                .update();
    }
}
