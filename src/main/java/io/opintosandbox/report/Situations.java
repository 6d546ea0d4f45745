package io.opintosandbox.report;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The catalogue of situations. Contract: registry-api.md 4, registry-behaviour.md 5, auth.md 5, 6 and 11, clients.md. */
final class Situations {
    private static final Pattern NUMBERS = Pattern.compile("\"oid\":\"([\\d.]+)\",\"oppijanumero\":\"([\\d.]+)\"");
    private static final String FAULT = "POST /sandbox/faults {\"effect\":%s}";

    static final List<Situation> ALL = List.of(
            new Situation(
                    "identified",
                    "The learner is found and identified",
                    "hae: 200 with oppijanumero",
                    "hae about persona identified-already, 270688-9033",
                    call -> call.isHae() && call.status() == 200 && !hasNoNumber(call)),
            new Situation(
                    "not-identified",
                    "The learner is found, but not identified yet or never",
                    "hae: 200 with oppijanumero null",
                    "hae about persona unidentified-not-in-vtj, 021195-904U",
                    call -> call.isHae() && call.status() == 200 && hasNoNumber(call)),
            new Situation(
                    "unknown-hetu",
                    "Nobody has the hetu",
                    "hae: 404",
                    "DELETE /sandbox/vtj/persons/140390-902S, then hae about it",
                    status("POST", "/yleistunniste/hae", 404)),
            new Situation(
                    "names-differ",
                    "The hetu is somebody else's, or void",
                    "hae: 409",
                    "hae about persona void-hetu, 220363-921K, or about anybody with another surname",
                    status("POST", "/yleistunniste/hae", 409)),
            new Situation(
                    "kutsumanimi",
                    "The kutsumanimi is none of the first names",
                    "400 that names nicknameOk or kutsumanimi.must.exist.in.etunimet",
                    "hae about persona double-first-name, 160798-912N, with kutsumanimi Anni",
                    call -> call.status() == 400
                            && (call.answers("nicknameOk") || call.answers("kutsumanimi.must.exist"))),
            new Situation(
                    "old-hetu",
                    "The hetu is an old one of somebody who has a new one",
                    "400 with socialsecuritynr.already.exists",
                    "hae about persona changed-hetu-old, 040593-928J, settle, and hae again",
                    call -> call.status() == 400 && call.answers("socialsecuritynr.already.exists")),
            new Situation(
                    "invalid-hetu",
                    "The hetu cannot be one",
                    "400 with invalid.hetu",
                    "hae about 010190-901A, whose check character is wrong",
                    call -> call.status() == 400 && call.answers("invalid.hetu")),
            new Situation(
                    "linked",
                    "A person has others linked to it",
                    "200 with OIDs in linked",
                    "GET /yleistunniste/hae/{oid} about persona guide-master",
                    call -> call.status() == 200 && call.answers("\"linked\":[\"")),
            new Situation(
                    "slave",
                    "The OID is a slave's: the number is another's",
                    "200 with an oppijanumero that is not the OID",
                    "GET /yleistunniste/hae/{oid} about persona guide-duplicate",
                    call -> call.status() == 200 && call.answers("oppijanumero") && hasOthersNumber(call)),
            new Situation(
                    "passive",
                    "The person is passive",
                    "200 with passivoitu true",
                    "GET /yleistunniste/hae/{oid} about persona guide-duplicate",
                    call -> call.status() == 200 && !call.own().isEmpty() && call.answers("\"passivoitu\":true")),
            new Situation(
                    "duplicates",
                    "OIDs have duplicates",
                    "duplicateHenkilos: 200 with pairs",
                    "POST /s2s/duplicateHenkilos with the OID of persona guide-duplicate",
                    call -> call.is("POST", "/s2s/duplicateHenkilos") && call.status() == 200 && call.answers("{")),
            new Situation(
                    "import-conflict",
                    "A row of an import has names that are not those of the person",
                    "rows: conflict true",
                    "PUT /yleistunniste with 270688-9033 and another surname, settle, then read the rows",
                    call -> call.status() == 200 && call.answers("\"conflict\":true")),
            new Situation(
                    "import-too-early",
                    "The rows of an import are asked for before there are any",
                    "rows: 403",
                    "stand the clock, PUT /yleistunniste, and read the rows at once; or "
                            + FAULT.formatted("{\"import\":{\"stallAfterRows\":0}}"),
                    call -> call.readsRows() && call.isForbidden()),
            new Situation(
                    "import-running",
                    "An import is not ready yet",
                    "200 with kasitelty false",
                    "PUT /yleistunniste; " + FAULT.formatted("{\"import\":{\"stallAfterRows\":1}}") + " holds it",
                    call -> call.reads() && call.status() == 200 && call.answers("\"kasitelty\":false")),
            new Situation(
                    "import-ready",
                    "An import is ready",
                    "200 with kasitelty true",
                    "PUT /yleistunniste, POST /sandbox/settle, then read it",
                    call -> call.reads() && call.status() == 200 && call.answers("\"kasitelty\":true")),
            new Situation(
                    "session-expired",
                    "The session has expired in mid-use",
                    "302 to the login, whatever was asked for; 401 under --expired-session 401",
                    FAULT.formatted("{\"session\":\"expire\"}") + ", or the clock 31 minutes on",
                    call -> call.isSessionOver()
                            && call.cookie("JSESSIONID").isPresent()
                            && !call.user().isEmpty()),
            new Situation(
                    "token-expired",
                    "The token has expired in mid-use",
                    "401 with WWW-Authenticate and an empty body",
                    FAULT.formatted("{\"token\":\"expire\"}") + ", or the clock 7 minutes on",
                    call -> call.isTokenRefused()
                            && String.valueOf(call.entry().responseHeader("WWW-Authenticate"))
                                    .contains("expired")),
            new Situation(
                    "ticket-refused",
                    "The service ticket is used up, too old or another service's",
                    "401 with an empty body",
                    "use one ticket twice, or the clock 11 seconds on between drawing and using it",
                    call -> call.status() == 401
                            && !call.own().isEmpty()
                            && call.ticket().isPresent()
                            && !call.answers("status")),
            new Situation(
                    "right-missing",
                    "The right is missing",
                    "401 with a body and without WWW-Authenticate",
                    "call /oppija as yleistunniste",
                    Call::isRightMissing),
            new Situation(
                    "login-refused",
                    "The password or the client secret is wrong",
                    "401 of CAS, or invalid_client",
                    "change the password with PUT /sandbox/service-users/{username}",
                    call -> call.status() == 401 && call.own().isEmpty() && call.isLogin()),
            new Situation(
                    "proxy-refused",
                    "The front proxy turns the call away",
                    "403 with a text, or with what is almost JSON",
                    "start with --strict and leave the CSRF header out",
                    Call::isTurnedAway),
            new Situation(
                    "vtj-down",
                    "VTJ cannot be reached",
                    "hae: 500",
                    FAULT.formatted("{\"vtj\":\"down\"}") + ", then hae about somebody whom only VTJ knows",
                    call -> call.isHae() && call.status() == 500),
            new Situation(
                    "unavailable",
                    "The service is unavailable",
                    "503",
                    FAULT.formatted("{\"status\":503}"),
                    call -> call.status() == 503),
            new Situation(
                    "slow",
                    "The answer takes two seconds or more",
                    "any answer, late",
                    FAULT.formatted("{\"delay\":\"PT3S\"}"),
                    call -> call.entry().durationMs() >= 2_000),
            new Situation(
                    "dropped",
                    "The connection ends without an answer",
                    "nothing; a call that changes something may have been carried out",
                    FAULT.formatted("{\"drop\":true}"),
                    call -> call.status() == 0));

    private Situations() {}

    private static Predicate<Call> status(String method, String ownPath, int status) {
        return call -> call.is(method, ownPath) && call.status() == status;
    }

    private static boolean hasNoNumber(Call call) {
        return call.answers("\"oppijanumero\":null");
    }

    private static boolean hasOthersNumber(Call call) {
        var found = NUMBERS.matcher(call.entry().responseBody());
        while (found.find()) {
            if (!found.group(1).equals(found.group(2))) {
                return true;
            }
        }
        return false;
    }
}
