package io.opintosandbox.registry.palvelurajapinta;

import io.opintosandbox.registry.palvelurajapinta.Kotikuntahistoria.Asuminen;
import io.opintosandbox.store.Parts;
import io.opintosandbox.store.Sql;
import io.opintosandbox.store.WorldDb;
import java.util.Collection;
import java.util.List;

/** The rows of home municipalities. */
final class KotikuntahistoriaRepository {
    private static final String SAME_CODE_AND_MOVE = """
             where world = :world and henkilo_id = :id and kotikunta = :kotikunta
               and kuntaan_muuttopv is not distinct from cast(:kuntaan as date)
            """;
    private static final String SAME_ROW =
            SAME_CODE_AND_MOVE + " and kunnasta_pois_muuttopv is not distinct from cast(:kunnasta as date)";

    private final WorldDb db;

    KotikuntahistoriaRepository(WorldDb db) {
        this.db = db;
    }

    /** A time in a municipality, and of whom. */
    record Rivi(long id, String oid, Asuminen asuminen) {}

    List<Rivi> rivit(Collection<String> oids, boolean turvakielto) {
        return Parts.of(
                oids,
                part -> db.sql("""
                        select k.id, h.oid, k.kotikunta, k.kuntaan_muuttopv, k.kunnasta_pois_muuttopv
                          from unnest(cast(:oids as varchar array)) haettu(oid)
                          join henkilo h on h.oid = haettu.oid and h.world = :world
                          join kotikuntahistoria k on k.henkilo_id = h.id
                         where h.turvakielto = :turvakielto
                        """)
                        .set("oids", part)
                        .set("turvakielto", turvakielto)
                        .list(row -> new Rivi(
                                row.number("id"),
                                row.text("oid"),
                                new Asuminen(
                                        row.text("kotikunta"),
                                        row.date("kuntaan_muuttopv"),
                                        row.date("kunnasta_pois_muuttopv")))));
    }

    void insert(long henkiloId, List<Asuminen> historia) {
        db.sql("""
                insert into kotikuntahistoria
                    (id, world, henkilo_id, kotikunta, kuntaan_muuttopv, kunnasta_pois_muuttopv)
                values (:rivi, :world, :id, :kotikunta, :kuntaan, :kunnasta)
                """)
                .set("id", henkiloId)
                .batch(historia, (sql, asuminen) -> bind(sql.set("rivi", db.nextNumber()), asuminen));
    }

    void delete(long henkiloId) {
        db.sql("delete from kotikuntahistoria where world = :world and henkilo_id = :id")
                .set("id", henkiloId)
                .update();
    }

    int delete(long henkiloId, Asuminen asuminen) {
        return bind(db.sql("delete from kotikuntahistoria" + SAME_ROW), asuminen)
                .set("id", henkiloId)
                .update();
    }

    int update(long henkiloId, Asuminen vanha, Asuminen uusi) {
        return bind(
                        db.sql("update kotikuntahistoria set kotikunta = :uusiKotikunta,"
                                + " kuntaan_muuttopv = cast(:uusiKuntaan as date),"
                                + " kunnasta_pois_muuttopv = cast(:uusiKunnasta as date)" + SAME_ROW),
                        vanha)
                .set("id", henkiloId)
                .set("uusiKotikunta", uusi.kotikunta())
                .set("uusiKuntaan", uusi.kuntaanMuuttopv())
                .set("uusiKunnasta", uusi.kunnastaPoisMuuttopv())
                .update();
    }

    int end(long henkiloId, Asuminen paattynyt) {
        return bind(
                        db.sql("update kotikuntahistoria set kunnasta_pois_muuttopv = cast(:kunnasta as date)"
                                + SAME_CODE_AND_MOVE),
                        paattynyt)
                .set("id", henkiloId)
                .update();
    }

    private static Sql bind(Sql sql, Asuminen asuminen) {
        return sql.set("kotikunta", asuminen.kotikunta())
                .set("kuntaan", asuminen.kuntaanMuuttopv())
                .set("kunnasta", asuminen.kunnastaPoisMuuttopv());
    }
}
