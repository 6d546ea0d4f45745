package io.opintosandbox.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the user service remembers of service users follows them into a world of another name. */
class SnapshotUsersTest {
    private static final String SERVICE = "/kayttooikeus-service";
    private static final String ADMIN = "KAYTTOOIKEUS_REKISTERINPITAJA";
    private static final String CI = "ci-42";
    private static final String SECRET = "Salasana-1!keeper";

    @RegisterExtension
    static final TestSandbox here = new TestSandbox();

    @RegisterExtension
    static final TestSandbox there = new TestSandbox();

    @Test
    void a_secret_that_was_made_before_logs_in_under_the_names_that_the_calls_answer() {
        here.control().body("{\"name\":\"ci-42\"}").post("/worlds").then().statusCode(201);
        var keeper = "rekisterinpitaja-" + CI;
        var roles = Map.of(TestSandbox.ROOT, List.of("OPPIJANUMEROREKISTERI_REKISTERINPITAJA", ADMIN));
        here.control()
                .header("Sandbox-World", CI)
                .body(Json.write(Map.of("password", SECRET, "clientSecret", SECRET, "roles", roles)))
                .put("/service-users/" + keeper)
                .then()
                .statusCode(200);
        var oid = here.control()
                .header("Sandbox-World", CI)
                .get("/service-users")
                .jsonPath()
                .getString("find { it.username == 'yleistunniste-" + CI + "' }.oid");
        var answer = as(here, keeper, SECRET)
                .put("/palvelukayttaja/" + oid + "/oauth2")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var snapshot =
                here.control().header("Sandbox-World", CI).get("/snapshot").asByteArray();

        there.control().body(snapshot).put("/snapshot").then().statusCode(204);

        var credential = as(there, "rekisterinpitaja", SECRET)
                .get("/palvelukayttaja/" + oid)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("yleistunniste", credential.getString("kayttajatunnus"));
        assertEquals("rekisterinpitaja", credential.getString("oauth2Credentials[0].kasittelija.username"));
        var secret = Json.read(answer, String.class);
        as(there, credential.getString("oauth2Credentials[0].clientId"), secret)
                .basePath(TestSandbox.REGISTRY)
                .get("/henkilo/current/hasHetu")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(TestSandbox sandbox, String username, String secret) {
        return sandbox.anonymous()
                .basePath(SERVICE)
                .header("Authorization", "Bearer " + sandbox.token(username, secret));
    }
}
