package io.opintosandbox.testing;

import static io.restassured.RestAssured.given;

import io.opintosandbox.OpintoSandbox;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.json.Json;
import io.opintosandbox.vtj.VtjHenkilo;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The vocabulary of all tests that speak HTTP: a real server on a free port, once per class, and the words
 * to say who calls, who is in VTJ, and that the background work is done. Every answer of the registry is held
 * to its OpenAPI document.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestSandbox sandbox = new TestSandbox();
 * }</pre>
 */
public final class TestSandbox implements BeforeAllCallback, AfterAllCallback {
    public static final String REGISTRY = "/oppijanumerorekisteri-service";
    public static final String ROOT = "1.2.246.562.10.00000000001";
    public static final String A = "1.2.246.562.10.10000000001";
    public static final String B = "1.2.246.562.10.20000000002";
    public static final String YLEISTUNNISTE_LUONTI = "OPPIJANUMEROREKISTERI_YLEISTUNNISTE_LUONTI";

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final Settings settings;
    private OpintoSandbox server;

    public TestSandbox() {
        this(Settings.defaults());
    }

    /** A server under these settings; the port is always a free one. */
    public TestSandbox(Settings settings) {
        this.settings = settings.with(Setting.PORT, "0");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = OpintoSandbox.start(settings);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.close();
    }

    public String baseUrl() {
        return server.baseUrl();
    }

    public int port() {
        return server.port();
    }

    public OpintoSandbox server() {
        return server;
    }

    /** A request that nobody has logged in for; redirects are answers, not followed. */
    public RequestSpecification anonymous() {
        return given().filter(new CheckedAnswers())
                .baseUri(baseUrl())
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false);
    }

    /** A request to the registry with a bearer token of a ready-made user. */
    public RequestSpecification as(String username) {
        var secret = user(username).get("clientSecret");
        return anonymous().basePath(REGISTRY).header("Authorization", "Bearer " + token(username, secret));
    }

    /** An access token. */
    public String token(String clientId, String secret) {
        return anonymous()
                .urlEncodingEnabled(true)
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", clientId)
                .formParam("client_secret", secret)
                .post("/kayttooikeus-service/oauth2/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** A ready-made or added user, with its test credentials. */
    public Map<String, String> user(String username) {
        return control().get("/service-users").jsonPath().getMap("find { it.username == '" + username + "' }");
    }

    /** Adds a user with rights in organisations and answers its name; password and secret are {@code salasana}. */
    public String userWith(String username, Map<String, List<String>> roles) {
        control()
                .body(Json.write(Map.of("password", "salasana", "roles", roles)))
                .put("/service-users/" + username)
                .then()
                .statusCode(org.hamcrest.Matchers.anyOf(org.hamcrest.Matchers.is(200), org.hamcrest.Matchers.is(201)));
        return username;
    }

    /** A service ticket for the registry's check address. */
    public String serviceTicket(String username) {
        var tgt = anonymous()
                .urlEncodingEnabled(true)
                .formParam("username", username)
                .formParam("password", user(username).get("password"))
                .post("/cas/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return given().formParam("service", checkUrl()).post(tgt).asString();
    }

    /** The CAS service URL of the registry. */
    public String checkUrl() {
        return baseUrl() + REGISTRY + "/j_spring_cas_security_check";
    }

    /** A request to the sandbox's own API. */
    public RequestSpecification control() {
        return anonymous().basePath("/sandbox").contentType(ContentType.JSON);
    }

    /** A person that nobody else in this run has: 9xx hetu, names of its own. */
    public static VtjHenkilo someone(String etunimet, String sukunimi) {
        var number = PEOPLE.incrementAndGet();
        var hetu = Hetu.of(LocalDate.of(1931, 1, 1).plusDays(number / 50), 'W', 900 + number % 50 * 2);
        return VtjHenkilo.of(hetu.value(), etunimet, etunimet.split(" ", -1)[0], sukunimi);
    }

    /** Puts a person into VTJ and answers it. */
    public VtjHenkilo vtjHas(VtjHenkilo henkilo) {
        control()
                .body(Json.write(henkilo))
                .put("/vtj/persons/" + henkilo.hetu().replace("+", "%2B"))
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
        return henkilo;
    }

    /** The question of hae about a person, as VTJ names it. */
    public static Map<String, Object> haku(VtjHenkilo henkilo) {
        return haku(henkilo, henkilo.etunimet(), henkilo.sukunimi());
    }

    /** The question of hae about a person under other names. */
    public static Map<String, Object> haku(VtjHenkilo henkilo, String etunimet, String sukunimi) {
        return Map.of(
                "hetu",
                henkilo.hetu(),
                "etunimet",
                etunimet,
                "kutsumanimi",
                etunimet.split(" ", -1)[0],
                "sukunimi",
                sukunimi);
    }

    /** Asks hae as the ready-made user of the narrow API. */
    public Response hae(Map<String, Object> haku) {
        return as("yleistunniste")
                .contentType(ContentType.JSON)
                .body(Json.write(haku))
                .post("/yleistunniste/hae");
    }

    /** Finishes the background work. */
    public Response settle() {
        return control().post("/settle");
    }

    /** Puts the default world back to its starting state. */
    public void reset() {
        control().post("/reset").then().statusCode(204);
    }

    /** Starts an import as the ready-made user of the narrow API and answers its id. */
    public long startImport(List<Map<String, Object>> rows) {
        return as("yleistunniste")
                .contentType(ContentType.JSON)
                .body(Json.write(Map.of("henkilot", rows)))
                .put("/yleistunniste")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    /** A row of an import. */
    public static Map<String, Object> row(String tunniste, Map<String, Object> haku) {
        return Map.of("tunniste", tunniste, "henkilo", haku);
    }
}
