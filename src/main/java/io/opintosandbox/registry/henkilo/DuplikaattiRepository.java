package io.opintosandbox.registry.henkilo;

import io.opintosandbox.store.WorldDb;
import java.time.LocalDate;
import java.util.List;

/** The names that the duplicates search compares. */
final class DuplikaattiRepository {
    private final WorldDb db;

    DuplikaattiRepository(WorldDb db) {
        this.db = db;
    }

    /** What is compared of a person. */
    record Nimet(
            long id,
            String oid,
            String etunimet,
            String kutsumanimi,
            String sukunimi,
            LocalDate syntymaaika,
            boolean yksiloityVtj) {}

    /** Everybody who is neither passive nor a duplicate. */
    List<Nimet> aktiiviset() {
        return db.sql("""
                select id, oid, etunimet, kutsumanimi, sukunimi, syntymaaika, yksiloity_vtj
                  from henkilo where world = :world and not passivoitu and not duplikaatti
                """)
                .list(row -> new Nimet(
                        row.number("id"),
                        row.text("oid"),
                        row.text("etunimet"),
                        row.text("kutsumanimi"),
                        row.text("sukunimi"),
                        row.date("syntymaaika"),
                        row.flag("yksiloity_vtj")));
    }
}
