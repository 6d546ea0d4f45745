package io.opintosandbox.journal;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.testing.Seat;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In whose name a call was made, also when no door let it in: a team must find its own mistakes. */
class WhoseCallTest {
    private static final String USER = "yleistunniste";
    private static final String PRIVATE = "/yleistunniste/hae/1.2.3";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @BeforeEach
    void nobody_has_called() {
        sandbox.reset();
    }

    private static void assertLast(String path, Integer status, String username) {
        var last = sandbox.control().get("/requests?limit=1").then().body("", hasSize(1));
        last.body("[0].path", equalTo(path))
                .body("[0].status", equalTo(status))
                .body("[0].username", username == null ? nullValue() : equalTo(username));
    }

    @Test
    void a_login_belongs_to_the_name_in_the_form_also_when_it_fails() {
        sandbox.token(USER, sandbox.user(USER).get("clientSecret"));
        assertLast("/kayttooikeus-service/oauth2/token", 200, USER);

        form("client_id", USER, "client_secret", "wrong", "grant_type", "client_credentials")
                .post("/kayttooikeus-service/oauth2/token");
        assertLast("/kayttooikeus-service/oauth2/token", 401, USER);

        form("username", USER, "password", "wrong").post("/cas/v1/tickets");
        assertLast("/cas/v1/tickets", 401, USER);

        form("username", "nobody-here", "password", "wrong").post("/cas/v1/tickets");
        assertLast("/cas/v1/tickets", 401, null);
    }

    @Test
    void a_ticket_belongs_to_whom_it_was_given_also_when_it_has_been_used() {
        var ticket = sandbox.serviceTicket(USER);
        assertLast(lastPath(), 200, USER);
        assertTrue(lastPath().matches("/cas/v1/tickets/TGT-\\*{4}[0-9a-f]{8}"), lastPath());

        for (int i = 0; i < 2; i++) {
            sandbox.anonymous().get("/cas/serviceValidate?service=" + sandbox.checkUrl() + "&ticket=" + ticket);
            assertLast("/cas/serviceValidate", 200, USER);
        }

        sandbox.anonymous().header("CasSecurityTicket", ticket).get(REGISTRY + PRIVATE);
        assertLast(REGISTRY + PRIVATE, 401, USER);
    }

    @Test
    void a_session_that_has_ended_belongs_to_whose_it_was() {
        var session = sandbox.anonymous()
                .get(REGISTRY + "/j_spring_cas_security_check?ticket=" + sandbox.serviceTicket(USER))
                .cookie("JSESSIONID");
        assertLast(REGISTRY + "/j_spring_cas_security_check", 302, USER);

        sandbox.control().body("{\"advance\":\"PT31M\"}").put("/clock");
        sandbox.anonymous().cookie("JSESSIONID", session).get(REGISTRY + PRIVATE);
        assertLast(REGISTRY + PRIVATE, 302, USER);

        sandbox.anonymous().cookie("JSESSIONID", "unknown").get(REGISTRY + PRIVATE);
        assertLast(REGISTRY + PRIVATE, 302, null);
    }

    @Test
    void a_token_that_is_refused_belongs_to_whom_we_gave_it() {
        var token = sandbox.token(USER, sandbox.user(USER).get("clientSecret"));
        sandbox.control().body("{\"advance\":\"PT10M\"}").put("/clock");

        sandbox.anonymous().header("Authorization", "Bearer " + token).get(REGISTRY + PRIVATE);
        assertLast(REGISTRY + PRIVATE, 401, USER);

        sandbox.anonymous().header("Authorization", "Bearer a.b.c").get(REGISTRY + PRIVATE);
        assertLast(REGISTRY + PRIVATE, 401, null);
    }

    @Test
    void what_was_given_before_a_reset_is_told_in_the_world_after_it() {
        var ticket = sandbox.serviceTicket(USER);
        sandbox.reset();

        sandbox.anonymous().header("CasSecurityTicket", ticket).get(REGISTRY + PRIVATE);

        assertLast(REGISTRY + PRIVATE, 401, USER);
        assertEquals(1, sandbox.control().get("/requests/count").<Integer>path("count"));
    }

    @Test
    void each_world_has_a_journal_of_its_own() {
        var seat = Seat.in(sandbox, "journal-b", 1);
        var b = seat.user(USER).get("username");
        form("client_id", b, "client_secret", "wrong", "grant_type", "client_credentials")
                .post("/kayttooikeus-service/oauth2/token");
        seat.as(USER).get("/yleistunniste/hae/1.2.3");

        assertEquals(
                List.of(401, 200, 404),
                seat.control().get("/requests?username=" + b).path("status"));
        assertEquals(0, sandbox.control().get("/requests/count").<Integer>path("count"));
    }

    private static String lastPath() {
        List<String> paths = sandbox.control().get("/requests?limit=1").path("path");
        return paths.get(0);
    }

    private static RequestSpecification form(String... fields) {
        var request = sandbox.anonymous().urlEncodingEnabled(true);
        for (int i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        return request;
    }
}
