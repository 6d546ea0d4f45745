package io.opintosandbox.registry.viestit;

import static io.opintosandbox.registry.viestit.Tuoja.IDENTIFICATION_RUN;
import static io.opintosandbox.registry.viestit.Tuoja.MAIL_TASK;
import static io.opintosandbox.registry.viestit.Tuoja.tuntematon;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.testing.TestSandbox;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which imports lead to a message, and when: registry-behaviour.md 17.5, exchanges/lives-mail.md. */
class TuontiviestiTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final Tuoja tuoja = new Tuoja(sandbox);

    @BeforeEach
    void the_clock_stands_and_the_outbox_is_empty() {
        tuoja.aloittaa("sandbox");
        tuoja.mails().then().statusCode(200).body("total", equalTo(0)).body("results", hasSize(0));
    }

    @Test
    void one_message_goes_to_the_senders_of_all_imports_with_people_that_could_not_be_identified() {
        tuoja.tuo("a@example.com", List.of(tuntematon(), tuoja.loytyva()));
        tuoja.tuo("b@example.com", List.of(tuntematon()));
        tuoja.tuoHetuton("c@example.com");
        tuoja.tuo("d@example.com", List.of(tuoja.loytyva()));
        tuoja.tuo(null, List.of(tuntematon()));
        tuoja.tuo("e@example.com", List.of(tuoja.toisenniminen()));

        tuoja.siirtaaKelloa("PT1S");
        tuoja.mails().then().body("total", equalTo(0));

        tuoja.siirtaaKelloa(IDENTIFICATION_RUN);
        tuoja.mails()
                .then()
                .body("total", equalTo(1))
                .body("results[0].state", equalTo("queued"))
                .body("results[0].attempts", equalTo(0));
        assertEquals(Set.of("a@example.com", "b@example.com", "e@example.com"), new TreeSet<>(tuoja.vastaanottajat(0)));

        tuoja.siirtaaKelloa(MAIL_TASK);
        tuoja.mails()
                .then()
                .body("total", equalTo(1))
                .body("results[0].state", equalTo("sent"))
                .body("results[0].attempts", equalTo(1));
    }

    @Test
    void an_import_is_told_about_once_however_often_identification_runs() {
        tuoja.tuo("a@example.com", List.of(tuntematon()));
        sandbox.settle().then().body("mails", equalTo(1));

        tuoja.tuo("d@example.com", List.of(tuoja.loytyva()));
        sandbox.settle().then().body("identified", equalTo(1)).body("mails", equalTo(0));

        tuoja.siirtaaKelloa("P1D");
        tuoja.mails().then().body("total", equalTo(1));
    }

    @Test
    void somebody_who_failed_before_counts_for_a_new_import() {
        var tuure = tuntematon();
        tuoja.tuo("a@example.com", List.of(tuure));
        sandbox.settle().then().body("mails", equalTo(1));

        tuoja.tuo("f@example.com", List.of(tuure));
        tuoja.siirtaaKelloa(IDENTIFICATION_RUN);
        tuoja.siirtaaKelloa(MAIL_TASK);

        tuoja.mails().then().body("total", equalTo(2)).body("results[1].state", equalTo("sent"));
        assertEquals(List.of("f@example.com"), tuoja.vastaanottajat(1));
    }

    @Test
    void an_import_of_hetuttomat_waits_until_one_of_its_people_is_tried() {
        tuoja.tuoHetuton("c@example.com");
        sandbox.settle().then().body("mails", equalTo(0));
        tuoja.siirtaaKelloa("P1D");
        tuoja.mails().then().body("total", equalTo(0));
    }

    @Test
    void an_import_closes_silently_when_somebody_is_identified_and_somebody_from_before_it_still_waits() {
        var liisa = tuoja.loytyva();
        tuoja.tuo(null, List.of(liisa));
        sandbox.settle();
        tuoja.tuo(null, List.of(tuoja.loytyva()));
        tuoja.siirtaaKelloa("PT0.5S");
        var tuure = tuntematon();
        tuoja.tuo(null, List.of(tuure));
        tuoja.siirtaaKelloa("PT0.5S");
        tuoja.tuo("a@example.com", List.of(liisa, tuure));

        tuoja.siirtaaKelloa("PT1S");
        tuoja.siirtaaKelloa("PT1S");

        sandbox.settle().then().body("failed", equalTo(0)).body("mails", equalTo(0));
        tuoja.mails().then().body("total", equalTo(0));
    }

    @Test
    void senders_with_one_address_get_one_message() {
        tuoja.tuo("a@example.com", List.of(tuntematon()));
        tuoja.tuo("a@example.com", List.of(tuntematon()));
        sandbox.settle().then().body("mails", equalTo(1));

        assertEquals(List.of("a@example.com"), tuoja.vastaanottajat(0));
    }

    @Test
    void an_import_of_several_parts_is_judged_when_all_of_them_have_been_tried() {
        List<Map<String, Object>> rivit = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            rivit.add(i == 149 ? tuntematon() : tuoja.loytyva());
        }
        tuoja.tuo("a@example.com", rivit);
        sandbox.settle().then().body("identified", equalTo(149)).body("mails", equalTo(1));
    }

    @Test
    void without_identification_there_is_no_mail() {
        tuoja.aloittaa("test");
        tuoja.tuo("a@example.com", List.of(tuntematon()));

        sandbox.settle().then().body("mails", equalTo(0));
        tuoja.siirtaaKelloa("P1D");
        tuoja.mails().then().body("total", equalTo(0));
    }

    @Test
    void a_retryable_failure_counts_as_a_failure() {
        sandbox.control()
                .body("{\"effect\":{\"vtj\":\"down\"}}")
                .post("/faults")
                .then()
                .statusCode(201);
        tuoja.tuo("a@example.com", List.of(tuntematon()));

        sandbox.settle().then().body("failed", equalTo(1)).body("mails", equalTo(1));
        assertEquals(
                LocalDate.of(2027, 3, 1).toString(),
                tuoja.mails().path("results[0].time").toString().substring(0, 10));
    }
}
