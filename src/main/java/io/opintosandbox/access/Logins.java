package io.opintosandbox.access;

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
    public record Login(World world, ServiceUser user) {}

    /** The user of that name, in any case. */
    public Optional<Login> find(String username) {
        return worlds.steady(() -> worldHolding(username)
                .flatMap(world -> world.part(ServiceUsers.class).find(username).map(user -> new Login(world, user))));
    }

    /** The user of that name, in any case, if the password is right. */
    public Optional<Login> byPassword(String username, String password) {
        return find(username).filter(login -> same(login.user().password(), password));
    }

    /** The user whose name is the client id, letter by letter, if the secret is right. */
    public Optional<Login> bySecret(String clientId, String secret) {
        return find(clientId)
                .filter(login -> login.user().username().equals(clientId))
                .filter(login -> same(login.user().clientSecret(), secret));
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
