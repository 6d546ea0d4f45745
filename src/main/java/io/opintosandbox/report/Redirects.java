package io.opintosandbox.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who takes a 302 to the login for an answer, and who does what it says. Contract: auth.md 5.1 and 11. */
final class Redirects {
    private Redirects() {}

    static List<Call> takenAsAnswers(Calls calls) {
        var found = new ArrayList<>(ofNobody(calls.all()));
        for (var own : calls.byUser()) {
            if (!own.get(0).user().isEmpty()) {
                found.addAll(ofUser(own));
            }
        }
        return found;
    }

    /**
     * A client that follows the redirect gets a page that tells nobody's name: what counts is whether a login comes
     * before the user gets anything again. Threads that share a session are sent away together, and one logs in.
     */
    private static List<Call> ofUser(List<Call> own) {
        List<Call> found = new ArrayList<>();
        Set<Optional<String>> over = new HashSet<>();
        for (int i = 0; i < own.size(); i++) {
            var call = own.get(i);
            if (!isSentAway(call)) {
                continue;
            }
            var inARow = i > 0
                    && isSentAway(own.get(i - 1))
                    && session(own.get(i - 1)).equals(session(call));
            var late = !over.add(session(call));
            if (!inARow && !getsIn(own.subList(i + 1, own.size()), session(call), late)) {
                found.add(call);
            }
        }
        return found;
    }

    /**
     * Whether there is a way in before the next success. Successes of a session that is over were under way when it
     * ended; and who was sent away late, when another thread had logged in already, goes on with that one's session.
     */
    private static boolean getsIn(List<Call> later, Optional<String> session, boolean late) {
        for (var call : later) {
            if (isWayIn(call) || call.isBearer()) {
                return true;
            }
            if (call.isApi() && call.isOk() && !session(call).equals(session)) {
                return late;
            }
        }
        return false;
    }

    /** Callers without a name: whoever logs in next may be the one; who asks again, or reads the page, is not. */
    private static List<Call> ofNobody(List<Call> all) {
        List<Call> found = new ArrayList<>();
        Call open = null;
        var again = false;
        for (var call : all) {
            var nobodys = call.user().isEmpty();
            if (nobodys && isSentAway(call)) {
                again = open != null;
                open = open == null ? call : open;
            } else if (open != null && (isWayIn(call) || (nobodys && call.isBearer()))) {
                open = null;
            } else if (open != null && nobodys && call.isTo("GET", "/cas/login") && call.status() == 200) {
                found.add(open);
                open = null;
            }
        }
        if (open != null && again) {
            found.add(open);
        }
        return found;
    }

    /** A ticket that was sent in vain is another habit. */
    private static boolean isSentAway(Call call) {
        return call.isSentToLogin() && call.ticket().isEmpty() && !call.isBearer();
    }

    private static boolean isWayIn(Call call) {
        return call.isLogin() || call.isTo("POST", "/cas/login");
    }

    private static Optional<String> session(Call call) {
        return call.cookie("JSESSIONID");
    }
}
