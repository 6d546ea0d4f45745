package io.opintosandbox.snapshot;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.row;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A world goes out as a document and comes in elsewhere as the same world: control-api.md, "snapshot". */
class SnapshotTest {
    @RegisterExtension
    static final TestSandbox here = new TestSandbox(Settings.defaults()
            .with(Setting.SEED, "7")
            .with(Setting.OIDS, "sequence")
            .with(Setting.SCENARIO, "broken-night"));

    @RegisterExtension
    static final TestSandbox there = new TestSandbox();

    @Test
    void elsewhere_the_same_world_gives_the_same_answers_and_goes_on_alike() throws JacksonException {
        muchHappens();

        var snapshot = snapshot(here);
        assertEquals(text(snapshot), text(snapshot(here)));
        put(there, snapshot);

        assertEquals(text(snapshot), text(snapshot(there)));
        same(Json.tree(snapshot));

        // The faults are gone, which the answers were asked under.
        for (var sandbox : List.of(here, there)) {
            sandbox.settle().then().statusCode(200);
            sandbox.control().body("{\"advance\":\"P2D\"}").put("/clock").then().statusCode(200);
            sandbox.settle().then().statusCode(200);
        }
        var later = Json.tree(snapshot(here));
        assertTrue(later.path("tables").path("henkilo").size() > 10);
        same(later);
        assertEquals(text(withoutIds(snapshot(here))), text(withoutIds(snapshot(there))));
    }

    @Test
    void a_world_of_another_name_takes_over_with_users_of_its_own_name() throws JacksonException {
        var snapshot = snapshot(here);
        there.control().body("{\"name\":\"kopio\"}").post("/worlds").then().statusCode(201);

        there.control()
                .header("Sandbox-World", "kopio")
                .body(snapshot)
                .put("/snapshot")
                .then()
                .statusCode(204);

        var users = there.control()
                .header("Sandbox-World", "kopio")
                .get("/service-users")
                .jsonPath();
        assertTrue(users.getList("username").contains("rekisterinpitaja-kopio"));
        assertEquals(here.control().get("/service-users").jsonPath().getList("password"), users.getList("password"));
        var secret = users.getString("find { it.username == 'rekisterinpitaja-kopio' }.clientSecret");
        var oid = Json.tree(snapshot)
                .path("tables")
                .path("henkilo")
                .path(0)
                .path("oid")
                .asText();
        there.anonymous()
                .basePath(TestSandbox.REGISTRY)
                .header("Authorization", "Bearer " + there.token("rekisterinpitaja-kopio", secret))
                .get("/henkilo/" + oid)
                .then()
                .statusCode(200);
        there.control().delete("/worlds/kopio").then().statusCode(204);
    }

    @Test
    void in_the_same_server_the_numbers_of_rows_move_and_their_references_with_them() throws JacksonException {
        muchHappens();
        var original = Json.tree(snapshot(here));
        here.control().body("{\"name\":\"toinen\"}").post("/worlds").then().statusCode(201);

        here.control()
                .header("Sandbox-World", "toinen")
                .body(Json.bytes(original))
                .put("/snapshot")
                .then()
                .statusCode(204);

        var moved = Json.tree(here.control()
                .header("Sandbox-World", "toinen")
                .get("/snapshot")
                .asByteArray());
        var by = moved.path("highestNumber").asLong()
                - original.path("highestNumber").asLong();
        assertTrue(by > 0);
        assertEquals(text(withoutIds(Json.bytes(original))), text(withoutIds(Json.bytes(moved))));
        var child = original.path("tables").path("huoltajuus").path(0);
        var copy = moved.path("tables").path("huoltajuus").path(0);
        assertEquals(child.path("lapsi_id").asLong() + by, copy.path("lapsi_id").asLong());
        here.control().delete("/worlds/toinen").then().statusCode(204);
    }

    private static void muchHappens() {
        here.reset();
        var child = here.vtjHas(
                VtjHenkilo.of(Hetu.of(LocalDate.of(2015, 1, 1), 'A', 900).value(), "Lapsi", "Lapsi", "Perhonen")
                        .toBuilder()
                        .huoltajat(VtjHenkilo.Huoltaja.of("140390-902S"))
                        .build());
        var many = IntStream.range(0, 20)
                .mapToObj(i -> here.vtjHas(someone("Monta", "Monikko")))
                .toList();
        here.control()
                .body("{\"now\":\"2027-03-01T08:00:00Z\"}")
                .put("/clock")
                .then()
                .statusCode(200);
        here.hae(haku(child)).then().statusCode(lessThan(500));
        here.startImport(many.stream()
                .limit(10)
                .map(henkilo -> row(henkilo.hetu(), haku(henkilo)))
                .toList());
        here.settle().then().statusCode(200);
        here.startImport(many.stream()
                .skip(10)
                .map(henkilo -> row(henkilo.hetu(), haku(henkilo, "Väärä", "Nimi")))
                .toList());
        here.control()
                .body("{\"type\":\"NAME_CHANGE\",\"sukunimi\":\"Uusi\"}")
                .post("/vtj/persons/" + many.get(0).hetu() + "/events")
                .then()
                .statusCode(202);
        here.control()
                .body("{\"type\":\"DEATH\",\"kuolinpaiva\":\"2027-02-27\"}")
                .post("/vtj/persons/" + many.get(1).hetu() + "/events")
                .then()
                .statusCode(202);
        here.control().body("{}").post("/vtj/persons").then().statusCode(201);
        here.control().body("{\"allow\":true}").put("/external-permissions/KOSKI");
        here.control()
                .body("{\"effect\":{\"import\":{\"stallAfterRows\":5}}}")
                .post("/faults")
                .then()
                .statusCode(201);
        here.settle();
    }

    private static void same(JsonNode snapshot) {
        var answers = Answers.of(here, snapshot);
        var others = Answers.of(there, snapshot);
        assertTrue(answers.values().stream()
                        .filter(answer -> answer.startsWith("200 "))
                        .count()
                > answers.size() / 2);
        answers.forEach((call, answer) -> assertEquals(answer, others.get(call), call));
    }

    private static byte[] snapshot(TestSandbox sandbox) {
        return sandbox.control()
                .get("/snapshot")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static void put(TestSandbox sandbox, byte[] snapshot) {
        sandbox.control().body(snapshot).put("/snapshot").then().statusCode(204);
    }

    private static String text(byte[] json) {
        return new String(json, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Numbers of rows count on, each in its server. */
    private static byte[] withoutIds(byte[] snapshot) {
        return text(snapshot)
                .replaceAll("\"(id|\\w+_id|perustieto_avain|highestNumber)\":\\d+", "\"$1\":0")
                .replaceAll("\"(name|tunnus|tunnus_avain)\":\"[^\"]*\"", "\"$1\":\"\"")
                .replaceAll("\"ids\":\\{[^}]*}", "\"ids\":{}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
