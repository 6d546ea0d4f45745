package io.opintosandbox.snapshot;

import static io.restassured.http.ContentType.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What a server says to a broad set of reading calls about everybody in a snapshot. */
final class Answers {
    private static final List<String> OF_EACH = List.of(
            "/henkilo/%s",
            "/henkilo/%s/master",
            "/henkilo/%s/slaves",
            "/henkilo/%s/huoltajat",
            "/henkilo/%s/omattiedot",
            "/henkilo/%s/hakemukset",
            "/henkilo/%s/identification",
            "/henkilo/%s/passinumerot",
            "/henkilo/%s/yksilointitiedot",
            "/henkilo/%s/asiointiKieli",
            "/yleistunniste/hae/%s");
    private static final List<String> OF_ALL = List.of(
            "/henkilo/yksilointitiedot?page=0&count=50",
            "/henkilo/huoltajasuhdemuutokset",
            "/henkilo/duplikaatit?etunimet=Maija&kutsumanimi=Maija&sukunimi=Meikalainen",
            "/oppija/muuttuneet?page=1&count=100",
            "/henkilo/hakutermi=a");
    private static final List<String> OF_THE_SANDBOX = List.of(
            "/vtj/persons?count=100",
            "/vtj/messages?count=100",
            "/mails",
            "/virheraportti",
            "/scenarios",
            "/external-permissions",
            "/faults",
            "/service-users",
            "/clock");

    private Answers() {}

    /** Status and body by call. */
    static Map<String, String> of(TestSandbox sandbox, JsonNode snapshot) {
        Map<String, String> answers = new LinkedHashMap<>();
        // Asked first: logins and calls are struck by faults.
        OF_THE_SANDBOX.forEach(path -> put(answers, path, sandbox.control(), path));
        sandbox.control().delete("/faults");
        var token = sandbox.token(
                "rekisterinpitaja", sandbox.user("rekisterinpitaja").get("clientSecret"));
        var oids = values(snapshot, "henkilo", "oid");
        for (var oid : oids) {
            OF_EACH.forEach(path -> put(answers, path, as(sandbox, token), path.formatted(oid)));
        }
        for (var hetu : values(snapshot, "henkilo", "hetu")) {
            put(answers, "hetu", as(sandbox, token), "/henkilo/hetu=" + hetu);
        }
        for (var id : values(snapshot, "tuonti", "id")) {
            put(answers, "tuonti", as(sandbox, token), "/yleistunniste/tuonti=" + id);
            put(answers, "tuonti", as(sandbox, token), "/oppija/tuonti=" + id + "/perustiedot");
        }
        OF_ALL.forEach(path -> put(answers, path, as(sandbox, token), path));
        for (var path : List.of("henkilotByHenkiloOidList", "masterHenkilosByOidList")) {
            var answer =
                    as(sandbox, token).contentType(JSON).body(Json.write(oids)).post("/henkilo/" + path);
            answers.put(path, answer.statusCode() + " " + answer.asString());
        }
        return answers;
    }

    private static void put(Map<String, String> answers, String name, RequestSpecification request, String path) {
        var answer = request.get(path);
        var body = answer.asString().replaceAll("\"timestamp\":\\d+", "").replaceAll("localhost:\\d+", "here");
        answers.put(name + " " + path, answer.statusCode() + " " + body);
    }

    private static RequestSpecification as(TestSandbox sandbox, String token) {
        return sandbox.anonymous().basePath(TestSandbox.REGISTRY).header("Authorization", "Bearer " + token);
    }

    private static List<String> values(JsonNode snapshot, String table, String column) {
        return StreamSupport.stream(snapshot.path("tables").path(table).spliterator(), false)
                .map(row -> row.path(column).asText())
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
