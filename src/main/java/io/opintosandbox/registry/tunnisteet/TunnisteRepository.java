package io.opintosandbox.registry.tunnisteet;

import io.opintosandbox.registry.henkilo.Henkilotiedot.Tunniste;
import io.opintosandbox.store.WorldDb;
import java.util.List;

/** Changes of the rows of identifiers and passport numbers. */
final class TunnisteRepository {
    private final WorldDb db;

    TunnisteRepository(WorldDb db) {
        this.db = db;
    }

    void insert(long henkiloId, Tunniste tunniste) {
        db.sql("""
                insert into henkilo_tunniste (id, world, henkilo_id, idp, tunniste)
                values (:id, :world, :henkilo, :idp, :tunniste)
                """)
                .set("id", db.nextNumber())
                .set("henkilo", henkiloId)
                .set("idp", tunniste.idp())
                .set("tunniste", tunniste.tunniste())
                .update();
    }

    boolean delete(long henkiloId, Tunniste tunniste) {
        return db.sql("""
                        delete from henkilo_tunniste
                         where world = :world and henkilo_id = :henkilo and idp = :idp and tunniste = :tunniste
                        """)
                        .set("henkilo", henkiloId)
                        .set("idp", tunniste.idp())
                        .set("tunniste", tunniste.tunniste())
                        .update()
                > 0;
    }

    void replacePassinumerot(long henkiloId, List<String> passinumerot) {
        db.sql("delete from henkilo_passinumero where world = :world and henkilo_id = :henkilo")
                .set("henkilo", henkiloId)
                .update();
        db.sql("insert into henkilo_passinumero (world, henkilo_id, passinumero) values (:world, :henkilo, :numero)")
                .set("henkilo", henkiloId)
                .batch(passinumerot, (sql, numero) -> sql.set("numero", numero));
    }
}
