package io.opintosandbox.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server that is held to the cases. */
interface Target {
    Http http();

    Logins logins();

    Logins.Credentials credentials(String alias);

    /** The OID of a user, when it is known. */
    Optional<String> userOid(String alias);

    /** The OIDs of the organisations that are known, by alias. */
    Map<String, String> organisations();

    /** Why a case cannot be run here; empty when it can. */
    Optional<String> cannotRun(Case wanted);

    /** How many times, a second apart, an import is asked whether it is done. */
    int importPolls();

    /** What only a sandbox has; empty when nobody may steer the server. */
    Optional<Control> control();

    /** {@link #control}, for a step that cannot do without. */
    default Control steered() {
        return control().orElseThrow(() -> new IllegalStateException("this server cannot be steered"));
    }

    /** A sandbox's own API, as far as cases use it. */
    interface Control {
        void putPerson(ObjectNode vtj);

        /** The population register does not know the hetu, whether it did or not. */
        void forgetPerson(String hetu);

        void putUser(User user, String oid);

        void settle();

        /** A token that has expired, of a user of its own, so that nobody else's expires. */
        String expiredToken(String alias);
    }

    /** Aliases that a case logs in as, but for the users of its own. */
    static List<String> aliases(Case wanted) {
        return wanted.steps().stream()
                .flatMap(step -> {
                    if (step instanceof Step.Ticket ticket) {
                        return List.of(ticket.ticket()).stream();
                    }
                    if (step instanceof Step.ImportDone done) {
                        return List.of(done.as()).stream();
                    }
                    return step.requests().stream().map(Step.Request::as);
                })
                .filter(alias -> alias != null
                        && User.ALL.stream().anyMatch(user -> user.alias().equals(alias)))
                .distinct()
                .toList();
    }
}
