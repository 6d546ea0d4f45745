package io.opintosandbox.registry.henkilo;

import io.opintosandbox.registry.henkilo.HenkiloHaku.Ehdot;
import io.opintosandbox.store.Like;
import io.opintosandbox.store.WorldDb;
import java.util.List;
import java.util.Optional;

/** Searches of persons. A part of a name can only be found by looking at everybody's: no index helps there. */
final class HenkiloHakuRepository {
    private final WorldDb db;

    HenkiloHakuRepository(WorldDb db) {
        this.db = db;
    }

    Optional<Henkilo> byHakutermi(String hakutermi) {
        return db.sql("select " + Henkilo.COLUMNS + """
                         from henkilo h
                        where h.world = :world and not h.passivoitu and not h.duplikaatti
                          and (h.hetu = :termi or h.oid = :termi
                               or lower(h.etunimet) like :osa escape '!'
                               or lower(h.kutsumanimi) like :osa escape '!'
                               or lower(h.sukunimi) like :osa escape '!')
                        order by h.sukunimi, h.kutsumanimi, h.id fetch first row only
                        """)
                .set("termi", hakutermi)
                .set("osa", Like.containing(hakutermi))
                .first(Henkilo::of);
    }

    List<String> byYhteystieto(String arvo) {
        return db.sql("""
                select distinct h.oid from yhteystieto y
                  join yhteystiedot_ryhma r on r.id = y.ryhma_id
                  join henkilo h on h.id = r.henkilo_id
                 where y.world = :world and y.arvo = :arvo
                 order by h.oid
                """).set("arvo", arvo).list(row -> row.text("oid"));
    }

    List<Henkilo> search(Ehdot ehdot, long offset, long count) {
        return db.sql("select " + Henkilo.COLUMNS + """
                         from henkilo h
                        where h.world = :world
                          and (:kaikki or h.oid = any(:oids))
                          and (:ketaTahansa or h.oid = any(:nakyvat))
                          and (cast(:hetu as varchar) is null or h.hetu = :hetu)
                          and (cast(:passivoitu as boolean) is null or h.passivoitu = :passivoitu)
                          and (cast(:duplikaatti as boolean) is null or h.duplikaatti = :duplikaatti)
                        order by h.sukunimi, h.kutsumanimi, h.id
                        offset :offset rows fetch next :count rows only
                        """)
                .set("kaikki", ehdot.henkiloOids().isEmpty())
                .set("oids", ehdot.henkiloOids())
                .set("ketaTahansa", ehdot.nakyvat() == null)
                .set("nakyvat", ehdot.nakyvat() == null ? List.of() : ehdot.nakyvat())
                .set("hetu", ehdot.hetu())
                .set("passivoitu", ehdot.passivoitu())
                .set("duplikaatti", ehdot.duplikaatti())
                .set("offset", offset)
                .set("count", count)
                .list(Henkilo::of);
    }
}
