package io.opintosandbox.access.cas;

import static io.opintosandbox.testing.TestSandbox.A;
import static io.opintosandbox.testing.TestSandbox.B;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.access.Visitor;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Validation of service tickets, letter by letter: auth.md 4. */
class TicketValidationTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String XML = "text/html;charset=UTF-8";
    private static final String PREFIX = "OPPIJANUMEROREKISTERI_";

    private final Visitor visitor = new Visitor(sandbox);

    private static Response validate(String path, String ticket, String service, String more) {
        return sandbox.anonymous()
                .get(path + "?ticket=" + ticket + "&service=" + URLEncoder.encode(service, StandardCharsets.UTF_8)
                        + more);
    }

    private static String failure(String code, String text) {
        return "<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'>\n    <cas:authenticationFailure code=\""
                + code + "\">" + text + "</cas:authenticationFailure>\n</cas:serviceResponse>";
    }

    @Test
    void a_service_on_another_host_is_another_service_and_leaves_the_ticket_good() {
        var ticket = sandbox.serviceTicket("yleistunniste");
        var foreign = sandbox.checkUrl().replace("http://localhost", "https://muualla.example");

        validate("/cas/p3/serviceValidate", ticket, foreign, "")
                .then()
                .statusCode(200)
                .body(containsString("code=\"INVALID_SERVICE\""));

        validate("/cas/p3/serviceValidate", ticket, sandbox.checkUrl(), "")
                .then()
                .body(containsString("authenticationSuccess"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/cas/serviceValidate", "/cas/proxyValidate", "/cas/p3/serviceValidate", "/cas/p3/proxyValidate"
            })
    void a_good_ticket_tells_the_user_and_all_attributes(String path) {
        var name = sandbox.userWith(
                "Validoija", Map.of(B, List.of(PREFIX + "READ"), A, List.of(PREFIX + "YLEISTUNNISTE_LUONTI")));
        var oid = sandbox.user(name).get("oid");
        var location = visitor.grant("validoija", "salasana").header("Location");
        var tgt = location.substring(location.lastIndexOf('/') + 1);

        validate(path, visitor.ticket(tgt), sandbox.checkUrl(), "")
                .then()
                .statusCode(200)
                .header("Content-Type", XML)
                .body(equalTo("""
                        <cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'>
                            <cas:authenticationSuccess>
                                <cas:user>Validoija</cas:user>
                        ________
                                <cas:attributes>
                                    <cas:oidHenkilo>%s</cas:oidHenkilo>
                                    <cas:kayttajaTyyppi>PALVELU</cas:kayttajaTyyppi>
                                    <cas:idpEntityId>usernamePassword</cas:idpEntityId>
                                    <cas:roles>ROLE_APP_OPPIJANUMEROREKISTERI</cas:roles>
                                    <cas:roles>ROLE_APP_OPPIJANUMEROREKISTERI_READ</cas:roles>
                                    <cas:roles>ROLE_APP_OPPIJANUMEROREKISTERI_READ_%s</cas:roles>
                                    <cas:roles>ROLE_APP_OPPIJANUMEROREKISTERI_YLEISTUNNISTE_LUONTI</cas:roles>
                                    <cas:roles>ROLE_APP_OPPIJANUMEROREKISTERI_YLEISTUNNISTE_LUONTI_%s</cas:roles>
                                </cas:attributes>
                            </cas:authenticationSuccess>
                        </cas:serviceResponse>""".formatted(oid, B, A).replace("________", "        ")));
    }

    @Test
    void a_ticket_is_good_once() {
        var ticket = sandbox.serviceTicket("yleistunniste");
        validate("/cas/serviceValidate", ticket, sandbox.checkUrl(), "").then().statusCode(200);

        validate("/cas/serviceValidate", ticket, sandbox.checkUrl(), "")
                .then()
                .statusCode(200)
                .header("Content-Type", XML)
                .body(equalTo(failure("INVALID_TICKET", "Ticket &#39;" + ticket + "&#39; not recognized")));
    }

    @Test
    void a_ticket_of_another_service_is_not_used_up() {
        var ticket = sandbox.serviceTicket("yleistunniste");
        var other = sandbox.baseUrl() + "/other/j_spring_cas_security_check";

        validate("/cas/p3/proxyValidate", ticket, other, "")
                .then()
                .statusCode(200)
                .body(equalTo(failure(
                        "INVALID_SERVICE",
                        "Ticket &#39;" + ticket
                                + "&#39; does not match supplied service. The original service was &#39;"
                                + sandbox.checkUrl() + "&#39; and the supplied service was &#39;" + other
                                + "&#39;.")));

        visitor.exchange(ticket).then().statusCode(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?ticket=ST-1", "?service=http://localhost/", "?ticket=&service=http://localhost/"})
    void a_missing_parameter_is_an_invalid_request(String query) {
        sandbox.anonymous()
                .get("/cas/serviceValidate" + query)
                .then()
                .statusCode(200)
                .header("Content-Type", XML)
                .body(equalTo(failure("INVALID_REQUEST", "")));
    }

    @Test
    void a_ticket_cannot_write_into_the_answer() {
        validate("/cas/serviceValidate", "%3Cx%3E%26%22", sandbox.checkUrl(), "")
                .then()
                .body(equalTo(failure("INVALID_TICKET", "Ticket &#39;&lt;x&gt;&amp;&quot;&#39; not recognized")));
    }

    @Test
    void success_as_json_has_lists_of_values() {
        validate("/cas/serviceValidate", sandbox.serviceTicket("yleistunniste"), sandbox.checkUrl(), "&format=JSON")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/json;charset=UTF-8")
                .body("serviceResponse.authenticationSuccess.user", equalTo("yleistunniste"))
                .body(
                        "serviceResponse.authenticationSuccess.attributes",
                        equalTo(Map.of(
                                "oidHenkilo",
                                        List.of(sandbox.user("yleistunniste").get("oid")),
                                "kayttajaTyyppi", List.of("PALVELU"),
                                "idpEntityId", List.of("usernamePassword"),
                                "roles",
                                        List.of(
                                                "ROLE_APP_OPPIJANUMEROREKISTERI",
                                                "ROLE_APP_OPPIJANUMEROREKISTERI_YLEISTUNNISTE_LUONTI",
                                                "ROLE_APP_OPPIJANUMEROREKISTERI_YLEISTUNNISTE_LUONTI_" + A))));
    }

    @Test
    void failure_as_json_has_plain_apostrophes() {
        validate("/cas/serviceValidate", "ST-0", sandbox.checkUrl(), "&format=JSON")
                .then()
                .header("Content-Type", "application/json;charset=UTF-8")
                .body(equalTo("{\"serviceResponse\":{\"authenticationFailure\":{\"code\":\"INVALID_TICKET\","
                        + "\"description\":\"Ticket 'ST-0' not recognized\"}}}"));
    }

    @Test
    void the_old_protocol_says_yes_and_the_name_or_no() {
        var ticket = sandbox.serviceTicket("yleistunniste");

        assertEquals(
                "yes\nyleistunniste\n",
                validate("/cas/validate", ticket, sandbox.checkUrl(), "").asString());
        var again = validate("/cas/validate", ticket, sandbox.checkUrl(), "");

        assertEquals("no\n\n", again.asString());
        assertEquals("text/plain", again.contentType().split(";", 2)[0]);
    }

    @Test
    void a_user_without_rights_has_no_roles() {
        var ticket = sandbox.serviceTicket(sandbox.userWith("oikeudeton", Map.of()));

        validate("/cas/serviceValidate", ticket, sandbox.checkUrl(), "&format=JSON")
                .then()
                .body("serviceResponse.authenticationSuccess.user", equalTo("oikeudeton"))
                .body("serviceResponse.authenticationSuccess.attributes.roles", equalTo(List.of()));
    }

    @Test
    void roles_are_those_of_the_moment_of_the_login() {
        var name = sandbox.userWith("muuttuva", Map.of(A, List.of(PREFIX + "READ")));
        var tgt = visitor.tgt(name);
        sandbox.userWith(name, Map.of());

        validate("/cas/serviceValidate", visitor.ticket(tgt), sandbox.checkUrl(), "&format=JSON")
                .then()
                .body("serviceResponse.authenticationSuccess.attributes.roles.size()", equalTo(3));
    }
}
