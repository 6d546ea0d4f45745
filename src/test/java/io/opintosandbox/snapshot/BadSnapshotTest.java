package io.opintosandbox.snapshot;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots that cannot be: refused with the place, and nothing has changed. */
class BadSnapshotTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static byte[] good;
    private ObjectNode snapshot;

    @BeforeAll
    static void somebody_is_there() {
        sandbox.hae(haku(sandbox.vtjHas(someone("Aku", "Esimerkki")))).then().statusCode(lessThan(300));
        sandbox.settle();
        sandbox.control().body("{\"now\":\"2027-03-01T08:00:00Z\"}").put("/clock");
        good = sandbox.control().get("/snapshot").asByteArray();
    }

    @BeforeEach
    void as_it_was_taken() throws JacksonException {
        snapshot = (ObjectNode) Json.tree(good);
    }

    @AfterEach
    void nothing_has_changed() {
        assertEquals(text(good), text(sandbox.control().get("/snapshot").asByteArray()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "/format                             | 2                    | 400 | /format",
                "/format                             | \"1\"                | 400 | /format",
                "/extra                              | 1                    | 400 | /extra",
                "/world/name                         | 7                    | 400 | /world/name",
                "/world/settings/seed                | \"x\"                | 400 | /world/settings/seed",
                "/world/settings/allow-hetus         | \"010180-123X\"      | 400 | /world/settings",
                "/world/settings/port                | \"1\"                | 400 | /world/settings/port",
                "/clock/mode                         | \"slow\"             | 400 | /clock/mode",
                "/clock/now                          | \"yesterday\"        | 400 | /clock/now",
                "/clock/now                          | \"9999-01-01T00:00:00Z\" | 400 | /clock/now",
                "/highestNumber                      | -1                   | 400 | /highestNumber",
                "/highestNumber                      | 1                    | 400 | /tables/",
                "/highestNumber                      | 9000000000000000000  | 400 | /highestNumber",
                "/state/ids                          | {\"token\":null}     | 400 | /state",
                "/state/faults                       | [{\"effect\":{}}]    | 400 | /state/faults",
                "/state/people                       | {\"x\":\"131052-308T\"} | 400 | /state/people/x",
                "/tables/henkilo                     | {}                   | 400 | /tables/henkilo",
                "/tables/henkilo/0                   | 7                    | 400 | /tables/henkilo/0",
                "/tables/henkilo/0/hetu              | \"131052-308T\"      | 400 | /tables/henkilo/0/hetu",
                "/tables/henkilo/0/sukunimi          | \"a 131052-308T\"    | 400 | /tables/henkilo/0/sukunimi",
                "/tables/henkilo/0/sukunimi          | 7                    | 400 | /tables/henkilo/0/sukunimi",
                "/tables/henkilo/0/sukunimi          | null                 | 400 | /tables/henkilo/0/sukunimi",
                "/tables/henkilo/0/sukunimi          | \"a\\u0000\"         | 400 | /tables/henkilo/0/sukunimi",
                "/tables/henkilo/0/hetu              | \"010190-901R-longer\" | 400 | /tables/henkilo/0/hetu",
                "/tables/henkilo/0/nobody            | 1                    | 400 | /tables/henkilo/0/nobody",
                "/tables/henkilo/0/luotu             | 1.5                  | 400 | /tables/henkilo/0/luotu",
                "/tables/henkilo/0/luotu             | 99999999999999999999 | 400 | /tables/henkilo/0/luotu",
                "/tables/henkilo/0/syntymaaika       | \"1.1.1990\"         | 400 | /tables/henkilo/0/syntymaaika",
                "/tables/henkilo/0/turvakielto       | \"no\"               | 400 | /tables/henkilo/0/turvakielto",
                "/tables/henkilo/0/siivous           | 3000000000           | 400 | /tables/henkilo/0/siivous",
                "/tables/henkilo/0/id                | 0                    | 400 | /tables/henkilo/0/id",
                "/tables/henkilo/0/master_id         | 1                    | 409 | /tables/henkilo",
                "/tables/vtj_henkilo/0/henkilo       | \"{}}\"              | 400 | /tables/vtj_henkilo/0/henkilo",
                "/tables/palvelukayttaja/0/oikeudet  | \"[]\"               | 400 | /tables/palvelukayttaja/0/oikeudet",
                "/tables/palvelukayttaja/0/tunnus    | \"yleistunniste2\"   | 409 | /tables/palvelukayttaja",
                "/tables/unknown                     | []                   | 400 | /tables/unknown",
            })
    void what_cannot_be_is_refused_with_its_place(String pointer, String value, int status, String field)
            throws JacksonException {
        set(pointer, Json.tree(value.getBytes(StandardCharsets.UTF_8)));

        put(Json.bytes(snapshot)).statusCode(status).body("field", startsWith(field));
    }

    @Test
    void two_rows_of_one_key_are_a_conflict() {
        var people = (ArrayNode) snapshot.at("/tables/henkilo");
        people.add(people.get(0).deepCopy());

        put(Json.bytes(snapshot)).statusCode(409).body("field", equalTo("/tables"));
    }

    @Test
    void a_missing_table_and_a_missing_field_are_named() {
        ((ObjectNode) snapshot.get("tables")).remove("viesti");
        put(Json.bytes(snapshot)).statusCode(400).body("field", equalTo("/tables/viesti"));

        snapshot.remove("clock");
        put(Json.bytes(snapshot)).statusCode(400).body("field", equalTo("/clock"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}", "null", "{\"format\":1,\"format\":1}", "{\"tables\":{}}", "\u0000"})
    void what_is_no_snapshot_is_refused(String body) {
        put(body.getBytes(StandardCharsets.UTF_8)).statusCode(400);
    }

    @Test
    void a_document_that_ends_too_soon_or_goes_on_is_refused() {
        put(text(good).substring(0, good.length / 2).getBytes(StandardCharsets.UTF_8))
                .statusCode(400);
        put((text(good) + "{}").getBytes(StandardCharsets.UTF_8)).statusCode(400);
    }

    @Test
    void a_user_whom_another_world_has_is_a_conflict() {
        sandbox.control().body("{\"name\":\"muu\"}").post("/worlds").then().statusCode(201);
        var user = (ObjectNode) snapshot.at("/tables/palvelukayttaja/0");
        user.put("tunnus", "YLEISTUNNISTE2-muu");

        put(Json.bytes(snapshot)).statusCode(409).body("field", equalTo("/tables/palvelukayttaja"));
        sandbox.control().delete("/worlds/muu").then().statusCode(204);
    }

    private static ValidatableResponse put(byte[] body) {
        return sandbox.control().body(body).put("/snapshot").then().body("message", not(equalTo(null)));
    }

    private void set(String pointer, JsonNode value) {
        var at = JsonPointer.compile(pointer);
        var parent = snapshot.at(at.head());
        if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(at.last().getMatchingProperty(), value);
            moveBeforeTables();
        }
    }

    /** The tables come last. */
    private void moveBeforeTables() {
        var tables = snapshot.remove("tables");
        snapshot.set("tables", tables);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
