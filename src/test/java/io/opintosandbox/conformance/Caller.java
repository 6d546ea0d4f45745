package io.opintosandbox.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** Sends the requests of a case as the users that it names. */
final class Caller {
    static final String CONTEXT = "/oppijanumerorekisteri-service";

    private static final String CALLER_ID = "1.2.246.562.10.00000000001.conformance";

    private final Target target;
    private final Templates templates;
    private final Map<String, String> ownUsers = new TreeMap<>();

    Caller(Target target, Templates templates) {
        this.target = target;
        this.templates = templates;
    }

    /** From now on the case's alias means this user of the server. */
    void rename(String alias, String user) {
        ownUsers.put(alias, user);
    }

    Logins.Credentials credentials(String alias) {
        return target.credentials(ownUsers.getOrDefault(alias, alias));
    }

    Answer call(Step.Request request) {
        var headers = headers(request.as(), request.token());
        var body = body(request);
        body.ifPresent(text -> headers.put("Content-Type", request.form() == null ? "application/json" : Http.FORM));
        if (request.headers() != null) {
            request.headers().forEach((name, value) -> {
                if (value == null) {
                    headers.remove(name);
                } else {
                    headers.put(name, templates.fill(value));
                }
            });
        }
        var path = (request.root() ? "" : CONTEXT) + templates.fill(request.path());
        return send(request.method(), path, headers, body.orElse(null));
    }

    /** Sends all at the same time. */
    List<Answer> callAtOnce(List<Step.Request> requests) {
        var pool = Executors.newFixedThreadPool(requests.size());
        try {
            var answers = requests.stream()
                    .map(request -> CompletableFuture.supplyAsync(() -> call(request), pool))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    /** A GET below the registry's context path. */
    Answer get(String path, String alias) {
        return send("GET", CONTEXT + path, headers(alias, null), null);
    }

    private Answer send(String method, String path, Map<String, String> headers, String body) {
        var answer = target.http().send(method, path, headers, body);
        if (answer.path().startsWith(CONTEXT + "/")) {
            RegistryAnswers.check(
                    method,
                    answer.path().substring(CONTEXT.length()),
                    answer.status(),
                    answer.header("Content-Type").asText(null),
                    answer.text());
        }
        return answer;
    }

    private Optional<String> body(Step.Request request) {
        if (request.json() != null) {
            return Optional.of(templates.fill(request.json()).toString());
        }
        if (request.form() != null) {
            var form = new LinkedHashMap<String, String>();
            request.form().forEach((name, value) -> form.put(name, templates.fill(value)));
            return Optional.of(Http.form(form));
        }
        return Optional.ofNullable(request.raw()).map(templates::fill);
    }

    private Map<String, String> headers(String alias, String token) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Accept", "*/*");
        headers.put("Caller-Id", CALLER_ID);
        if (alias != null) {
            headers.put("Authorization", "Bearer " + token(alias, token));
        }
        return headers;
    }

    private String token(String alias, String kind) {
        if ("expired".equals(kind)) {
            return target.steered().expiredToken(alias);
        }
        var token = target.logins().token(credentials(alias));
        return "tampered".equals(kind) ? tampered(token) : token;
    }

    /** The first character of the signature is another one. */
    private static String tampered(String token) {
        var signature = token.lastIndexOf('.') + 1;
        var other = token.charAt(signature) == 'B' ? 'C' : 'B';
        return token.substring(0, signature) + other + token.substring(signature + 1);
    }
}
