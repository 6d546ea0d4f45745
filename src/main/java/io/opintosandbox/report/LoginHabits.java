package io.opintosandbox.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Habits about tickets, sessions and tokens. Contract: auth.md 2, 5 to 7, 10. */
final class LoginHabits {
    private static final Duration TGT_LIFE = Duration.ofHours(8);
    private static final Duration SESSION_LIFE = Duration.ofMinutes(30);
    /** Less a margin that a careful client takes. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(4);

    private LoginHabits() {}

    static List<Call> sessionPerCall(Calls calls) {
        return tooSoon(calls, Call::opensSession, SESSION_LIFE, Call::isSentToLogin);
    }

    static List<Call> tokenPerCall(Calls calls) {
        return tooSoon(calls, Call::isNewToken, TOKEN_LIFE, Call::isTokenRefused);
    }

    /** Logins of a kind of which the one before was used for one call at most, and was still good. */
    private static List<Call> tooSoon(Calls calls, Predicate<Call> login, Duration life, Predicate<Call> isOver) {
        List<Call> found = new ArrayList<>();
        for (var own : calls.byUser()) {
            Call last = null;
            var used = 0;
            var over = false;
            for (var call : own) {
                if (login.test(call)) {
                    if (last != null && used <= 1 && !over && call.since(last).compareTo(life) < 0) {
                        found.add(call);
                    }
                    last = call;
                    // A ticket on the call itself is used for that call.
                    used = call.isApi() ? 1 : 0;
                    over = false;
                } else {
                    used += call.isApi() ? 1 : 0;
                    over |= isOver.test(call);
                }
            }
        }
        return found;
    }

    static List<Call> newTgt(Calls calls) {
        List<Call> found = new ArrayList<>();
        for (var own : calls.byUser()) {
            Call last = null;
            for (var call : own) {
                if (call.isNewTgt()) {
                    if (last != null && call.since(last).compareTo(TGT_LIFE) < 0) {
                        found.add(call);
                    }
                    last = call;
                } else if (isEndOfTgt(call)) {
                    last = null;
                }
            }
        }
        return found;
    }

    private static boolean isEndOfTgt(Call call) {
        return call.entry().path().startsWith("/cas/v1/tickets/")
                && (call.status() == 404 || call.entry().method().equals("DELETE"));
    }

    /** With its own session's cookie a ticket may be sent along again. */
    static List<Call> reusedTicket(Calls calls) {
        Set<String> used = new HashSet<>();
        return calls.where(call -> !call.own().isEmpty()
                && call.ticket().isPresent()
                && !(call.isSentToLogin() && call.entry().header("CasSecurityTicket") == null)
                && !used.add(call.ticket().get())
                && (call.status() == 401 || call.cookie("JSESSIONID").isEmpty()));
    }

    /** The next call goes on without a login, or asks for the login page as if it were the answer. */
    static List<Call> redirectAsAnswer(Calls calls) {
        List<Call> found = new ArrayList<>();
        for (int i = 0; i < calls.all().size() - 1; i++) {
            var call = calls.all().get(i);
            if (!call.isSentToLogin()) {
                continue;
            }
            for (int j = i + 1; j < calls.all().size(); j++) {
                var next = calls.all().get(j);
                if (next.user().equals(call.user()) || next.user().isEmpty()) {
                    if (isLoginPage(next) || (next.isApi() && next.ticket().isEmpty() && !next.isBearer())) {
                        found.add(call);
                    }
                    break;
                }
            }
        }
        return found;
    }

    private static boolean isLoginPage(Call call) {
        return call.isTo("GET", "/cas/login") && call.status() == 200;
    }
}
