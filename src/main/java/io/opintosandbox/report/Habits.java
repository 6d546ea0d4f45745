package io.opintosandbox.report;

import java.util.List;
import java.util.regex.Pattern;

/** The catalogue of habits. Contract: auth.md 2, 5 to 8 and 11, clients.md. */
final class Habits {
    private static final Pattern HETU =
            Pattern.compile("(?<![A-Za-z0-9])\\d{6}[-+A-FU-Y](?:\\d{3}[0-9A-Y]|\\*{4})(?![A-Za-z0-9])");

    static final List<Habit> ALL = List.of(
            new Habit(
                    "login-per-call",
                    "Logs in for every call",
                    "Keep the session cookie: it lives 30 minutes from its last use. Log in again when the answer is a"
                            + " 302 to the login.",
                    LoginHabits::sessionPerCall),
            new Habit(
                    "tgt-per-ticket",
                    "Fetches a new TGT each time",
                    "Keep the ticket-granting ticket: it lives 8 hours and gives any number of service tickets. A 404 on"
                            + " it means that it is over.",
                    LoginHabits::newTgt),
            new Habit(
                    "ticket-reused",
                    "Uses a service ticket again",
                    "Draw a new service ticket for each login: it is good once, for 10 seconds.",
                    LoginHabits::reusedTicket),
            new Habit(
                    "token-per-call",
                    "Fetches a new token for every call",
                    "Keep the token as long as expires_in says, less a margin; get a new one when a call answers 401 with"
                            + " WWW-Authenticate.",
                    LoginHabits::tokenPerCall),
            new Habit(
                    "login-for-missing-right",
                    "Logs in again when a right is missing",
                    "A 401 with a body and without WWW-Authenticate is about rights: tell a person, log in no more.",
                    LoginHabits::forMissingRight),
            new Habit(
                    "basic-auth",
                    "Sends the client secret as HTTP Basic",
                    "Send client_id and client_secret as form fields; nothing else is taken.",
                    calls -> calls.where(call -> call.isTo("POST", Call.USERS + "/oauth2/token")
                            && String.valueOf(call.entry().header("Authorization"))
                                    .startsWith("Basic"))),
            new Habit(
                    "post-with-ticket",
                    "Puts the ticket into the query of a POST",
                    "Send it in the header CasSecurityTicket, or open a session first: on POST the query is not looked"
                            + " at.",
                    calls -> calls.where(call -> call.isSentToLogin()
                            && call.entry().method().equals("POST")
                            && call.entry().header("CasSecurityTicket") == null
                            && call.ticket().isPresent())),
            new Habit(
                    "redirect-as-answer",
                    "Takes a 302 for an answer",
                    "Do not follow redirects. A 302 to the login means that the session is over: log in, then call again.",
                    Redirects::takenAsAnswers),
            new Habit(
                    "no-caller-id",
                    "Sends no Caller-Id",
                    "Send the header Caller-Id with organisation OID and system name on every call, for example"
                            + " 1.2.246.562.10.00000000001.my-adapter.",
                    calls -> calls.where(call -> (call.isApi()
                                    || call.isCheck()
                                    || call.entry().path().startsWith(Call.USERS + "/"))
                            && blank(call.entry().header("Caller-Id")))),
            new Habit(
                    "no-csrf",
                    "Changes things with a session, but without CSRF",
                    "Send the same value in the cookie CSRF and the header CSRF, or the field CSRF of a form: on the virkailija"
                            + " host a proxy turns the call away otherwise. Calls with a bearer token go to another host and need none.",
                    calls -> calls.where(call -> (call.isApi() || call.isToUsers())
                            && !call.reads()
                            && !call.isBearer()
                            && !call.hasCsrf())),
            new Habit(
                    "hetu-in-url",
                    "Puts a hetu into a URL",
                    "URLs end up in logs of proxies. Ask with POST /yleistunniste/hae, or with"
                            + " POST /henkilo/henkiloPerustietosByHenkiloHetuList.",
                    calls -> calls.where(call -> HETU.matcher(call.url()).find())),
            new Habit(
                    "single-calls",
                    "Asks one by one where a batch fits",
                    "Ten of a kind in a row are a batch: PUT /yleistunniste instead of hae,"
                            + " POST /henkilo/henkilotByHenkiloOidList and masterHenkilosByOidList instead of single reads.",
                    CallHabits::single),
            new Habit(
                    "polls-too-fast",
                    "Polls faster than once a second",
                    "Wait at least a second between two looks at an import, and longer each time.",
                    CallHabits::fastPolls),
            new Habit(
                    "rows-too-early",
                    "Reads the rows of an import before it is ready",
                    "Look at GET …/tuonti={id}/perustiedot until kasitelty is true, then read the rows: before that the"
                            + " answer is 403, or rows that are not done.",
                    calls -> calls.where(call -> call.readsRows()
                            && (call.isForbidden() || (call.isOk() && call.answers("\"kasitelty\":false"))))),
            new Habit(
                    "repeats-refused",
                    "Repeats a call that was refused, unchanged",
                    "400, 404 and 409 stay what they are until something changes: put the case before a person.",
                    CallHabits::repeats),
            new Habit(
                    "unknown-fields",
                    "Sends fields that the registry does not know",
                    "They are ignored without a word: look for a typo. The journal's unknownFields names them.",
                    calls -> calls.where(call -> !call.entry().unknownFields().isEmpty())),
            new Habit(
                    "unknown-paths",
                    "Calls paths that nothing answers",
                    "The journal's nearest names the operation that may be meant.",
                    calls -> calls.where(call -> call.entry().nearest() != null)),
            new Habit(
                    "deprecated",
                    "Uses deprecated calls",
                    "They will go away: ask with POST /henkilo/henkilotByHenkiloOidList instead of GET /henkilo, and with"
                            + " GET /henkilo/current/omattiedot instead of /cas/me and /cas/myroles.",
                    calls -> calls.where(OldCalls::is)));

    private Habits() {}

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
