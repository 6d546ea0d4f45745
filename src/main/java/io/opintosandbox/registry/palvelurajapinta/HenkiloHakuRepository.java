package io.opintosandbox.registry.palvelurajapinta;

import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.dto.HenkiloCriteria;
import io.opintosandbox.registry.palvelurajapinta.Wire.HenkiloViiteDto;
import io.opintosandbox.store.Like;
import io.opintosandbox.store.Parts;
import io.opintosandbox.store.Row;
import io.opintosandbox.store.Sql;
import io.opintosandbox.store.WorldDb;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Searches of many persons, and the conditions of registry-api.md 5.1, HenkiloCriteria, as SQL. */
final class HenkiloHakuRepository {
    // Orders begin with the world, though it is always the same: only so does H2 read them from the index.
    private static final Haku<Muuttunut> MUUTTUNEET = new Haku<>(
            "h.id, h.oid, h.muokattu",
            "and h.muokattu >= :alkaen",
            "h.world, h.muokattu, h.id",
            Comparator.comparingLong(Muuttunut::muokattu).thenComparing(Muuttunut::id),
            row -> new Muuttunut(row.number("id"), row.text("oid"), row.number("muokattu")));

    // No index by name: every change of a person would pay for a list that few ask for, and most of those by OID.
    private static final Haku<Henkilo> NIMIJARJESTYS = new Haku<>(
            Henkilo.COLUMNS,
            "",
            "h.sukunimi, h.kutsumanimi, h.id",
            Comparator.comparing(Henkilo::sukunimi)
                    .thenComparing(Henkilo::kutsumanimi)
                    .thenComparing(Henkilo::id),
            Henkilo::of);

    private static final String NIMET = """
             and not exists (
                select 1 from unnest(cast(:nimet as varchar array)) osa(malli)
                 where lower(h.etunimet) not like osa.malli escape '!' and lower(h.sukunimi) not like osa.malli escape '!')
            """;

    private final WorldDb db;

    HenkiloHakuRepository(WorldDb db) {
        this.db = db;
    }

    /** What is looked for besides the conditions, and the order of the answer for the database and for us. */
    private record Haku<T>(
            String columns, String condition, String order, Comparator<T> comparator, Function<Row, T> mapper) {}

    private record Muuttunut(long id, String oid, long muokattu) {}

    List<String> muuttuneet(Instant alkaen, HenkiloCriteria criteria, Rajaus rajaus) {
        return hae(MUUTTUNEET, criteria, rajaus, sql -> sql.set("alkaen", alkaen.toEpochMilli())).stream()
                .map(Muuttunut::oid)
                .toList();
    }

    List<Henkilo> nimijarjestyksessa(HenkiloCriteria criteria, Rajaus rajaus) {
        return hae(NIMIJARJESTYS, criteria, rajaus, sql -> sql);
    }

    List<Henkilo> kunnassaAsuvat(String kotikunta, LocalDate syntynyt, Rajaus rajaus) {
        return db.sql("select " + Henkilo.COLUMNS + """
                         from henkilo h
                        where h.world = :world and h.kotikunta = :kotikunta and h.syntymaaika >= :syntynyt
                        order by h.world, h.kotikunta, h.id
                        limit :enintaan offset :ohitettavat
                        """)
                .set("kotikunta", kotikunta)
                .set("syntynyt", syntynyt)
                .set("enintaan", rajaus.enintaan())
                .set("ohitettavat", rajaus.ohitettavat())
                .list(Henkilo::of);
    }

    /** All of the world, by a walk over its people: whoever asks for all links reads for long anyway. */
    List<HenkiloViiteDto> linkitykset() {
        return db.sql("""
                select s.oid, m.oid as master_oid from henkilo s join henkilo m on m.id = s.master_id
                 where s.world = :world and s.master_id is not null
                 order by s.id
                """).list(HenkiloHakuRepository::viite);
    }

    /** Two statements, which are twice as fast together as one that finds the groups and their links at once. */
    List<HenkiloViiteDto> linkitykset(Collection<String> oids) {
        var masterIds = new LinkedHashSet<>(
                Parts.of(oids, part -> db.sql("""
                        select coalesce(h.master_id, h.id) as master_id
                          from unnest(cast(:oids as varchar array)) haettu(oid)
                          join henkilo h on h.oid = haettu.oid and h.world = :world
                        """).set("oids", part).list(row -> row.number("master_id"))));
        return masterIds.isEmpty()
                ? List.of()
                : Parts.of(masterIds, part -> db.sql("""
                        select s.oid, m.oid as master_oid
                          from unnest(cast(:ids as bigint array)) haettu(id)
                          join henkilo s on s.master_id = haettu.id and s.world = :world
                          join henkilo m on m.id = s.master_id
                         order by s.id
                        """).set("ids", part).list(HenkiloHakuRepository::viite));
    }

    private static HenkiloViiteDto viite(Row row) {
        return new HenkiloViiteDto(row.text("oid"), row.text("master_oid"));
    }

    private <T> List<T> hae(Haku<T> haku, HenkiloCriteria criteria, Rajaus rajaus, UnaryOperator<Sql> bind) {
        var conditions = " where h.world = :world " + haku.condition() + ehdot(criteria);
        var oids = oids(criteria);
        if (oids.isEmpty()) {
            return bind.apply(bind(
                            criteria,
                            db.sql("select " + haku.columns() + " from henkilo h" + conditions + " order by "
                                    + haku.order() + " limit :enintaan offset :ohitettavat")))
                    .set("enintaan", rajaus.enintaan())
                    .set("ohitettavat", rajaus.ohitettavat())
                    .list(haku.mapper());
        }
        // Ordered and cut here, because the OIDs may be too many for one statement.
        return Parts.of(
                        oids,
                        part -> bind.apply(bind(
                                        criteria,
                                        db.sql("select " + haku.columns()
                                                + " from unnest(cast(:oids as varchar array)) haettu(oid)"
                                                + " join henkilo h on h.oid = haettu.oid and h.world = :world"
                                                + conditions)))
                                .set("oids", part)
                                .list(haku.mapper()))
                .stream()
                .sorted(haku.comparator())
                .skip(rajaus.ohitettavat())
                .limit(rajaus.enintaan())
                .toList();
    }

    /** Fixed pieces of SQL only; what the caller wrote is bound. */
    private static String ehdot(HenkiloCriteria criteria) {
        return (isGiven(criteria.hetu()) ? " and h.hetu = :hetu" : "")
                + (criteria.passivoitu() == null ? "" : " and h.passivoitu = :passivoitu")
                + (criteria.duplikaatti() == null ? "" : " and h.duplikaatti = :duplikaatti")
                + (mallit(criteria.nameQuery()).isEmpty() ? "" : NIMET);
    }

    private static Sql bind(HenkiloCriteria criteria, Sql sql) {
        return sql.set("hetu", criteria.hetu())
                .set("passivoitu", criteria.passivoitu())
                .set("duplikaatti", criteria.duplikaatti())
                .set("nimet", mallit(criteria.nameQuery()));
    }

    private static List<String> oids(HenkiloCriteria criteria) {
        return criteria.henkiloOids() == null
                ? List.of()
                : criteria.henkiloOids().stream()
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }

    /** Patterns for LIKE of the parts of a name query; what LIKE would read as its own is escaped. */
    private static List<String> mallit(String nameQuery) {
        return nameQuery == null
                ? List.of()
                : Arrays.stream(nameQuery.split(" ", -1))
                        .filter(osa -> !osa.isEmpty())
                        .map(Like::containing)
                        .distinct()
                        .toList();
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isEmpty();
    }
}
