package io.opintosandbox.report;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What looks like a habit and is none, beside what is. */
class NoHabitsTest {
    private static final String USER = "yleistunniste";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private Adapter adapter;

    @BeforeEach
    void nobody_has_called() {
        sandbox.reset();
        adapter = new Adapter(sandbox, USER);
    }

    private static Adapter registrar() {
        sandbox.userWith(
                "rekisterinpitaja", Map.of(TestSandbox.ROOT, List.of("OPPIJANUMEROREKISTERI_REKISTERINPITAJA")));
        return new Adapter(sandbox, "rekisterinpitaja");
    }

    private void refused() {
        adapter.hae("220363-921K", "Tauno Ilmari", "Mitätönmäki").then().statusCode(409);
    }

    @Test
    void a_look_up_that_finds_nobody_a_creation_and_a_look_up_are_no_repeats() {
        var registrar = registrar();
        var person = someone("Uusi Ulla", "Tuore");
        var path = "/henkilo/hetu=" + person.hetu();
        registrar.withToken().get(path).then().statusCode(404);
        registrar
                .withToken()
                .contentType(ContentType.JSON)
                .body(Json.write(Map.of(
                        "hetu", person.hetu(), "etunimet", "Uusi Ulla", "kutsumanimi", "Uusi", "sukunimi", "Tuore")))
                .post("/henkilo")
                .then()
                .statusCode(201);
        registrar.withToken().get(path).then().statusCode(200);
        registrar.withToken().get(path).then().statusCode(200);

        assertEquals(0, registrar.habit("repeats-refused"));
    }

    @Test
    void after_an_import_of_ones_own_a_refusal_may_have_become_another() {
        refused();
        adapter.startImport("Mallikas");
        refused();
        assertEquals(0, adapter.habit("repeats-refused"));

        adapter.haeSomebody(adapter.withToken());
        refused();
        assertEquals(1, adapter.habit("repeats-refused"), "another question changes nothing");
    }

    @Test
    void a_repeat_that_is_answered_in_another_way_is_none() {
        refused();
        adapter.fault("{\"status\":503}", "{\"path\":\"" + TestSandbox.REGISTRY + "\"}");
        adapter.hae("220363-921K", "Tauno Ilmari", "Mitätönmäki").then().statusCode(503);
        assertEquals(0, adapter.habit("repeats-refused"));
    }

    @Test
    void to_ask_about_one_person_again_and_again_is_no_matter_for_a_batch() {
        for (int i = 0; i < 12; i++) {
            adapter.hae("270688-9033", i % 2 == 0 ? "Onni Eemeli" : "Onni", "Mallikas");
        }

        assertEquals(0, adapter.habit("single-calls"));
    }

    @Test
    void people_who_come_one_after_the_other_over_time_are_no_batch() {
        adapter.fault("{\"vtj\":\"down\"}");
        for (int i = 0; i < 12; i++) {
            askAboutANewPerson(adapter.withToken(), i);
            adapter.advance(i == 5 ? "PT61S" : "PT1S");
        }
        assertEquals(0, adapter.habit("single-calls"));

        for (int i = 12; i < 16; i++) {
            askAboutANewPerson(adapter.withToken(), i);
        }
        assertEquals(10, adapter.habit("single-calls"));
    }

    private static void askAboutANewPerson(RequestSpecification call, int number) {
        call.contentType(ContentType.JSON)
                .body(Json.write(haku(someone("Yksi " + "abcdefghijklmnop".charAt(number), "Vuorollaan"))))
                .post(Adapter.HAE);
    }

    @Test
    void a_second_tgt_is_no_habit_when_the_first_was_used_or_is_over() {
        var first = adapter.tgt();
        adapter.ticket(first);
        adapter.ticket(first);
        var second = adapter.tgt();
        assertEquals(0, adapter.habit("tgt-per-ticket"));

        adapter.bare().delete(second).then().statusCode(200);
        adapter.form("service", sandbox.checkUrl()).post(second).then().statusCode(404);
        var third = adapter.tgt();
        assertEquals(0, adapter.habit("tgt-per-ticket"));

        adapter.ticket(third);
        adapter.tgt();
        assertEquals(1, adapter.habit("tgt-per-ticket"));
    }

    @Test
    void a_token_that_is_due_is_fetched_for_itself_and_not_for_the_missing_right() {
        adapter.withToken().get("/oppija/muuttuneet").then().statusCode(401);
        adapter.advance("PT10M");
        adapter.getToken();

        assertEquals(0, adapter.habit("login-for-missing-right"));
    }

    @Test
    void a_session_that_is_over_is_opened_for_itself_and_not_for_the_missing_right() {
        var tgt = adapter.tgt();
        adapter.openSession(tgt);
        adapter.withSession().get("/oppija/muuttuneet").then().statusCode(401);
        adapter.advance("PT31M");
        adapter.openSession(tgt);

        assertEquals(0, adapter.habit("login-for-missing-right"));
    }

    @Test
    void changes_in_the_user_service_need_csrf_too_unless_they_come_with_a_token() {
        var path = "/kayttooikeus-service/virkailija/haku";
        adapter.withToken().basePath("").body("{}").post(path);
        adapter.bare()
                .header("Cookie", "JSESSIONID=a; CSRF=x")
                .header("CSRF", "x")
                .post(path);
        adapter.form("CSRF", "abc").header("Cookie", "a=b; CSRF=abc").post(path);
        assertEquals(0, adapter.habit("no-csrf"));

        adapter.bare().header("Cookie", "JSESSIONID=a").post(path);
        adapter.form("CSRF", "abc").header("Cookie", "CSRF=other").post(path);
        assertEquals(2, adapter.habit("no-csrf"));
    }
}
