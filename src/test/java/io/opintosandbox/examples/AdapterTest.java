package io.opintosandbox.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.Sandbox;
import io.opintosandbox.examples.Adapter.Outcome;
import io.opintosandbox.junit.OpintopolkuSandbox;
import io.opintosandbox.junit.OpintopolkuSandbox.Lifespan;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests that every adapter should have. Copy them. */
@OpintopolkuSandbox(seed = 7, world = Lifespan.PER_METHOD, strict = true)
class AdapterTest {
    private static final String TOKENS = "/kayttooikeus-service/oauth2/token";
    private static final Learner ONNI = new Learner("270688-9033", "Onni Eemeli", "Onni", "Mallikas");
    private static final Learner AINO = new Learner("140390-902S", "Aino Maria", "Aino", "Esimerkkilä");

    /** A way to log in; each test runs over both. */
    interface Login {
        Registry to(Sandbox opintopolku);
    }

    static Stream<Login> logins() {
        return Stream.of(AdapterTest::oauth, AdapterTest::cas);
    }

    private static Registry oauth(Sandbox opintopolku) {
        var peppi = opintopolku.credentials("peppi");
        return new OAuthRegistry(opintopolku.baseUrl(), peppi.username(), peppi.clientSecret());
    }

    private static Registry cas(Sandbox opintopolku) {
        var peppi = opintopolku.credentials("peppi");
        return new CasRegistry(opintopolku.baseUrl(), peppi.username(), peppi.password());
    }

    @ParameterizedTest
    @MethodSource("logins")
    void finds_the_oppijanumero_of_a_student(Login login, Sandbox opintopolku) {
        var answer = new Adapter(login.to(opintopolku)).fetch(ONNI);

        assertEquals(Outcome.IDENTIFIED, answer.outcome());
        assertTrue(answer.oppijanumero().startsWith("1.2.246.562.98."), answer.oppijanumero());
    }

    @ParameterizedTest
    @MethodSource("logins")
    void asks_again_for_a_new_student_until_the_registry_has_identified_her(Login login, Sandbox opintopolku) {
        var adapter = new Adapter(login.to(opintopolku));
        opintopolku.advance(Duration.ZERO);

        assertEquals(Outcome.IDENTIFIED, adapter.fetch(AINO).outcome(), "told once when she is created");
        assertEquals(Outcome.NOT_IDENTIFIED, adapter.fetch(AINO).outcome());
        opintopolku.settle();
        assertEquals(Outcome.IDENTIFIED, adapter.fetch(AINO).outcome());
    }

    @ParameterizedTest
    @MethodSource("logins")
    void tells_apart_who_is_unknown_who_has_other_names_and_what_is_no_hetu(Login login, Sandbox opintopolku) {
        var adapter = new Adapter(login.to(opintopolku));

        assertEquals(
                Outcome.NOT_FOUND,
                adapter.fetch(new Learner("010190-901R", "Aku Aatos", "Aku", "Esimerkki"))
                        .outcome());
        assertEquals(
                Outcome.OTHER_NAMES,
                adapter.fetch(new Learner(ONNI.hetu(), "Onni Eemeli", "Onni", "Toinen"))
                        .outcome());
        assertEquals(
                Outcome.BAD_QUESTION,
                adapter.fetch(new Learner("x", "Onni", "Onni", "Mallikas")).outcome());
    }

    @Test
    void one_login_serves_many_calls(Sandbox opintopolku) {
        for (var registry : new Registry[] {oauth(opintopolku), cas(opintopolku)}) {
            var adapter = new Adapter(registry);
            adapter.fetch(ONNI);
            adapter.fetch(ONNI);
        }

        opintopolku.requests().withPath(TOKENS).hasSize(1);
        opintopolku.requests().withPath("/cas/v1/tickets").hasSize(1);
    }

    @Test
    void renews_the_session_after_a_restart(Sandbox opintopolku) {
        opintopolku.faults().expireSessions();

        var answer = new Adapter(cas(opintopolku)).fetch(ONNI);

        assertEquals(Outcome.IDENTIFIED, answer.outcome());
        opintopolku.requests().withPath("/cas/v1/tickets").hasSize(1);
        opintopolku.requests().withPath("/cas/v1/tickets/*").hasSize(2);
    }

    @Test
    void renews_a_token_that_is_refused(Sandbox opintopolku) {
        opintopolku.faults().expireTokens();

        var answer = new Adapter(oauth(opintopolku)).fetch(ONNI);

        assertEquals(Outcome.IDENTIFIED, answer.outcome());
        opintopolku.requests().withPath(TOKENS).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("logins")
    void asks_later_when_the_registry_cannot_answer_now(Login login, Sandbox opintopolku) {
        var adapter = new Adapter(login.to(opintopolku));
        opintopolku.faults().status(503).on(Registry.PATH + "/yleistunniste");

        assertEquals(Outcome.UNAVAILABLE, adapter.fetch(ONNI).outcome());
        assertEquals(Outcome.IDENTIFIED, adapter.fetch(ONNI).outcome());
    }

    @ParameterizedTest
    @MethodSource("logins")
    void a_population_register_that_is_down_is_no_reason_to_give_up(Login login, Sandbox opintopolku) {
        var adapter = new Adapter(login.to(opintopolku));
        opintopolku.faults().vtjDown().times(1);

        assertEquals(Outcome.UNAVAILABLE, adapter.fetch(AINO).outcome());
        assertEquals(Outcome.IDENTIFIED, adapter.fetch(AINO).outcome());
    }
}
