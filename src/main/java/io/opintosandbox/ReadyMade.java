package io.opintosandbox;

import io.opintosandbox.access.ServiceUsers;
import io.opintosandbox.world.World;

/** Users of a world by the short names that they have in the default one. */
final class ReadyMade {

    private ReadyMade() {}

    /** What a user is called in this world; a name that is nobody's stays as it is. */
    static String name(World world, String username) {
        var here = world.username(username);
        return world.part(ServiceUsers.class).find(here).isPresent() ? here : username;
    }
}
