package io.opintosandbox.report;

import io.opintosandbox.journal.Entry;
import io.opintosandbox.journal.PercentSigns;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A call of the journal as situations and habits look at it. Answers are looked at as text: they are the sandbox's own,
 * compact and in a known order, and the journal may have cut them.
 */
record Call(Entry entry) {
    static final String REGISTRY = "/oppijanumerorekisteri-service";
    static final String USERS = "/kayttooikeus-service";
    static final String CAS = "/cas";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern TICKET_IN_QUERY = Pattern.compile("(?:^|&)ticket=([^&]+)");
    private static final Pattern TGT = Pattern.compile("/cas/v1/tickets/([^/?]+)$");

    /** Parts of a path that are different for each person, import or ticket. */
    private static final Pattern VALUE = Pattern.compile(
            "(?<=[/=])(?:[\\d.]{4,}|\\d+|(?:TGT|ST)-[^/]+|\\d{6}[^/]{1,3}[\\d*][^/]{3}|\\d{4}-[^/]+)(?=/|$)");

    long id() {
        return entry.id();
    }

    /** Who called; callers that nobody knows count as one. */
    String user() {
        return entry.username() == null ? "" : entry.username();
    }

    /** The status, 0 when no answer went out. */
    int status() {
        return entry.status() == null ? 0 : entry.status();
    }

    boolean isOk() {
        return status() >= 200 && status() < 300;
    }

    /** The path below the registry, or empty text when it is not the registry's. */
    String own() {
        return entry.path().startsWith(REGISTRY + "/") ? entry.path().substring(REGISTRY.length()) : "";
    }

    /** Whether it asks the registry for something, rather than logging in. */
    boolean isApi() {
        return !own().isEmpty() && !isCheck() && !own().equals("/cas/prequel") && !own().startsWith("/actuator/");
    }

    boolean isCheck() {
        return own().startsWith("/j_spring_cas_security_check");
    }

    /** Whether it asks the user service for something, rather than logging in. */
    boolean isToUsers() {
        return entry.path().startsWith(USERS + "/")
                && !entry.path().startsWith(USERS + "/oauth2/")
                && !entry.path().startsWith(USERS + "/j_spring_cas_security_check");
    }

    boolean is(String method, String ownPath) {
        return entry.method().equals(method) && own().equals(ownPath);
    }

    boolean isTo(String method, String path) {
        return entry.method().equals(method) && entry.path().equals(path);
    }

    boolean isHae() {
        return is("POST", "/yleistunniste/hae");
    }

    /** Reads the rows of an import, by either API. */
    boolean readsRows() {
        return entry.method().equals("GET") && own().matches("/(yleistunniste|oppija)/tuonti=\\d+");
    }

    boolean reads() {
        return SAFE.contains(entry.method());
    }

    /** Whether the call is one step of a login. */
    boolean isLogin() {
        return entry.path().startsWith(CAS + "/v1/")
                || isCheck()
                || entry.path().equals(USERS + "/oauth2/token")
                || ticket().isPresent();
    }

    boolean isNewTgt() {
        return isTo("POST", "/cas/v1/tickets") && status() == 201;
    }

    boolean isNewToken() {
        return isTo("POST", USERS + "/oauth2/token") && status() == 200;
    }

    /** Whether it carries a ticket that has opened a session. */
    boolean opensSession() {
        if (ticket().isEmpty() || status() == 0 || status() == 401 || own().isEmpty()) {
            return false;
        }
        return isCheck()
                ? !String.valueOf(entry.responseHeader("Location")).contains("/cas/login")
                : String.valueOf(entry.responseHeader("Set-Cookie")).startsWith("JSESSIONID");
    }

