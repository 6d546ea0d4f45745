package io.opintosandbox.testing;

import static org.hamcrest.Matchers.is;

import io.opintosandbox.json.Json;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The words of tests that call the registry's wide APIs: who calls what, and people to call about. */
public final class RegistryCalls {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final TestSandbox sandbox;

    public RegistryCalls(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    public Response get(String username, String path) {
        return sandbox.as(username).get(path);
    }

    public Response post(String username, String path, Object body) {
        return sandbox.as(username)
                .contentType(ContentType.JSON)
                .body(Json.write(body))
                .post(path);
    }

    public Response post(String username, String path) {
        return sandbox.as(username).post(path);
    }

    public Response put(String username, String path, Object body) {
        return sandbox.as(username)
                .contentType(ContentType.JSON)
                .body(Json.write(body))
                .put(path);
    }

    public Response put(String username, String path) {
        return sandbox.as(username).put(path);
    }

    public Response delete(String username, String path) {
        return sandbox.as(username).delete(path);
    }

    /** Names that nobody else in this run has, and nothing else: enough to create a person. */
    public static Map<String, Object> nimet() {
        var number = PEOPLE.incrementAndGet();
        // Spelled out, so that no two of them are alike enough to be duplicates of each other.
        var name = new StringBuilder();
        for (long left = number * 7_919L * 104_729 % 308_915_776; name.length() < 6; left /= 26) {
            name.append((char) ('a' + left % 26));
        }
        Map<String, Object> nimet = new LinkedHashMap<>();
        nimet.put("etunimet", capitalized(name.toString()));
        nimet.put("kutsumanimi", capitalized(name.toString()));
        nimet.put("sukunimi", capitalized(name.reverse() + "la"));
        return nimet;
    }

    /** Names and all data that a person without a hetu needs to be identified at once. */
    public static Map<String, Object> taydellinen() {
        var henkilo = nimet();
        henkilo.put("syntymaaika", "1999-05-05");
        henkilo.put("sukupuoli", "1");
        henkilo.put("aidinkieli", Map.of("kieliKoodi", "fi"));
        henkilo.put("kansalaisuus", List.of(Map.of("kansalaisuusKoodi", "752")));
        return henkilo;
    }

    /** The same with some fields set otherwise: name, value, name, value. */
    public static Map<String, Object> with(Map<String, Object> henkilo, Object... fields) {
        Map<String, Object> changed = new LinkedHashMap<>(henkilo);
        for (int i = 0; i < fields.length; i += 2) {
            changed.put((String) fields[i], fields[i + 1]);
        }
        return changed;
    }

    /** A contact group of one value, as a client of its own sends it. */
    public static Map<String, Object> ryhma(String kuvaus, String tyyppi, String arvo) {
        return Map.of(
                "ryhmaKuvaus",
                kuvaus,
                "ryhmaAlkuperaTieto",
                "alkupera2",
                "yhteystieto",
                List.of(Map.of("yhteystietoTyyppi", tyyppi, "yhteystietoArvo", arvo)));
    }

    /** Creates a person as the register keeper and answers the OID. */
    public String luo(Map<String, Object> henkilo) {
        return post("rekisterinpitaja", "/henkilo", henkilo)
                .then()
                .statusCode(201)
                .extract()
                .asString();
    }

    /** Creates somebody of whom only the names are known. */
    public String luo() {
        return luo(nimet());
    }

    /** The person as the register keeper sees it. */
    public ValidatableResponse henkilo(String oid) {
        return get("rekisterinpitaja", "/henkilo/" + oid).then().statusCode(200).body("oidHenkilo", is(oid));
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }
}
