package io.opintosandbox.http;

import io.opintosandbox.access.Right;
import java.util.List;

/** Decides whether a caller may make a call, before anything is done for it. Contract: registry-api.md 1.1, step 5. */
@FunctionalInterface
public interface Guard {

    /** Lets the call through, or throws {@link Problem#noRight}. */
    void admit(Call call);

    /** What has to be in order before the right is looked at, such as a header that the right depends on. */
    default void prepare(Call call) {}

    /** Anybody who is logged in. */
    static Guard anybody() {
        return call -> {};
    }

    /** Callers that have one of the rights, in any organisation. */
    static Guard roles(Right... rights) {
        var wanted = List.of(rights);
        return call -> {
            if (wanted.stream().noneMatch(call.kutsuja()::has)) {
                throw Problem.noRight("the call needs the right " + wanted);
            }
        };
    }

    /** The register keeper of the whole country. */
    static Guard superUser() {
        return call -> {
            if (!call.kutsuja().isSuper()) {
                throw Problem.noRight("the call needs the right REKISTERINPITAJA at the root organisation");
            }
        };
    }
}