    /** The service ticket that the call uses, masked. */
    Optional<String> ticket() {
        var header = entry.header("CasSecurityTicket");
        if (header != null) {
            return Optional.of(header);
        }
        return Optional.ofNullable(entry.query())
                .map(TICKET_IN_QUERY::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    Optional<String> cookie(String name) {
        return cookies(name).findFirst();
    }

    private Stream<String> cookies(String name) {
        return entry.headers().entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase("Cookie"))
                .flatMap(field -> field.getValue().stream())
                .flatMap(value -> Pattern.compile(";").splitAsStream(value))
                .map(String::trim)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1));
    }

    /** The same value in the cookie and in the header, or in a field of a form when there is no such header. */
    boolean hasCsrf() {
        var given = Optional.ofNullable(entry.header("CSRF")).or(() -> formField("CSRF"));
        return given.filter(value -> !value.isBlank())
                .filter(value -> cookies("CSRF").anyMatch(value::equals))
                .isPresent();
    }

    private Optional<String> formField(String name) {
        var type = String.valueOf(entry.header("Content-Type")).toLowerCase(Locale.ROOT);
        if (entry.body() == null || !type.startsWith("application/x-www-form-urlencoded")) {
            return Optional.empty();
        }
        return Pattern.compile("&")
                .splitAsStream(entry.body())
                .filter(field -> field.startsWith(name + "="))
                .map(field -> field.substring(name.length() + 1))
                .findFirst();
    }

    boolean isBearer() {
        var header = entry.header("Authorization");
        return header != null && header.startsWith("Bearer ");
    }

    /** The bearer token, masked; empty text when there is none. */
    String token() {
        return isBearer() ? entry.header("Authorization").substring("Bearer ".length()) : "";
    }

    /** The ticket-granting ticket that is opened, used or ended, masked. */
    Optional<String> tgt() {
        var place = isNewTgt() ? String.valueOf(entry.responseHeader("Location")) : entry.path();
        return Optional.of(TGT.matcher(place)).filter(Matcher::find).map(found -> found.group(1));
    }

    /** Sent to the login, in the way that the registry tells of a session that is over. */
    boolean isSentToLogin() {
        var location = entry.responseHeader("Location");
        return status() == 302 && !own().isEmpty() && !isCheck() && location != null && location.contains("/cas/login");
    }

    /** The session is over, told by a redirect or, if the settings want that, by 401 in the form of a missing right. */
    boolean isSessionOver() {
        return isSentToLogin()
                || (status() == 401
                        && !own().isEmpty()
                        && entry.why().stream().anyMatch(why -> why.startsWith("the session has expired")));
    }

    /** Turned away by the front proxy, before the service saw it. */
    boolean isTurnedAway() {
        return status() == 403 && answers("Invalid request, please read");
    }

    /** 403 of the service itself. */
    boolean isForbidden() {
        return status() == 403 && !isTurnedAway();
    }

    /** 401 for a token that is not good any more, or never was. */
    boolean isTokenRefused() {
        return status() == 401 && entry.responseHeader("WWW-Authenticate") != null;
    }

    /** 401 in the registry's error form: whoever logs in again gets the same. */
    boolean isRightMissing() {
        return status() == 401
                && !own().isEmpty()
                && !isTokenRefused()
                && !isSessionOver()
                && answers("\"status\":401");
    }

    boolean answers(String text) {
        return entry.responseBody() != null && entry.responseBody().contains(text);
    }

    /** Path and query without percent signs. */
    String url() {
        var url = entry.path() + (entry.query() == null ? "" : "?" + entry.query());
        // In a path a plus is a plus, as in the hetus of those born before 1900.
        return PercentSigns.decoded(url.replace("+", "%2B"));
    }

    /** The same for calls that ask for the same. */
    String question() {
        return entry.method() + " " + url() + "\n" + entry.body();
    }

    /** Method and path with {@code …} for what is different each time. */
    String operation() {
        return entry.method() + " " + VALUE.matcher(entry.path()).replaceAll("…");
    }

    Duration since(Call earlier) {
        return Duration.between(earlier.entry.time(), entry.time());
    }
}
