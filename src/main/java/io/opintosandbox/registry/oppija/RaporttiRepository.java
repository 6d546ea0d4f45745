package io.opintosandbox.registry.oppija;

import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.store.Like;
import io.opintosandbox.store.Sql;
import io.opintosandbox.store.WorldDb;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The people on import rows: in pages and in numbers. */
final class RaporttiRepository {
    static final String VALMIS =
            "(h.duplikaatti or h.passivoitu or h.yksiloity_vtj or h.yksiloity or h.yksiloity_eidas)";
    private static final String VIRHE = """
             h.yksiloity_vtj = false and not (h.duplikaatti or h.passivoitu or h.yksiloity or h.yksiloity_eidas)
             and (h.hetu is null or h.yksilointi_yritetty)
            """;
    private static final String YKSI_SANA = """
             and (h.oid = :sana or h.hetu = upper(:sana)
                  or lower(h.etunimet) like :alku escape '!' or lower(h.sukunimi) like :alku escape '!'
                  or lower(h.kutsumanimi) like :alku escape '!')
            """;
    private static final String MONTA_SANAA = """
             and ((lower(h.sukunimi) like :eka escape '!'
                   and (lower(h.etunimet) like :loput escape '!' or lower(h.kutsumanimi) like :loput escape '!'))
                  or (lower(h.sukunimi) like :vika escape '!'
                      and (lower(h.etunimet) like :muut escape '!' or lower(h.kutsumanimi) like :muut escape '!'))
                  or lower(h.etunimet) like :alku escape '!')
            """;

    private final WorldDb db;

    RaporttiRepository(WorldDb db) {
        this.db = db;
    }

    /**
     * Which people.
     *
     * @param tuontiId on rows of this import, or null
     * @param muokattuJalkeen modified then or later, or null
     * @param organisaatiot who belong to one of these; null for everybody
     */
    record Rajaus(
            Long tuontiId,
            Instant muokattuJalkeen,
            Collection<String> organisaatiot,
            boolean vainVirheet,
            String nimiHaku) {}

    /** A page, those who were modified first first. */
    List<Henkilo> muuttuneet(Rajaus rajaus, long offset, int count) {
        return page(rajaus, from(rajaus), "h.muokattu, h.id", offset, count);
    }

    /** The ids are sorted and cut off before anything else is read of the people. */
    private List<Henkilo> page(Rajaus rajaus, String from, String order, long offset, int count) {
        return bound(
                        rajaus,
                        "select " + Henkilo.COLUMNS + " from (select h.id as id" + from + " order by " + order
                                + " offset :offset rows fetch next :count rows only) sivu"
                                + " join henkilo h on h.id = sivu.id where h.world = :world order by " + order)
                .set("offset", offset)
                .set("count", count)
                .list(Henkilo::of);
    }

    long count(Rajaus rajaus) {
        return bound(rajaus, "select count(*)" + from(rajaus)).number();
    }

    /** How many there are in all, how many of them are done, and how many have failed. */
    record Luvut(long kaikki, long valmiit, long virheet) {}

    Luvut luvut(Rajaus rajaus) {
        return bound(
                        rajaus,
                        "select count(*) as kaikki, coalesce(sum(case when " + VALMIS
                                + " then 1 else 0 end), 0) as valmiit, coalesce(sum(case when " + VIRHE
                                + " then 1 else 0 end), 0) as virheet" + from(rajaus))
                .first(row -> new Luvut(row.number("kaikki"), row.number("valmiit"), row.number("virheet")))
                .orElseThrow();
    }

    /** A page, newcomers first; once for each of the organisations that somebody belongs to. */
    List<Henkilo> uusimmat(Rajaus rajaus, long offset, int count) {
        var from = rajaus.organisaatiot() == null ? " from henkilo h where h.world = :world" : """
                   from unnest(cast(:organisaatiot as varchar array)) omat(oid)
                   join henkilo_organisaatio o on o.organisaatio_oid = omat.oid and o.world = :world
                   join henkilo h on h.id = o.henkilo_id where h.world = :world
                  """;
        return page(rajaus, from + conditions(rajaus), "h.id desc", offset, count);
    }

