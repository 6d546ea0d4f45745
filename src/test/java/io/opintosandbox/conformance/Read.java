package io.opintosandbox.conformance;

import io.opintosandbox.journal.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A call that changes nothing, as somebody has made it.
 *
 * @param username null when nobody was logged in
 * @param path with the query
 * @param body null when there was none
 */
record Read(String username, String method, String path, String body, Map<String, String> headers) {
    private static final Set<String> LISTS = Set.of(
            "/henkilo/exists",
            "/henkilo/henkiloPerustietosByHenkiloHetuList",
            "/henkilo/henkiloPerustietosByHenkiloOidList",
            "/henkilo/henkilotByHenkiloOidList",
            "/henkilo/masterHenkilosByOidList",
            "/henkilo/yhteystiedot",
            "/s2s/duplicateHenkilos",
            "/s2s/henkilo/kotikuntahistoria",
            "/s2s/henkilo/kotikuntahistoria/turvakielto",
            "/s2s/henkilo/perustiedotAsAdmin",
            "/internal/oppijahaku");
    private static final List<String> SERVICES =
            List.of(Caller.CONTEXT + "/", "/kayttooikeus-service/", "/organisaatio-service/", "/koodisto-service/");
    private static final List<String> HEADERS = List.of("Accept", "Caller-Id", "Content-Type");

    /** Empty when the call may have changed something, or cannot be sent again as it was. */
    static Optional<Read> of(Entry entry) {
        var path = entry.path() + (entry.query() == null ? "" : "?" + entry.query());
        var body = entry.body() == null || entry.body().isEmpty() ? null : entry.body();
        // What is masked was good for one login only.
        if (!isRead(entry) || entry.truncated() || (path + body).contains("****")) {
            return Optional.empty();
        }
        var headers = new TreeMap<String, String>();
        for (var name : HEADERS) {
            Optional.ofNullable(entry.header(name)).ifPresent(value -> headers.put(name, value));
        }
        return Optional.of(new Read(entry.username(), entry.method(), path, body, headers));
    }

    private static boolean isRead(Entry entry) {
        if (SERVICES.stream().noneMatch(entry.path()::startsWith)) {
            return false;
        }
        return switch (entry.method()) {
            case "GET" -> !entry.path().endsWith("/j_spring_cas_security_check");
            case "POST" ->
                entry.path().startsWith(Caller.CONTEXT)
                        && (LISTS.contains(entry.path().substring(Caller.CONTEXT.length()))
                                || entry.path().startsWith(Caller.CONTEXT + "/s2s/changedSince/"));
            default -> false;
        };
    }

    /** Where it goes, for people: the service, and of the registry the first part of the path. */
    String area() {
        var parts = path.split("[/?]", -1);
        return path.startsWith(Caller.CONTEXT) ? parts[2] : parts[1];
    }

    /** Sends it again; the logins are of that server. */
    Answer again(Http http, Logins logins, Target users) {
        var sent = new TreeMap<>(headers);
        if (username != null) {
            var alias = username.substring(SandboxTarget.PREFIX.length());
            sent.put("Authorization", "Bearer " + logins.token(users.credentials(alias)));
        }
        return http.send(method, path, sent, body);
    }
}
