package io.opintosandbox.report;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static io.restassured.RestAssured.given;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.Seat;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A small client of the registry, with manners that a test can take away. */
final class Adapter {
    static final String CALLER = "1.2.246.562.10.10000000001.test-adapter";
    static final String HAE = "/yleistunniste/hae";

    private final TestSandbox sandbox;
    private final Supplier<RequestSpecification> control;
    private final Supplier<Map<String, String>> user;
    private String token;
    private String session;

    Adapter(TestSandbox sandbox, String username) {
        this(sandbox, sandbox::control, () -> sandbox.user(username));
    }

    /** With a ready-made user of another world than the default one. */
    Adapter(TestSandbox sandbox, Seat seat, String readyMade) {
        this(sandbox, seat::control, () -> seat.user(readyMade));
    }

    private Adapter(TestSandbox sandbox, Supplier<RequestSpecification> control, Supplier<Map<String, String>> user) {
        this.sandbox = sandbox;
        this.control = control;
        this.user = user;
    }

    /** A call without anything; redirects are answers. */
    RequestSpecification bare() {
        return given().baseUri(sandbox.baseUrl()).redirects().follow(false).urlEncodingEnabled(false);
    }

    /** A call to the registry with Caller-Id. */
    RequestSpecification registry() {
        return bare().basePath(REGISTRY).header("Caller-Id", CALLER);
    }

    Adapter getToken() {
        token = form(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        secret("username"),
                        "client_secret",
                        secret("clientSecret"))
                .header("Caller-Id", CALLER)
                .post("/kayttooikeus-service/oauth2/token")
                .path("access_token");
        return this;
    }

    RequestSpecification withToken() {
        if (token == null) {
            getToken();
        }
        return registry().header("Authorization", "Bearer " + token);
    }

    String tgt() {
        return form("username", secret("username"), "password", secret("password"))
                .post("/cas/v1/tickets")
                .header("Location");
    }

    String ticket(String tgt) {
        return form("service", sandbox.checkUrl()).post(tgt).asString();
    }

    Adapter openSession(String tgt) {
        session = registry()
                .get("/j_spring_cas_security_check?ticket=" + ticket(tgt))
                .cookie("JSESSIONID");
        return this;
    }

    /** With the session, and with CSRF as the front proxy wants it. */
    RequestSpecification withSession() {
        return registry().header("Cookie", "JSESSIONID=" + session + "; CSRF=x").header("CSRF", "x");
    }

    RequestSpecification withBareSession() {
        return registry().header("Cookie", "JSESSIONID=" + session);
    }

    Response hae(String hetu, String etunimet, String sukunimi) {
        return hae(withToken(), hetu, etunimet, etunimet.split(" ", 2)[0], sukunimi);
    }

    static Response hae(RequestSpecification call, String hetu, String etunimet, String kutsumanimi, String sukunimi) {
        return call.contentType(ContentType.JSON)
                .body(Json.write(person(hetu, etunimet, kutsumanimi, sukunimi)))
                .post(HAE);
    }

    static Map<String, Object> person(String hetu, String etunimet, String kutsumanimi, String sukunimi) {
        return Map.of("hetu", hetu, "etunimet", etunimet, "kutsumanimi", kutsumanimi, "sukunimi", sukunimi);
    }

    /** hae about somebody whom the register of people has. */
    Response haeSomebody(RequestSpecification call) {
        return hae(call, "160798-912N", "Anna-Kaisa Inkeri", "Inkeri", "Testikoski");
    }

    /** An import of one row; answers its id. */
    long startImport(String sukunimi) {
        var row = Map.of("tunniste", "1", "henkilo", person("270688-9033", "Onni Eemeli", "Onni", sukunimi));
        return withToken()
                .contentType(ContentType.JSON)
                .body(Json.write(Map.of("henkilot", List.of(row))))
                .put("/yleistunniste")
                .jsonPath()
                .getLong("id");
    }

    void fault(String effect) {
        fault(effect, "{}");
    }

    void fault(String effect, String match) {
        control.get()
                .body("{\"effect\":" + effect + ",\"match\":" + match + "}")
                .post("/faults")
                .then()
                .statusCode(201);
    }

    void advance(String amount) {
        control.get()
                .body("{\"advance\":\"" + amount + "\"}")
                .put("/clock")
                .then()
                .statusCode(200);
    }

    void settle() {
        control.get().post("/settle").then().statusCode(200);
    }

    JsonPath report() {
        return control.get().get("/report").then().statusCode(200).extract().jsonPath();
    }

    /** How often a habit shows. */
    int habit(String id) {
        return report().getInt("habits.find { it.id == '" + id + "' }.count");
    }

    /** How often a situation was met. */
    int situation(String id) {
        return report().getInt("situations.find { it.id == '" + id + "' }.count");
    }

    TestSandbox sandbox() {
        return sandbox;
    }

    private String secret(String kind) {
        return user.get().get(kind);
    }

    RequestSpecification form(String... fields) {
        var call = given().baseUri(sandbox.baseUrl()).redirects().follow(false);
        for (int i = 0; i < fields.length; i += 2) {
            call.formParam(fields[i], fields[i + 1]);
        }
        return call;
    }
}
