package io.opintosandbox.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        return tooSoon(calls, Call::opensSession, SESSION_LIFE, Call::isSessionOver);
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

    /** Threads, or parts of an adapter, may have a ticket-granting ticket each, if they use them. */
    static List<Call> newTgt(Calls calls) {
        Map<String, Integer> drawn = new HashMap<>();
        calls.where(call -> call.entry().method().equals("POST") && call.status() == 200)
                .forEach(call -> call.tgt().ifPresent(tgt -> drawn.merge(tgt, 1, Integer::sum)));
        List<Call> found = new ArrayList<>();
        Map<String, Call> last = new HashMap<>();
        Set<String> over = new HashSet<>();
        for (var call : calls.all()) {
            if (call.isNewTgt()) {
                var former = last.put(call.user(), call);
                if (former != null
                        && call.since(former).compareTo(TGT_LIFE) < 0
                        && !over.contains(former.tgt().orElse(""))
                        && drawn.getOrDefault(former.tgt().orElse(""), 0) <= 1) {
                    found.add(call);
                }
            } else if (call.entry().path().equals("/cas/logout")) {
                last.remove(call.user());
            } else if (call.status() == 404 || call.entry().method().equals("DELETE")) {
                call.tgt().ifPresent(over::add);
            }
        }
        return found;
    }

    /** Logins that cannot help: what the refused call came with was still good. */
    static List<Call> forMissingRight(Calls calls) {
        return calls.where(call -> call.isRightMissing()
                && calls.next(call)
                        .filter(next -> next.isLogin() && wasGood(call, next, calls))
                        .isPresent());
    }

    private static boolean wasGood(Call refused, Call login, Calls calls) {
        if (!refused.isBearer()) {
            return login.since(refused).compareTo(SESSION_LIFE) < 0;
        }
        // Of a token whose issue nobody has seen, nobody knows the age.
        return calls.all().stream()
                .filter(call -> call.isNewToken() && call.answers(refused.token()))
                .findFirst()
                .filter(issue -> login.since(issue).compareTo(TOKEN_LIFE) < 0)
                .isPresent();
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
}
