package io.opintosandbox.lives;

import static io.opintosandbox.testing.Vaestotapahtumat.json;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Everything that the registry tells of people, by person and field, in the form of the lives. */
final class View {
    private final TestSandbox sandbox;
    private final Map<String, String> tokens;

    View(TestSandbox sandbox) {
        this.sandbox = sandbox;
        this.tokens = new TreeMap<>();
    }

    Map<String, JsonNode> of(Map<String, String> oids) {
        // The clock has gone on, and tokens last an hour.
        tokens.clear();
        Map<String, JsonNode> all = new TreeMap<>();
        oids.forEach((id, oid) -> of(oid).forEach((field, value) -> all.put(id + "." + field, value)));
        return all;
    }

    private Map<String, JsonNode> of(String oid) {
        Map<String, JsonNode> fields = new TreeMap<>();
        var henkilo = get("/henkilo/" + oid);
        henkilo.properties().forEach(field -> {
            switch (field.getKey()) {
                case "modified", "modifiedAt" -> {
                    // told by changedSince
                }
                case "aidinkieli" -> fields.put("aidinkieli", field.getValue().path("kieliKoodi"));
                case "kansalaisuus" ->
                    fields.put("kansalaisuus", sorted(field.getValue().findValuesAsText("kansalaisuusKoodi")));
                case "yhteystiedotRyhma" ->
                    field.getValue()
                            .forEach(ryhma -> fields.put(
                                    "group " + ryhma.get("ryhmaKuvaus").textValue() + "/"
                                            + ryhma.get("ryhmaAlkuperaTieto").textValue(),
                                    ryhma(ryhma)));
                default -> fields.put(field.getKey(), field.getValue());
            }
        });
        fields.put("slaves", sorted(get("/henkilo/" + oid + "/slaves").findValuesAsText("oidHenkilo")));
        fields.put("master", get("/henkilo/" + oid + "/master").get("oidHenkilo"));
        fields.put("huoltajat", sorted(texts(get("/henkilo/" + oid + "/huoltajat"), View::huoltaja)));
        fields.put("kotikuntahistoria", kotikunnat("kotikuntahistoria", "", oid));
        fields.put("kotikuntahistoriaTurvakielto", kotikunnat("turvakielto", "/turvakielto", oid));
        fields.values().removeIf(JsonNode::isNull);
        return fields;
    }

    private JsonNode kotikunnat(String username, String path, String oid) {
        var answer = as(username)
                .contentType(ContentType.JSON)
                .body(Json.write(List.of(oid)))
                .post("/s2s/henkilo/kotikuntahistoria" + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Json.node(texts(
                json(answer),
                row -> row.path("kotikunta").asText() + " "
                        + row.path("kuntaanMuuttopv").asText("") + "…"
                        + (row.path("kunnastaPoisMuuttopv").isNull()
                                ? ""
                                : row.path("kunnastaPoisMuuttopv").asText(""))));
    }

    private static JsonNode ryhma(JsonNode ryhma) {
        var arvot = Json.object();
        ryhma.get("yhteystieto")
                .forEach(tieto -> arvot.set(
                        tieto.get("yhteystietoTyyppi").textValue().replace("YHTEYSTIETO_", ""),
                        tieto.get("yhteystietoArvo")));
        return arvot;
    }

    /** For example {@code 020285-900V Kaisa Maria (Kaisa) Huoltaja-Testi, kotikunta 091, groups 4 8}. */
    private static String huoltaja(JsonNode huoltaja) {
        var ryhmat = huoltaja.path("yhteystiedotRyhma").findValuesAsText("ryhmaKuvaus").stream()
                .map(kuvaus -> kuvaus.replace("yhteystietotyyppi", ""))
                .sorted()
                .collect(joining(" "));
        return "%s %s (%s) %s, kotikunta %s, groups %s"
                .formatted(
                        text(huoltaja, "hetu", "no hetu"),
                        text(huoltaja, "etunimet", "-"),
                        text(huoltaja, "kutsumanimi", "-"),
                        text(huoltaja, "sukunimi", "-"),
                        text(huoltaja, "kotikunta", "-"),
                        ryhmat.isEmpty() ? "-" : ryhmat);
    }

    private static String text(JsonNode node, String field, String missing) {
        return node.hasNonNull(field) ? node.get(field).asText() : missing;
    }

    private static List<String> texts(JsonNode array, java.util.function.Function<JsonNode, String> text) {
        return StreamSupport.stream(array.spliterator(), false).map(text).toList();
    }

    private static JsonNode sorted(List<String> texts) {
        var sorted = new ArrayList<>(texts);
        sorted.sort(null);
        return Json.node(sorted);
    }

    /** What the register keeper reads. */
    JsonNode get(String path) {
        return json(as("rekisterinpitaja")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private io.restassured.specification.RequestSpecification as(String username) {
        var token = tokens.computeIfAbsent(
                username, name -> sandbox.token(name, sandbox.user(name).get("clientSecret")));
        return sandbox.anonymous().basePath(TestSandbox.REGISTRY).header("Authorization", "Bearer " + token);
    }
}
