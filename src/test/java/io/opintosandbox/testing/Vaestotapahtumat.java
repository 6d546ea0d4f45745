package io.opintosandbox.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.json.Json;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The words of tests in which something happens to people: VTJ persons, events, and the messages they make. */
public final class Vaestotapahtumat {
    private final TestSandbox sandbox;

    public Vaestotapahtumat(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Posts an event, whatever the answer. */
    public Response post(String hetu, Object tapahtuma) {
        return sandbox.control()
                .contentType(ContentType.JSON)
                .body(tapahtuma instanceof String json ? json : Json.write(tapahtuma))
                .post("/vtj/persons/" + encoded(hetu) + "/events");
    }

    /** Posts an event that happens, and answers its message. */
    public JsonNode tapahtuu(String hetu, Object tapahtuma) {
        return json(post(hetu, tapahtuma).then().statusCode(202).extract().asString());
    }

    /** The messages under a hetu, in the order in which they came into the feed. */
    public JsonNode viestit(String hetu) {
        return viestit(Map.of("hetu", hetu, "count", 1000)).get("results");
    }

    /** A page of messages. */
    public JsonNode viestit(Map<String, ?> query) {
        return json(sandbox.control()
                .urlEncodingEnabled(true)
                .queryParams(query)
                .get("/vtj/messages")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** The person as VTJ has it. */
    public JsonNode henkilo(String hetu) {
        return json(sandbox.control()
                .get("/vtj/persons/" + encoded(hetu))
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** That an event makes a message of exactly these groups, which can be read back. */
    public void assertViesti(String hetu, String tapahtuma, String tietoryhmat) {
        var viesti = tapahtuu(hetu, tapahtuma);

        assertEquals(json(tietoryhmat), viesti.get("tietoryhmat"));
        assertEquals("waiting", viesti.get("state").textValue());
        var viestit = viestit(hetu);
        assertEquals(viesti, viestit.get(viestit.size() - 1));
    }

    public static JsonNode json(String json) {
        try {
            return Json.tree(json.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static String encoded(String hetu) {
        return hetu.replace("+", "%2B");
    }
}
