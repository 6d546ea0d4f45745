package io.opintosandbox.access.session;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.opintosandbox.access.Visitor;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.TestSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The setting for testers of libraries that log in again only on 401: clients.md, trap 6. */
class ExpiredSessionSettingTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.EXPIRED_SESSION, "401"));

    private final Visitor visitor = new Visitor(sandbox);

    @Test
    void an_expired_session_is_401_in_the_plain_form() {
        var session = visitor.session("yleistunniste");
        visitor.fault("{\"session\":\"expire\"}");

        for (int i = 0; i < 2; i++) {
            visitor.with(session)
                    .contentType("application/json")
                    .body("x".repeat(1_000_000))
                    .post("/yleistunniste/hae")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", nullValue())
                    .body("error", equalTo("Unauthorized"));
        }
    }

    @Test
    void who_never_had_a_session_is_still_sent_to_the_login_page() {
        var answer = visitor.registry().get("/henkilo/current/hasHetu");
        answer.then().statusCode(302);

        visitor.with(answer.cookie("JSESSIONID"))
                .get("/henkilo/current/hasHetu")
                .then()
                .statusCode(302);
    }

    @Test
    void a_ticket_logs_in_over_an_expired_session() {
        visitor.with("00000000-0000-4000-8000-000000000000")
                .get("/henkilo/current/hasHetu?ticket=" + sandbox.serviceTicket("yleistunniste"))
                .then()
                .statusCode(200);
    }
}
