package io.opintosandbox.registry.viestit;

import static io.opintosandbox.registry.viestit.Tuoja.IDENTIFICATION_RUN;
import static io.opintosandbox.registry.viestit.Tuoja.MAIL_TASK;
import static io.opintosandbox.registry.viestit.Tuoja.tuntematon;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How messages leave the outbox, and what they say: registry-behaviour.md 17.5, exchanges/lives-mail.md. */
class PostitusTest {
    private static final String SUBJECT = "Virkailijan opintopolku: oppijoiden tuonti suoritettu";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final Tuoja tuoja = new Tuoja(sandbox);

    @BeforeEach
    void the_clock_stands_and_the_outbox_is_empty() {
        tuoja.aloittaa("sandbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lahetys/v1/lahetykset", "/lahetys/v1/viestit"})
    void a_message_that_the_mail_service_fails_to_take_is_tried_again_after_ten_minutes(String path) {
        queued();
        tuoja.rikkooPostin(500, path);
        tuoja.siirtaaKelloa(MAIL_TASK);
        tuoja.mails().then().body("results[0].state", equalTo("queued")).body("results[0].attempts", equalTo(1));

        tuoja.siirtaaKelloa(MAIL_TASK);
        sandbox.settle().then().body("mails", equalTo(0));
        tuoja.mails()
                .then()
                .body("total", equalTo(1))
                .body("results[0].state", equalTo("queued"))
                .body("results[0].attempts", equalTo(1));

        tuoja.siirtaaKelloa("PT6M");
        tuoja.mails()
                .then()
                .body("total", equalTo(1))
                .body("results[0].state", equalTo("sent"))
                .body("results[0].attempts", equalTo(2));
    }

    @Test
    void a_settle_delivers_what_waits_its_turn() {
        queued();

        sandbox.settle().then().body("mails", equalTo(1));
        sandbox.settle().then().body("mails", equalTo(0));
        assertEquals(1, tuoja.lahteneita());
    }

    @Test
    void a_retry_that_is_due_is_sent_by_a_settle_too() {
        queued();
        tuoja.rikkooPostin(503, "/lahetys");
        sandbox.settle().then().body("mails", equalTo(0));
        tuoja.siirtaaKelloa("PT11M");

        assertEquals(1, tuoja.lahteneita());
    }

    @Test
    void a_message_that_the_mail_service_will_not_have_is_dropped_for_good() {
        queued();
        tuoja.rikkooPostin(400, "/lahetys/v1/lahetykset");
        tuoja.siirtaaKelloa(MAIL_TASK);

        tuoja.siirtaaKelloa("P1D");
        tuoja.mails()
                .then()
                .body("total", equalTo(1))
                .body("results[0].state", equalTo("dropped"))
                .body("results[0].attempts", equalTo(1));
        sandbox.control().get("/status").then().body("counts.openWork", equalTo(0));
    }

    @Test
    void a_fault_for_everything_is_not_spent_on_the_mail() {
        queued();
        sandbox.control()
                .body("{\"effect\":{\"status\":503}}")
                .post("/faults")
                .then()
                .statusCode(201);

        sandbox.settle().then().body("mails", equalTo(1));
        sandbox.control().get("/faults").then().body("[0].struck", equalTo(0));
    }

    @Test
    void the_message_says_what_has_happened_and_names_nobody() {
        queued();

        tuoja.mails()
                .then()
                .body("results[0].otsikko", equalTo(SUBJECT))
                .body("results[0].lahettaja.nimi", equalTo("Opetushallitus"))
                .body("results[0].lahettaja.sahkopostiOsoite", equalTo("noreply@opintopolku.fi"))
                .body("results[0].vastaanottajat[0].nimi", nullValue())
                .body("results[0].sisalto", containsString("<title>" + SUBJECT + "</title>"))
                .body("results[0].sisalto", containsString("<h1>" + SUBJECT + "</h1>"))
                .body(
                        "results[0].sisalto",
                        containsString("<a href=\"" + sandbox.baseUrl() + "/henkilo-ui/oppijoidentuonti\">"))
                .body("results[0].sisalto", not(containsString("Tuntematon")));
    }

    @Test
    void the_outbox_comes_in_pages_newest_last_and_is_empty_after_a_reset() {
        for (var address : List.of("a@example.com", "b@example.com", "c@example.com")) {
            tuoja.tuo(address, List.of(tuntematon()));
            sandbox.settle().then().body("mails", equalTo(1));
        }

        sandbox.control()
                .get("/mails?page=2&count=2")
                .then()
                .body("total", equalTo(3))
                .body("page", equalTo(2))
                .body("count", equalTo(2))
                .body("results", hasSize(1))
                .body("results[0].vastaanottajat[0].sahkopostiOsoite", equalTo("c@example.com"));
        sandbox.control().get("/mails?page=9").then().statusCode(200).body("results", hasSize(0));
        sandbox.control()
                .get("/mails?count=1001")
                .then()
                .statusCode(400)
                .body("error", equalTo("request.invalid"))
                .body("message", containsString("count must be a whole number from 1 to 1000"));

        sandbox.reset();
        tuoja.mails().then().body("total", equalTo(0));
    }

    private void queued() {
        tuoja.tuo("a@example.com", List.of(tuntematon()));
        tuoja.siirtaaKelloa(IDENTIFICATION_RUN);
        tuoja.mails().then().body("results[0].state", equalTo("queued"));
    }
}
