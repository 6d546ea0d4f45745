package io.opintosandbox.registry.viestit;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.row;
import static io.opintosandbox.testing.TestSandbox.someone;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whoever sends imports and reads the outbox, under a clock that stands until it is moved. */
final class Tuoja {
    static final String IDENTIFICATION_RUN = "PT2S";
    static final String MAIL_TASK = "PT5M";

    private final TestSandbox sandbox;

    Tuoja(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** A world of its own at eight o'clock, in which nothing waits. */
    void aloittaa(String profile) {
        sandbox.control()
                .body(Json.write(Map.of("profile", profile)))
                .post("/reset")
                .then()
                .statusCode(204);
        sandbox.control()
                .body("{\"now\":\"2027-03-01T08:00:00Z\"}")
                .put("/clock")
                .then()
                .statusCode(200);
        sandbox.settle().then().statusCode(200);
    }

    /** Somebody whom identification finds. */
    Map<String, Object> loytyva() {
        return haku(sandbox.vtjHas(someone("Lotta", "Löytyvä")));
    }

    /** Somebody whom VTJ does not know. */
    static Map<String, Object> tuntematon() {
        return haku(someone("Tuure", "Tuntematon"));
    }

    /** Somebody who has other names in VTJ. */
    Map<String, Object> toisenniminen() {
        VtjHenkilo toinen = sandbox.vtjHas(someone("Taina", "Toisenniminen"));
        return haku(toinen, "Kalevi", "Muunlainen");
    }

    /** Sends an import of the narrow API with an address; its rows are processed. */
    void tuo(String sahkoposti, List<Map<String, Object>> haut) {
        put(
                "yleistunniste",
                "/yleistunniste",
                sahkoposti,
                haut.stream().map(haku -> row("t", haku)).toList());
    }

    /** Sends an import of the wide API with one learner who has no hetu. */
    void tuoHetuton(String sahkoposti) {
        var oppija = new LinkedHashMap<>(RegistryCalls.nimet());
        oppija.put("sahkoposti", "hetuton@example.com");
        oppija.put("kansalaisuus", List.of(Map.of("koodi", "752")));
        put("oppijoidentuonti", "/oppija", sahkoposti, List.of(row("t", oppija)));
    }

    private void put(String username, String path, String sahkoposti, List<Map<String, Object>> rivit) {
        Map<String, Object> tuonti = new LinkedHashMap<>();
        tuonti.put("sahkoposti", sahkoposti);
        tuonti.put("henkilot", rivit);
        new RegistryCalls(sandbox).put(username, path, tuonti).then().statusCode(200);
    }

    void siirtaaKelloa(String advance) {
        sandbox.control()
                .body(Json.write(Map.of("advance", advance)))
                .put("/clock")
                .then()
                .statusCode(200);
    }

    /** The mail service answers this to the next call. */
    void rikkooPostin(int status, String path) {
        sandbox.control()
                .body(Json.write(
                        Map.of("match", Map.of("method", "POST", "path", path), "effect", Map.of("status", status))))
                .post("/faults")
                .then()
                .statusCode(201);
    }

    Response mails() {
        return sandbox.control().get("/mails");
    }

    /** How many messages have left. */
    int lahteneita() {
        return mails().jsonPath().getInt("results.findAll { it.state == 'sent' }.size()");
    }

    List<String> vastaanottajat(int message) {
        return mails().jsonPath().getList("results[" + message + "].vastaanottajat.sahkopostiOsoite");
    }
}
