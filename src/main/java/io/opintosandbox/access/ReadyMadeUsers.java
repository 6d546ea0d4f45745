package io.opintosandbox.access;

import java.util.List;

/** The names of a world's ready-made users as the fixtures have them, without the world's suffix. */
public record ReadyMadeUsers(List<String> names) {
    public ReadyMadeUsers {
        names = List.copyOf(names);
    }
}
