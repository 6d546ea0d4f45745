package io.opintosandbox.registry.oppija;

import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.oppija.Oppijahaku.Ehto;
import io.opintosandbox.store.Like;
import io.opintosandbox.store.Sql;
import io.opintosandbox.store.WorldDb;
import java.util.List;
import java.util.Map;

/** The clerk's search. Names have no index: beginnings in any case, of three columns, and one clerk at a time asks. */
final class OppijahakuRepository {
    private final WorldDb db;

    OppijahakuRepository(WorldDb db) {
        this.db = db;
    }

    List<Henkilo> page(Ehto ehto, boolean passive, long offset, int count) {
        return bound(ehto, "select " + Henkilo.COLUMNS + from(ehto, passive) + """
                         order by h.sukunimi, h.etunimet, h.syntymaaika, h.id
                         offset :offset rows fetch next :count rows only
                        """)
                .set("offset", offset)
                .set("count", count)
                .list(Henkilo::of);
    }

    long count(Ehto ehto, boolean passive) {
        return bound(ehto, "select count(*)" + from(ehto, passive)).number();
    }

    private static String from(Ehto ehto, boolean passive) {
        return " from henkilo h where h.world = :world" + (passive ? "" : " and not h.passivoitu") + condition(ehto);
    }

    private static String condition(Ehto ehto) {
        if (ehto instanceof Ehto.Oid) {
            return " and h.oid = :eka";
        }
        if (ehto instanceof Ehto.Hetu) {
            return " and h.hetu = :eka";
        }
        if (ehto instanceof Ehto.Nimet) {
            return " and lower(h.sukunimi) like :eka escape '!' and lower(h.etunimet) like :toka escape '!'";
        }
        if (ehto instanceof Ehto.Kutsuttu) {
            return """
                     and (lower(h.etunimet) like :eka escape '!' or lower(h.kutsumanimi) like :eka escape '!')
                     and lower(h.sukunimi) like :toka escape '!'
                    """;
        }
        return """
                 and (lower(h.etunimet) like :eka escape '!' or lower(h.kutsumanimi) like :eka escape '!'
                      or lower(h.sukunimi) like :eka escape '!')
                """;
    }

    private Sql bound(Ehto ehto, String text) {
        var sql = db.sql(text);
        values(ehto).forEach(sql::set);
        return sql;
    }

    private static Map<String, String> values(Ehto ehto) {
        if (ehto instanceof Ehto.Oid oid) {
            return Map.of("eka", oid.oid());
        }
        if (ehto instanceof Ehto.Hetu hetu) {
            return Map.of("eka", hetu.hetu());
        }
        if (ehto instanceof Ehto.Nimet nimet) {
            return Map.of("eka", Like.beginningWith(nimet.sukunimi()), "toka", Like.beginningWith(nimet.etunimet()));
        }
        if (ehto instanceof Ehto.Kutsuttu kutsuttu) {
            return Map.of("eka", Like.beginningWith(kutsuttu.nimi()), "toka", Like.beginningWith(kutsuttu.sukunimi()));
        }
        return Map.of("eka", Like.beginningWith(((Ehto.Alkaa) ehto).nimi()));
    }
}
