package io.opintosandbox.access;

import io.opintosandbox.json.Json;
import io.opintosandbox.store.Database;
import io.opintosandbox.store.Parts;
import io.opintosandbox.store.Row;
import io.opintosandbox.store.WorldDb;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rows of users. Names are unique in the whole server, and names that differ only in case are one. */
final class ServiceUserRepository {
    private static final String COLUMNS = "tunnus, salasana, client_secret, oid, kayttaja_tyyppi, oikeudet";

    private final WorldDb db;

    ServiceUserRepository(WorldDb db) {
        this.db = db;
    }

    /** How the rights stand in their column. */
    private record Roles(Map<String, List<String>> roles) {}

    /** The number of the world that a user of this name is in. */
    static Optional<Long> worldOf(Database database, String username) {
        return database.sql("select world from palvelukayttaja where tunnus_avain = :avain")
                .set("avain", key(username))
                .first(row -> row.number("world"));
    }

    List<ServiceUser> all() {
        return db.sql("select " + COLUMNS + " from palvelukayttaja where world = :world order by id")
                .list(ServiceUserRepository::user);
    }

    Optional<ServiceUser> find(String username) {
        return db.sql("select " + COLUMNS + " from palvelukayttaja where world = :world and tunnus_avain = :avain")
                .set("avain", key(username))
                .first(ServiceUserRepository::user);
    }

    /** Joined, not compared with any(…): H2 would compare each row that it finds with all OIDs once more. */
    List<ServiceUser> byOids(Collection<String> oids) {
        return Parts.of(oids, part -> db.sql("""
                        select p.tunnus, p.salasana, p.client_secret, p.oid, p.kayttaja_tyyppi, p.oikeudet
                          from unnest(cast(:oids as varchar array)) haettu(oid)
                          join palvelukayttaja p on p.oid = haettu.oid and p.world = :world
                         order by p.id
                        """).set("oids", part).list(ServiceUserRepository::user));
    }

    boolean hasOid(String oid) {
        return db.sql("select 1 from palvelukayttaja where world = :world and oid = :oid")
                .set("oid", oid)
                .first(row -> true)
                .orElse(false);
    }

    void insert(List<ServiceUser> users) {
        db.sql("""
                insert into palvelukayttaja
                    (id, world, tunnus, tunnus_avain, salasana, client_secret, oid, kayttaja_tyyppi, oikeudet)
                values (:id, :world, :tunnus, :avain, :salasana, :secret, :oid, :tyyppi, :oikeudet)
                """)
                .batch(
                        users,
                        (sql, user) -> sql.set("id", db.nextNumber())
                                .set("tunnus", user.username())
                                .set("avain", key(user.username()))
                                .set("salasana", user.password())
                                .set("secret", user.clientSecret())
                                .set("oid", user.oid())
                                .set("tyyppi", user.kayttajaTyyppi())
                                .set("oikeudet", Json.write(new Roles(user.roles()))));
    }

    void setPassword(String username, String password) {
        db.sql("update palvelukayttaja set salasana = :salasana where world = :world and tunnus_avain = :avain")
                .set("salasana", password)
                .set("avain", key(username))
                .update();
    }

    void setClientSecret(String username, String secret) {
        db.sql("update palvelukayttaja set client_secret = :secret where world = :world and tunnus_avain = :avain")
                .set("secret", secret)
                .set("avain", key(username))
                .update();
    }

    void setRoles(String username, Map<String, List<String>> roles) {
        db.sql("update palvelukayttaja set oikeudet = :oikeudet where world = :world and tunnus_avain = :avain")
                .set("oikeudet", Json.write(new Roles(roles)))
                .set("avain", key(username))
                .update();
    }

    boolean delete(String username) {
        return db.sql("delete from palvelukayttaja where world = :world and tunnus_avain = :avain")
                        .set("avain", key(username))
                        .update()
                > 0;
    }

    static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }

    private static ServiceUser user(Row row) {
        return new ServiceUser(
                row.text("tunnus"),
                row.text("salasana"),
                row.text("client_secret"),
                row.text("oid"),
                row.text("kayttaja_tyyppi"),
                Json.read(row.text("oikeudet"), Roles.class).roles());
    }
}
