package io.opintosandbox.control;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users of the services: control-api.md, "service-users". */
class ServiceUsersTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @BeforeEach
    void only_the_ready_made_ones_are_there() {
        sandbox.reset();
    }

    @Test
    void everybody_is_listed_with_credentials() {
        var users = sandbox.control().get("/service-users").then().statusCode(200);

        users.body("size()", equalTo(21))
                .body("[0].username", equalTo("yleistunniste"))
                .body("[0].password", notNullValue())
                .body("[0].clientSecret", notNullValue())
                .body("[0].oid", equalTo("1.2.246.562.98.90000000019"))
                .body("[0].kayttajaTyyppi", equalTo("PALVELU"))
                .body("[0].roles.'1.2.246.562.10.10000000001'", equalTo(List.of(TestSandbox.YLEISTUNNISTE_LUONTI)));
    }

    @Test
    void a_put_of_a_password_alone_fills_in_the_rest() {
        sandbox.control()
                .body("{\"password\":\"x\"}")
                .put("/service-users/uusi")
                .then()
                .statusCode(201)
                .body("username", equalTo("uusi"))
                .body("clientSecret", equalTo("x"))
                .body("kayttajaTyyppi", equalTo("PALVELU"))
                .body("oid", matchesPattern("1\\.2\\.246\\.562\\.98\\.\\d{11}"))
                .body("roles.size()", equalTo(0));

        sandbox.token("uusi", "x");
    }

    @Test
    void the_oid_follows_from_the_name_whatever_its_case() {
        var oid = put("uusi", "{\"password\":\"x\"}").<String>path("oid");
        sandbox.control().delete("/service-users/uusi").then().statusCode(204);

        assertEquals(oid, put("UUSI", "{\"password\":\"y\"}").<String>path("oid"));
    }

    @Test
    void a_name_in_another_case_is_the_same_user() {
        put("Nimi", "{\"password\":\"x\"}");

        sandbox.control()
                .body("{\"password\":\"y\"}")
                .put("/service-users/nIMI")
                .then()
                .statusCode(200)
                .body("username", equalTo("nIMI"));
        sandbox.control()
                .body("{\"username\":\"NIMI\",\"password\":\"z\"}")
                .post("/service-users")
                .then()
                .statusCode(409)
                .body("error", equalTo("conflict"))
                .body("field", equalTo("/username"));
        sandbox.control().delete("/service-users/NIMI").then().statusCode(204);
        sandbox.control().delete("/service-users/NIMI").then().statusCode(404);
    }

    @Test
    void a_post_adds_whom_nobody_is() {
        sandbox.control()
                .body(
                        "{\"username\":\"lisätty\",\"password\":\"x\",\"clientSecret\":\"s\",\"kayttajaTyyppi\":\"VIRKAILIJA\",\"oid\":\"1.2.3\"}")
                .post("/service-users")
                .then()
                .statusCode(201)
                .body("clientSecret", equalTo("s"))
                .body("kayttajaTyyppi", equalTo("VIRKAILIJA"))
                .body("oid", equalTo("1.2.3"));
        sandbox.control()
                .body("{\"password\":\"x\"}")
                .post("/service-users")
                .then()
                .statusCode(400)
                .body("field", equalTo("/username"));
    }

    @Test
    void a_token_issued_before_a_change_stays_good_with_the_rights_it_had() {
        var token = sandbox.token("yleistunniste", sandbox.user("yleistunniste").get("clientSecret"));

        put("yleistunniste", "{\"password\":\"toinen\"}");

        sandbox.anonymous()
                .basePath(TestSandbox.REGISTRY)
                .header("Authorization", "Bearer " + token)
                .get("/yleistunniste/hae/1.2.3")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\":\"\"}",
                "{\"password\":null}",
                "{\"password\":5}",
                "{\"password\":\"x\",\"oid\":\"abc\"}",
                "{\"password\":\"x\",\"oid\":\"1.2.246.562.98.11111111111111111111.22222222222222222222.333333333333\"}",
                "{\"password\":\"x\",\"roles\":{\"1.2\":\"READ\"}}",
                "{\"password\":\"x\",\"roles\":{\"1.2\":[1]}}",
                "{\"password\":\"x\",\"username\":\"muu\"}",
                "{\"password\":\"x\",\"nimi\":\"muu\"}",
                "{\"password\":\"010180-1210\"}",
            })
    void what_cannot_be_a_user_is_refused_in_the_sandboxs_own_form(String body) {
        sandbox.control()
                .body(body)
                .put("/service-users/kelvoton")
                .then()
                .statusCode(400)
                .body("error", notNullValue())
                .body("message", notNullValue());

        sandbox.control().get("/service-users").then().body("find { it.username == 'kelvoton' }", nullValue());
    }

    @Test
    void a_name_that_grows_in_lower_case_is_too_long_and_not_an_error_of_the_database() {
        sandbox.control()
                .body("{\"username\":\"" + "İ".repeat(100) + "\",\"password\":\"x\"}")
                .post("/service-users")
                .then()
                .statusCode(400)
                .body("error", equalTo("field.invalid"))
                .body("field", equalTo("/username"));
    }

    @Test
    void of_many_who_add_one_name_at_once_one_succeeds() {
        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> sandbox.control()
                        .body("{\"username\":\"kilpailtu\",\"password\":\"" + i + "\"}")
                        .post("/service-users")
                        .statusCode())
                .toList();

        assertEquals(1, statuses.stream().filter(status -> status == 201).count());
        assertEquals(Set.of(201, 409), Set.copyOf(statuses));
    }

    @Test
    void puts_of_one_name_at_once_and_a_reset_between_them_lose_no_name() {
        var statuses = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> i % 4 == 0
                        ? sandbox.control().post("/reset").statusCode()
                        : sandbox.control()
                                .body("{\"password\":\"x\"}")
                                .put("/service-users/yleistunniste")
                                .statusCode())
                .collect(Collectors.toSet());

        assertTrue(Set.of(200, 204).containsAll(statuses), statuses::toString);
        sandbox.reset();
        sandbox.control().get("/service-users").then().body("size()", equalTo(21));
    }

    private static io.restassured.response.Response put(String name, String body) {
        var answer = sandbox.control().body(body).put("/service-users/" + name);
        assertTrue(answer.statusCode() < 300, answer::asString);
        return answer;
    }
}
