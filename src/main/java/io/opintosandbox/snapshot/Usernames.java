package io.opintosandbox.snapshot;

import io.opintosandbox.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the users of one world are called in another: ready-made ones carry the suffix of the world that they are in. */
final class Usernames {
    private final Map<String, String> renamed = new HashMap<>();

    /** @param readyMade names as in the fixtures */
    Usernames(List<String> readyMade, String from, World to) {
        for (var name : readyMade) {
            renamed.put(World.usernameIn(from, name).toLowerCase(Locale.ROOT), to.username(name));
        }
    }

    /** The name in the new world; null stays null. */
    String of(String username) {
        return username == null ? null : renamed.getOrDefault(username.toLowerCase(Locale.ROOT), username);
    }
}