    /**
     * The statement begins with the smallest of what is known by an index: the rows of one import, what has changed
     * since a moment, the people of the organisations, everybody in the order of change.
     */
    private static String from(Rajaus rajaus) {
        if (rajaus.tuontiId() != null) {
            return """
                     from (select distinct r.henkilo_id as id from tuonti_rivi r
                            where r.world = :world and r.tuonti_id = :tuonti and r.henkilo_id is not null) valitut
                     join henkilo h on h.id = valitut.id
                    where h.world = :world
                    """ + inOrganisaatiot(rajaus) + conditions(rajaus);
        }
        if (rajaus.organisaatiot() != null && rajaus.muokattuJalkeen() == null) {
            return """
                     from (select distinct o.henkilo_id as id
                             from unnest(cast(:organisaatiot as varchar array)) omat(oid)
                             join henkilo_organisaatio o on o.organisaatio_oid = omat.oid and o.world = :world) valitut
                     join henkilo h on h.id = valitut.id
                    where h.world = :world
                    """ + conditions(rajaus);
        }
        return " from henkilo h where h.world = :world" + inOrganisaatiot(rajaus) + conditions(rajaus);
    }

    private static String inOrganisaatiot(Rajaus rajaus) {
        return rajaus.organisaatiot() == null ? "" : """
                   and exists (select 1 from henkilo_organisaatio o
                                where o.henkilo_id = h.id and o.organisaatio_oid = any(:organisaatiot))
                  """;
    }

    private static String conditions(Rajaus rajaus) {
        var text = new StringBuilder();
        if (rajaus.tuontiId() == null) {
            text.append(" and exists (select 1 from tuonti_rivi r where r.henkilo_id = h.id)");
        }
        if (rajaus.muokattuJalkeen() != null) {
            text.append(" and h.muokattu >= :jalkeen");
        }
        if (rajaus.vainVirheet()) {
            text.append(" and ").append(VIRHE);
        }
        // No index: the beginnings are of three columns, in any case, and few people are left to look at.
        return switch (words(rajaus).length) {
            case 0 -> text.toString();
            case 1 -> text.append(YKSI_SANA).toString();
            default -> text.append(MONTA_SANAA).toString();
        };
    }

    private static String[] words(Rajaus rajaus) {
        var text = rajaus.nimiHaku() == null ? "" : rajaus.nimiHaku().trim();
        return text.isEmpty() ? new String[0] : text.split("\\s+", -1);
    }

    private Sql bound(Rajaus rajaus, String text) {
        var words = words(rajaus);
        var all = List.of(words);
        Map<String, Object> values = new HashMap<>();
        values.put("tuonti", rajaus.tuontiId());
        values.put(
                "jalkeen",
                rajaus.muokattuJalkeen() == null
                        ? null
                        : rajaus.muokattuJalkeen().toEpochMilli());
        values.put("organisaatiot", rajaus.organisaatiot());
        values.put("alku", Like.beginningWith(String.join(" ", words)));
        if (words.length == 1) {
            values.put("sana", words[0]);
        } else if (words.length > 1) {
            var last = words.length - 1;
            values.put("eka", Like.beginningWith(words[0]));
            values.put("loput", Like.beginningWith(String.join(" ", all.subList(1, words.length))));
            values.put("vika", Like.beginningWith(words[last]));
            values.put("muut", Like.beginningWith(String.join(" ", all.subList(0, last))));
        }
        var sql = db.sql(text);
        values.forEach(sql::set);
        return sql;
    }

    /**
     * Who sent somebody's first import.
     *
     * @param nimi {@code Sukunimi Etunimet}, or null when the registry does not know the sender
     */
    record Tuoja(long henkiloId, String oid, String nimi) {}

    List<Tuoja> tuojat(Collection<Long> ids) {
        return db.sql("""
                select ensin.henkilo_id, t.kasittelija_oid, u.sukunimi || ' ' || u.etunimet as nimi
                  from (select r.henkilo_id, min(r.tuonti_id) as tuonti_id
                          from unnest(cast(:ids as bigint array)) haettu(id)
                          join tuonti_rivi r on r.henkilo_id = haettu.id and r.world = :world
                         group by r.henkilo_id) ensin
                  join tuonti t on t.id = ensin.tuonti_id
                  left join henkilo u on u.world = :world and u.oid = t.kasittelija_oid
                """)
                .set("ids", ids)
                .list(row -> new Tuoja(row.number("henkilo_id"), row.text("kasittelija_oid"), row.text("nimi")));
    }
}
