package io.opintosandbox.registry.muutostiedot;

import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.store.Parts;
import io.opintosandbox.store.WorldDb;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of persons as VTJ's full data and change feed write them. */
final class PaivitysRepository {
    private static final long EI_AVAINTA = -1;

    private final WorldDb db;

    PaivitysRepository(WorldDb db) {
        this.db = db;
    }

    /** Neither who has handled the person nor when VTJ was last asked is touched. */
    void paivita(Luonnos luonnos) {
        db.sql("""
                update henkilo set hetu = :hetu, etunimet = :etunimet, kutsumanimi = :kutsumanimi, sukunimi = :sukunimi,
                       syntymaaika = :syntymaaika, kuolinpaiva = :kuolinpaiva, sukupuoli = :sukupuoli,
                       aidinkieli = :aidinkieli, kotikunta = :kotikunta, turvakielto = :turvakielto
                 where world = :world and id = :id
                """)
                .set("id", luonnos.id())
                .set("hetu", luonnos.hetu)
                .set("etunimet", luonnos.etunimet)
                .set("kutsumanimi", luonnos.kutsumanimi)
                .set("sukunimi", luonnos.sukunimi)
                .set("syntymaaika", luonnos.syntymaaika)
                .set("kuolinpaiva", luonnos.kuolinpaiva)
                .set("sukupuoli", luonnos.sukupuoli)
                .set("aidinkieli", luonnos.aidinkieli)
                .set("kotikunta", luonnos.kotikunta)
                .set("turvakielto", luonnos.turvakielto)
                .update();
    }

    void menettaaHetun(long id) {
        db.sql("update henkilo set hetu = null, yksilointi_vuoro = null where world = :world and id = :id")
                .set("id", id)
                .update();
    }

    void menettaaYksiloinnin(long id) {
        db.sql("update henkilo set yksiloity_vtj = false where world = :world and id = :id")
                .set("id", id)
                .update();
        poistaAvain(id);
        db.sql("delete from henkilo_hetu where world = :world and henkilo_id = :id")
                .set("id", id)
                .update();
    }

    /** From now on the feed is asked about the person, for messages after the key. */
    void asetaAvain(long id, long avain) {
        db.sql("update henkilo set perustieto_avain = :avain where world = :world and id = :id")
                .set("id", id)
                .set("avain", avain)
                .update();
    }

    /** The feed is not asked about the person until its full data has been fetched. */
    void poistaAvain(long id) {
        asetaAvain(id, EI_AVAINTA);
    }

    /** Active people, identified by VTJ, whose full data has not been fetched, oldest first. */
    List<Henkilo> perustiedottomat(long after, int count) {
        return db.sql("select " + Henkilo.COLUMNS + " from henkilo h " + """
                        where h.world = :world and h.perustieto_avain = :eiAvainta and h.yksiloity_vtj and h.id > :after
                          and not h.passivoitu and h.hetu is not null
                        order by h.world, h.perustieto_avain, h.yksiloity_vtj, h.id limit :count
                        """)
                .set("eiAvainta", EI_AVAINTA)
                .set("after", after)
                .set("count", count)
                .list(Henkilo::of);
    }

    /** The keys of those about whom the feed is asked under these hetus. */
    Map<String, Long> seurattavat(Collection<String> hetut) {
        Map<String, Long> keys = new HashMap<>();
        Parts.of(
                        hetut,
                        part -> db.sql("""
                        select h.hetu, h.perustieto_avain
                          from unnest(cast(:hetut as varchar array)) haettu(hetu)
                          join henkilo h on h.world = :world and h.hetu = haettu.hetu
                         where h.yksiloity_vtj and not h.passivoitu and h.perustieto_avain <> :eiAvainta
                        """)
                                .set("hetut", part)
                                .set("eiAvainta", EI_AVAINTA)
                                .list(row -> Map.entry(row.text("hetu"), row.number("perustieto_avain"))))
                .forEach(entry -> keys.put(entry.getKey(), entry.getValue()));
        return keys;
    }
}
