package io.opintosandbox.neighbours.organisaatio;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is above and below whom, and how organisaatio-service tells it: neighbours.md 2. */
class OrganisaatiotTest {
    private static final String SERVICE = "/organisaatio-service/rest/organisaatio/";
    private static final String OPEN = "1.2.246.562.10.10000000116";
    private static final String CLOSED = "1.2.246.562.10.10000000124";
    private static final String AS_THE_REGISTRY_ASKS =
            "/childoids?aktiiviset=true&suunnitellut=false&lakkautetut=true&rekursiivisesti=true";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void rights_cover_the_organisation_and_all_below_it_closed_or_not() {
        var organisaatiot = readyMade();

        assertEquals(Set.of(TestSandbox.A, OPEN, CLOSED), organisaatiot.withDescendants(List.of(TestSandbox.A)));
        assertEquals(6, organisaatiot.withDescendants(List.of(TestSandbox.ROOT)).size());
        assertEquals(Set.of("1.2.3", OPEN), organisaatiot.withDescendants(List.of("1.2.3", OPEN)));
    }

    @Test
    void parents_go_up_to_the_root() {
        assertEquals(
                List.of(CLOSED, TestSandbox.A, TestSandbox.ROOT),
                List.copyOf(readyMade().withParents(CLOSED)));
        assertEquals(Set.of("1.2.3"), readyMade().withParents("1.2.3"));
        assertTrue(readyMade().has(CLOSED));
        assertFalse(readyMade().has("1.2.3"));
    }

    @Test
    void planned_ones_are_left_out_and_a_circle_ends(@TempDir Path dir) throws IOException {
        Files.writeString(dir.resolve("organisations.json"), """
                [{"oid":"1","parentOid":"3","nimi":{},"tila":"AKTIIVINEN","tyyppi":"MUU"},
                 {"oid":"2","parentOid":"1","nimi":{},"tila":"SUUNNITELTU","tyyppi":"MUU"},
                 {"oid":"3","parentOid":"2","nimi":{},"tila":"AKTIIVINEN","tyyppi":"MUU"}]
                """);
        var organisaatiot = new Organisaatiot(path -> {
            try {
                return dir.resolve(path).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertEquals(Set.of("1", "3"), organisaatiot.withDescendants(List.of("1")));
        assertEquals(Set.of("1", "2", "3"), organisaatiot.withParents("1"));
    }

    @Test
    void an_organisation_has_names_in_three_languages_and_needs_no_login() {
        sandbox.anonymous()
                .get(SERVICE + TestSandbox.A)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("oid", equalTo(TestSandbox.A))
                .body("parentOid", equalTo(TestSandbox.ROOT))
                .body("nimi.fi", equalTo("Esimerkkilän koulutuskuntayhtymä"))
                .body("nimi.sv", equalTo("Exempelby utbildningssamkommun"))
                .body("nimi.en", equalTo("Exampleville Joint Authority for Education"));
    }

    @Test
    void the_children_are_those_in_the_states_that_are_asked_for() {
        children(TestSandbox.A + AS_THE_REGISTRY_ASKS).then().body("oids", contains(OPEN, CLOSED));
        children(TestSandbox.A + "/childoids?aktiiviset=true&lakkautetut=false&rekursiivisesti=true")
                .then()
                .body("oids", contains(OPEN));
        children(TestSandbox.ROOT + "/childoids?rekursiivisesti=false")
                .then()
                .body("oids", contains(TestSandbox.A, TestSandbox.B));
        children(OPEN + AS_THE_REGISTRY_ASKS).then().body("oids", empty());
        children("1.2.246.562.10.99999999999" + AS_THE_REGISTRY_ASKS).then().body("oids", empty());
    }

    @ParameterizedTest
    @CsvSource({"GET, rest/organisaatio/1.2.246.562.10.99999999999", "GET, rest/nothing", "POST, rest/organisaatio/1"})
    void what_is_unknown_is_404(String method, String path) {
        sandbox.anonymous()
                .request(method, "/organisaatio-service/" + path)
                .then()
                .statusCode(404)
                .body("timestamp", startsWith("20"))
                .body("status", equalTo(404));
    }

    private static Organisaatiot readyMade() {
        return sandbox.server().world("default").orElseThrow().part(Organisaatiot.class);
    }

    private static Response children(String path) {
        var answer = sandbox.anonymous().get(SERVICE + path);
        assertEquals(200, answer.statusCode());
        return answer;
    }
}
