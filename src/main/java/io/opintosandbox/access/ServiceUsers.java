package io.opintosandbox.access;

import io.opintosandbox.id.NaturalKey;
import io.opintosandbox.id.OidGenerator;
import io.opintosandbox.store.StoreException;
import io.opintosandbox.store.WorldDb;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The users of one world. Names are unique in the whole server, compared without regard to case. */
public final class ServiceUsers {
    private final WorldDb db;
    private final ServiceUserRepository rows;
    private final OidGenerator oids;

    public ServiceUsers(WorldDb db, OidGenerator oids) {
        this.db = db;
        this.rows = new ServiceUserRepository(db);
        this.oids = oids;
    }

    /** Everybody, in the order in which they came. */
    public List<ServiceUser> all() {
        return rows.all();
    }

    /** The user of that name in this world, in any case. */
    public Optional<ServiceUser> find(String username) {
        return rows.find(username);
    }

    /** The accounts of these people by person OID; several may share one, and whoever has none is left out. */
    public Map<String, List<ServiceUser>> byOids(Collection<String> oids) {
        return rows.byOids(new LinkedHashSet<>(oids)).stream()
                .collect(Collectors.groupingBy(ServiceUser::oid, LinkedHashMap::new, Collectors.toList()));
    }

    /** Whether an account with this person OID is here; such a person is a clerk or a service, no learner. */
    public boolean hasAccount(String oid) {
        return rows.hasOid(oid);
    }

    /** Adds or replaces a user; true when it is new. Errors: {@link NameTaken} by another world. */
    public boolean put(ServiceUser user) {
        return db.transaction(() -> {
            var isNew = !rows.delete(user.username());
            insert(List.of(user));
            return isNew;
        });
    }

    /** Adds users whose names are free. Errors: {@link NameTaken}. */
    public void insert(List<ServiceUser> users) {
        try {
            rows.insert(users.stream().map(this::withOid).toList());
        } catch (StoreException.UniqueViolation e) {
            throw new NameTaken();
        }
    }

    /** A new password; the old one ends at once, what has been issued to the user goes on. */
    public void changePassword(String username, String password) {
        rows.setPassword(username, password);
    }

    /** A new client secret; the old one ends at once, what has been issued to the user goes on. */
    public void changeClientSecret(String username, String secret) {
        rows.setClientSecret(username, secret);
    }

    /**
     * Closes the accounts of a person: they stay known, without rights and with a password that nobody has.
     * True when there was one. Contract: neighbours.md 1.1, "passivoi".
     */
    public boolean close(String oid, Supplier<String> unknownPassword) {
        return db.transaction(() -> {
            var accounts = rows.byOids(List.of(oid));
            for (var account : accounts) {
                rows.setPassword(account.username(), unknownPassword.get());
                rows.setClientSecret(account.username(), unknownPassword.get());
                rows.setRoles(account.username(), Map.of());
            }
            return !accounts.isEmpty();
        });
    }

    /** Removes a user; what has been issued to it goes on. True when there was one. */
    public boolean remove(String username) {
        return rows.delete(username);
    }

    /** Without an OID one is derived from the name. */
    private ServiceUser withOid(ServiceUser user) {
        if (user.oid() != null) {
            return user;
        }
        var key = NaturalKey.ofUser(ServiceUserRepository.key(user.username()));
        return new ServiceUser(
                user.username(),
                user.password(),
                user.clientSecret(),
                oids.candidate(key, 0).value(),
                user.kayttajaTyyppi(),
                user.roles());
    }

    /** Another world has a user of this name. */
    public static final class NameTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
