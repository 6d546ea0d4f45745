package io.opintosandbox.access;

import io.javalin.http.Context;
import io.opintosandbox.store.Database;
import io.opintosandbox.world.World;
import io.opintosandbox.world.Worlds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Finds users by name over all worlds: the name decides the world. */
public final class Logins {
    private final Database database;
    private final Worlds worlds;

    public Logins(Database database, Worlds worlds) {
        this.database = database;
        this.worlds = worlds;
    }

    /** A user as it is now, in its world. */
    public record Login(World world, ServiceUser user) {
        /** Whether this is the user's password. */
        public boolean hasPassword(String password) {
            return same(user.password(), password);
        }

        /** Whether these are the user's client id, letter by letter, and secret. */
        public boolean hasSecret(String clientId, String secret) {
            return user.username().equals(clientId) && same(user.clientSecret(), secret);
        }
    }

    /** The user of that name, in any case. */
    public Optional<Login> find(String username) {
        return worlds.steady(() -> worldHolding(username)
                .flatMap(world -> world.part(ServiceUsers.class).find(username).map(user -> new Login(world, user))));
    }

    /** The user of that name, in any case; the call is noted as made in its name. */
    public Optional<Login> find(String username, Context ctx) {
        var login = find(username);
        login.ifPresent(known -> Whose.of(known).note(ctx));
        return login;
    }

    /** The world of a user's name; names that nobody has any more belong to the default world. */
    public World worldOf(String username) {
        return worlds.steady(() -> worldHolding(username).orElseGet(worlds::defaultWorld));
    }

    private Optional<World> worldHolding(String username) {
        return ServiceUserRepository.worldOf(database, username).flatMap(worlds::numbered);
    }

    /** Compares in a time that does not tell where the difference is. */
    public static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
