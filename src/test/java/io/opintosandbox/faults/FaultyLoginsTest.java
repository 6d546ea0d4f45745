package io.opintosandbox.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Logins count as the user's who logs in; CAS that is down: control-api.md, "faults". */
class FaultyLoginsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final FaultyWorld world = new FaultyWorld(sandbox);

    /** A step of a login, made ready before anything goes wrong, and what it answers when nothing does. */
    enum LoginStep {
        TOKEN(FaultyWorld::tokenRequest, 200),
        GRANT(FaultyWorld::grantRequest, 201),
        DRAW((faulty, username) -> faulty.form(tgt(username), "service=" + sandbox.checkUrl()), 200),
        ALIVE((faulty, username) -> faulty.request(tgt(username)).build(), 200),
        VALIDATE(
                (faulty, username) -> faulty.request("/cas/serviceValidate?service=" + sandbox.checkUrl() + "&ticket="
                                + sandbox.serviceTicket(username))
                        .build(),
                200),
        CHECK(
                (faulty, username) -> faulty.request(TestSandbox.REGISTRY + "/j_spring_cas_security_check?ticket="
                                + sandbox.serviceTicket(username))
                        .build(),
                302),
        FORM(
                (faulty, username) -> faulty.form(
                        "/cas/login?service=" + sandbox.checkUrl(),
                        "username=" + username + "&password="
                                + FaultyWorld.encoded(sandbox.user(username).get("password"))),
                302);

        @SuppressWarnings("ImmutableEnumChecker")
        private final BiFunction<FaultyWorld, String, HttpRequest> request;

        private final int usually;

        LoginStep(BiFunction<FaultyWorld, String, HttpRequest> request, int usually) {
            this.request = request;
            this.usually = usually;
        }

        private static String tgt(String username) {
            var location = world.send(world.grantRequest(username))
                    .join()
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            return location.substring(location.indexOf("/cas/"));
        }

        boolean isCas() {
            return this != TOKEN && this != CHECK;
        }
    }

    @AfterEach
    void nothing_goes_wrong_any_more() {
        world.nothingGoesWrong();
    }

    @ParameterizedTest
    @EnumSource
    void a_fault_for_a_user_strikes_each_step_of_that_users_login(LoginStep step) {
        var request = step.request.apply(world, "yleistunniste");
        var other = step.request.apply(world, "yleistunniste2");
        var fault = world.goesWrong("{'match':{'username':'yleistunniste'},'effect':{'status':503}}");

        assertEquals(step.usually, world.status(other));
        assertEquals(503, world.status(request));
        assertEquals(1, world.struck(fault));
        assertEquals(step.usually, world.status(request));
    }

    @ParameterizedTest
    @EnumSource
    void cas_that_is_down_answers_503_and_nothing_else_does(LoginStep step) {
        var request = step.request.apply(world, "yleistunniste");
        var fault = world.goesWrong("{'effect':{'cas':'down'}}");

        assertEquals(step.isCas() ? 503 : step.usually, world.status(request));
        assertEquals(503, world.status(world.request("/cas/login").build()));

        world.isOver(fault);
        assertEquals(
                step.isCas() ? step.usually : 302,
                world.status(
                        step.isCas() ? request : world.request("/cas/login").build()));
    }

    @Test
    void logins_are_late_and_dropped_too_and_a_wrong_password_is_the_users_all_the_same() {
        var wrong = world.form("/cas/v1/tickets", "username=YLEISTUNNISTE&password=v%C3%A4%C3%A4r%C3%A4");
        var right = world.tokenRequest("yleistunniste");
        world.goesWrong("{'match':{'username':'yleistunniste'},'effect':{'drop':true}}");
        world.goesWrong("{'match':{'username':'yleistunniste'},'effect':{'delay':'PT0.4S'}}");

        var began = System.nanoTime();
        assertEquals(0, world.status(wrong));
        assertTrue(System.nanoTime() - began >= 400_000_000L);
        assertEquals(401, world.status(wrong));
        assertEquals(200, world.status(right));
    }

    @Test
    void a_fault_of_a_world_strikes_the_logins_of_its_own_users_only() {
        sandbox.control().body("{\"name\":\"toinen\"}").post("/worlds").then().statusCode(201);
        sandbox.control()
                .header("Sandbox-World", "toinen")
                .body("{\"effect\":{\"status\":503}}")
                .post("/faults")
                .then()
                .statusCode(201);

        assertEquals(401, world.status(world.form("/cas/v1/tickets", "username=yleistunniste&password=x")));
        assertEquals(503, world.status(world.form("/cas/v1/tickets", "username=yleistunniste-toinen&password=x")));
        assertEquals(401, world.status(world.form("/cas/v1/tickets", "username=yleistunniste-toinen&password=x")));
    }

    @Test
    void a_name_that_nobody_has_can_be_matched_by_it() {
        world.goesWrong("{'match':{'username':'ei-kukaan'},'effect':{'status':500}}");

        assertEquals(500, world.status(world.form("/cas/v1/tickets", "username=ei-kukaan&password=x")));
        assertEquals(401, world.status(world.form("/cas/v1/tickets", "username=ei-kukaan&password=x")));
    }

    @ParameterizedTest
    @CsvSource({
        "/cas/login,                                        GET",
        "/kayttooikeus-service/oauth2/token,                POST",
        "/kayttooikeus-service/.well-known/oauth-authorization-server, GET",
        "/kayttooikeus-service/cas/me,                      GET",
        "/organisaatio-service/api/hierarkia/hae,           GET",
        "/koodisto-service/rest/json/kieli/koodi,           GET",
        "/henkilo-ui/x,                                     GET",
    })
    void a_status_has_the_plain_form_everywhere(String path, String method) {
        world.goesWrong("{'effect':{'status':502}}");

        var answer = world.send(world.request(path)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build())
                .join();

        var body = Json.read(answer.body(), Map.class);
        assertEquals(502, answer.statusCode());
        assertEquals(502, body.get("status"));
        assertEquals("Bad Gateway", body.get("error"));
        assertEquals(path, body.get("path"));
    }

    @Test
    void an_expired_token_is_renewed_by_a_client_that_asks_for_a_new_one() {
        Function<String, Integer> call = token -> world.hasHetu(token).statusCode();
        var first = world.token("yleistunniste");
        var fault = world.goesWrong("{'match':{'username':'yleistunniste'},'effect':{'token':'expire'}}");

        var second = world.token("yleistunniste");
        assertEquals(0, world.struck(fault));
        assertEquals(401, call.apply(first));
        assertEquals(401, call.apply(first));
        assertEquals(200, call.apply(second));
        assertEquals(1, world.struck(fault));
        assertEquals(200, call.apply(world.token("yleistunniste")));
    }
}
