package io.opintosandbox.control;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.testing.TestSandbox;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FidelityTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void known_differences_and_evidence_are_told_as_json() {
        sandbox.control()
                .get("/fidelity")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .body("divergences.find { it.id == 'header-sandbox' }.real", equalTo("No header of this name."))
                .body("operations.find { it.operation == 'POST /yleistunniste/hae' }.served", equalTo(true));
    }

    @Test
    void the_levels_of_evidence_are_told_one_by_one_and_never_added_up() {
        sandbox.control()
                .get("/fidelity")
                .then()
                .body("keySet()", equalTo(Set.of("divergences", "operations")))
                .body(
                        "operations[0].keySet()",
                        equalTo(Set.of("operation", "served", "validated", "recorded", "clients")))
                .body("operations[0]", not(hasKey("score")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html | text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
                "text/html, application/json | text/html",
                "application/json, text/html | application/json",
                "*/* | application/json",
            })
    void a_browser_gets_a_page_and_a_program_json(String accept, String type) {
        sandbox.anonymous()
                .header("Accept", accept)
                .get("/sandbox/fidelity")
                .then()
                .statusCode(200)
                .contentType(startsWith(type));
    }

    @Test
    void the_page_shows_every_difference_and_every_operation() {
        var page = sandbox.anonymous()
                .header("Accept", "text/html")
                .get("/sandbox/fidelity")
                .asString();

        assertTrue(page.contains("Every answer carries <code>Sandbox: &lt;version&gt;</code>"), page);
        var fidelity = Fidelity.read();
        fidelity.divergences().forEach(known -> assertTrue(page.contains("id=\"" + known.id() + "\""), known.id()));
        fidelity.operations().forEach(row -> assertTrue(page.contains(row.operation()), row.operation()));
    }

    @Test
    void the_start_page_links_to_it() {
        sandbox.anonymous().get("/").then().body(containsString("href=\"/sandbox/fidelity\""));
    }

    @Test
    void a_known_difference_has_an_id_of_its_own_a_date_and_a_reason() {
        var known = Fidelity.read().divergences();

        assertFalse(known.isEmpty());
        var ids = known.stream().map(Fidelity.Divergence::id).toList();
        assertEquals(ids.stream().distinct().toList(), ids);
        for (var one : known) {
            LocalDate.parse(one.since());
            Stream.of(one.id(), one.situation(), one.real(), one.sandbox(), one.why())
                    .forEach(
                            text -> assertFalse(text.isBlank() || text.contains("|") || text.contains("\n"), one.id()));
            assertEquals(
                    List.copyOf(one.cases()), one.cases().stream().distinct().toList());
        }
    }
}
