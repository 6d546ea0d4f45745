package io.opintosandbox.access;

import com.fasterxml.jackson.core.JacksonException;
import io.opintosandbox.id.NaturalKey;
import io.opintosandbox.id.OidGenerator;
import io.opintosandbox.json.Json;
import io.opintosandbox.store.Row;
import io.opintosandbox.store.StoreException;
import io.opintosandbox.store.WorldDb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The users of one world. Names are unique in the whole server, compared without regard to case. */
public final class ServiceUsers {
    private static final String COLUMNS = "tunnus, salasana, client_secret, oid, kayttaja_tyyppi, oikeudet";

    private final WorldDb db;
    private final OidGenerator oids;

    public ServiceUsers(WorldDb db, OidGenerator oids) {
        this.db = db;
        this.oids = oids;
    }

    /** Everybody, in the order in which they came. */
    public List<ServiceUser> all() {
        return db.sql("select " + COLUMNS + " from palvelukayttaja where world = :world order by id")
                .list(ServiceUsers::user);
    }

    /** The user of that name in this world, in any case. */
    public Optional<ServiceUser> find(String username) {
        return db.sql("select " + COLUMNS + " from palvelukayttaja where world = :world and tunnus_avain = :avain")
                .set("avain", key(username))
                .first(ServiceUsers::user);
    }

    /** Whether an account with this person OID is here; such a person is a clerk or a service, no learner. */
    public boolean hasAccount(String oid) {
        return db.sql("select 1 from palvelukayttaja where world = :world and oid = :oid")
                .set("oid", oid)
                .first(row -> true)
                .orElse(false);
    }

    /** Adds or replaces a user; true when it is new. Errors: {@link NameTaken} by another world. */
    public boolean put(ServiceUser user) {
        return db.transaction(() -> {
            var isNew = !remove(user.username());
            insert(List.of(user));
            return isNew;
        });
    }

    /** Adds users whose names are free. Errors: {@link NameTaken}. */
    public void insert(List<ServiceUser> users) {
        try {
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
                                    .set("oid", user.oid() == null ? derivedOid(user.username()) : user.oid())
                                    .set("tyyppi", user.kayttajaTyyppi())
                                    .set("oikeudet", Json.write(user.roles())));
        } catch (StoreException.UniqueViolation e) {
            throw new NameTaken();
        }
    }

    /** Removes a user; what has been issued to it goes on. True when there was one. */
    public boolean remove(String username) {
        return db.sql("delete from palvelukayttaja where world = :world and tunnus_avain = :avain")
                        .set("avain", key(username))
                        .update()
                > 0;
    }

    /** Names that differ only in case are one name. */
    static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }

    private String derivedOid(String username) {
        return oids.candidate(NaturalKey.ofUser(key(username)), 0).value();
    }

    static ServiceUser user(Row row) {
        return new ServiceUser(
                row.text("tunnus"),
                row.text("salasana"),
                row.text("client_secret"),
                row.text("oid"),
                row.text("kayttaja_tyyppi"),
                roles(row.text("oikeudet")));
    }

    private static Map<String, List<String>> roles(String json) {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        try {
            Json.tree(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .properties()
                    .forEach(entry -> {
                        List<String> rights = new ArrayList<>();
                        entry.getValue().forEach(right -> rights.add(right.asText()));
                        roles.put(entry.getKey(), rights);
                    });
        } catch (JacksonException e) {
            throw new IllegalStateException("stored roles are not JSON", e);
        }
        return roles;
    }

    /** Another world has a user of this name. */
    public static final class NameTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
