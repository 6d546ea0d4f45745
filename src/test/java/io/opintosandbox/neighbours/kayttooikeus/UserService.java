package io.opintosandbox.neighbours.kayttooikeus;

import static io.restassured.RestAssured.given;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** Speaks to the user service of a sandbox, and makes users for one test each. */
final class UserService {
    static final String PATH = "/kayttooikeus-service";
    static final String CHECK = PATH + "/j_spring_cas_security_check";
    static final String READ = "OPPIJANUMEROREKISTERI_READ";
    static final String ADMIN = "KAYTTOOIKEUS_REKISTERINPITAJA";
    static final String CRUD = "KAYTTOOIKEUS_PALVELUKAYTTAJA_CRUD";

    private final TestSandbox sandbox;

    UserService(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    RequestSpecification anonymous() {
        return sandbox.anonymous().basePath(PATH);
    }

    /** A request with a bearer token of this user. */
    RequestSpecification as(String username) {
        var token = sandbox.token(username, sandbox.user(username).get("clientSecret"));
        return anonymous().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    /** A request with a session. */
    RequestSpecification with(String session) {
        return anonymous().header("Cookie", "JSESSIONID=" + session);
    }

    /** A service ticket for this service. */
    String ticket(String username) {
        return ticket(username, sandbox.baseUrl() + CHECK);
    }

    String ticket(String username, String service) {
        var tgt = grant(username, sandbox.user(username).get("password"))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return given().formParam("service", service).post(tgt).asString();
    }

    /** Asks CAS for a ticket-granting ticket. */
    Response grant(String username, String password) {
        return sandbox.anonymous()
                .urlEncodingEnabled(true)
                .formParam("username", username)
                .formParam("password", password)
                .post("/cas/v1/tickets");
    }

    /** Asks for an access token. */
    Response askToken(String clientId, String secret) {
        return sandbox.anonymous()
                .urlEncodingEnabled(true)
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", clientId)
                .formParam("client_secret", secret)
                .post(PATH + "/oauth2/token");
    }

    /** The session of a user who has just logged in here. */
    String session(String username) {
        return anonymous()
                .queryParam("ticket", ticket(username))
                .get("/j_spring_cas_security_check")
                .then()
                .statusCode(302)
                .extract()
                .cookie("JSESSIONID");
    }

    /** Adds a program with these rights in one organisation and answers its OID. */
    String service(String username, String organisaatio, String... rights) {
        sandbox.userWith(username, rights.length == 0 ? Map.of() : Map.of(organisaatio, List.of(rights)));
        return sandbox.user(username).get("oid");
    }

    /** Adds a clerk with these rights in one organisation and answers the OID. */
    String clerk(String username, String organisaatio, String... rights) {
        sandbox.control()
                .body(Json.write(Map.of(
                        "password",
                        "salasana",
                        "kayttajaTyyppi",
                        "VIRKAILIJA",
                        "roles",
                        Map.of(organisaatio, List.of(rights)))))
                .put("/service-users/" + username);
        return sandbox.user(username).get("oid");
    }
}
