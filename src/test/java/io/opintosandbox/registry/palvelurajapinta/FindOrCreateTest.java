package io.opintosandbox.registry.palvelurajapinta;

import static io.opintosandbox.registry.palvelurajapinta.S2s.sukunimi;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilotiedot.Tunniste;
import io.opintosandbox.registry.henkilo.UusiHenkilo;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding somebody or else creating them: registry-api.md 4.4 and 5.1, registry-behaviour.md 7. */
class FindOrCreateTest {
    private static final String PATH = "/findOrCreateHenkiloPerustieto";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.IDENTIFICATION, "off"));

    private final S2s s2s = new S2s(sandbox);

    @Test
    void a_newcomer_is_201_with_a_location_without_an_address_and_found_again_200_without_one() {
        var sent = with(Map.of("hetu", TestSandbox.someone("Uusi", "Tulija").hetu()));

        var created = s2s.post(PATH, sent);
        var found = s2s.post(PATH, sent);

        created.then().statusCode(201);
        assertEquals("null/henkilo/" + created.path("oidHenkilo"), created.header("Location"));
        assertEquals("JSESSIONID", created.cookies().keySet().iterator().next());
        found.then().statusCode(200).body("oidHenkilo", equalTo(created.path("oidHenkilo")));
        assertNull(found.header("Location"));
        assertEquals(Map.of(), found.cookies());
    }

    @Test
    void an_oid_alone_finds_and_changes_nothing() {
        var henkilo = s2s.henkilo("Oma Oid", sukunimi());
        s2s.muokattu(henkilo, 1_000_000_000_000L);

        s2s.post(PATH, Map.of("oidHenkilo", henkilo.oid(), "identifications", List.of(email("muu@example.com"))))
                .then()
                .statusCode(200)
                .body("etunimet", equalTo("Oma Oid"))
                .body("identifications", equalTo(List.of()))
                .body("modified", equalTo(1_000_000_000_000L));
    }

    @Test
    void the_oid_counts_before_identifiers_those_before_the_hetu_and_that_before_nobody() {
        var hetu = TestSandbox.someone("Hetu", "Hetunen").hetu();
        var sahkoposti = sukunimi() + "@example.com";
        var byOid = s2s.henkilo("Oid", sukunimi());
        var byTunniste = s2s.henkilo(UusiHenkilo.nimeltaan("Tunniste", "Tunniste", sukunimi())
                .tunnisteet(List.of(new Tunniste("email", sahkoposti))));
        var byHetu =
                s2s.henkilo(UusiHenkilo.nimeltaan("Hetu", "Hetu", sukunimi()).hetu(hetu));
        var all = with(Map.of(
                "oidHenkilo", byOid.oid(), "hetu", hetu, "identifications", Arrays.asList(null, email(sahkoposti))));

        assertFinds(byOid, all);
        all.remove("oidHenkilo");
        assertFinds(byTunniste, all);
        all.put("identifications", List.of(email("nobody" + sahkoposti)));
        assertFinds(byHetu, all);
        all.put("identifications", List.of(email(sahkoposti), email(sahkoposti)));
        all.remove("hetu");
        assertFinds(byTunniste, all);
    }

    @Test
    void an_identifier_counts_with_its_kind_only() {
        var tunnus = sukunimi();
        s2s.post(PATH, with(Map.of("identifications", List.of(email(tunnus)))))
                .then()
                .statusCode(201)
                .body("identifications[0].identifier", equalTo(tunnus))
                .body("identifications[0].idpEntityId", equalTo("email"));

        s2s.post(PATH, with(Map.of("identifications", List.of(Map.of("idpEntityId", "google", "identifier", tunnus)))))
                .then()
                .statusCode(201);
    }

    @Test
    void an_empty_hetu_is_none_and_whoever_has_nothing_to_be_found_by_is_created_each_time() {
        var sent = with(Map.of("hetu", ""));

        var first = s2s.post(PATH, sent).then().statusCode(201).extract().<String>path("oidHenkilo");

        s2s.post(PATH, sent).then().statusCode(201).body("oidHenkilo", not(equalTo(first)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"etunimet", "kutsumanimi", "sukunimi"})
    void names_must_be_there_unless_an_oid_is(String field) {
        for (var value : Arrays.asList(null, "")) {
            var sent = with(Map.of());
            sent.put(field, value);

            assertInvalid(s2s.post(PATH, sent), field + "ValidIfCreate", "invalid." + field + ".empty");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "oidHenkilo, '\"\"', oidHenkilo, size must be between 1 and 2147483647",
        "etunimet, '\"\"', etunimet, size must be between 1 and 2147483647",
        "hetu, '\"010190-9999\"', hetu, invalid.hetu",
        "hetu, '\"010180-1210\"', hetu, invalid.hetu",
        "asiointiKieli, '{\"kieliKoodi\":\"de\"}', asiointiKieli, invalid.asiointikieli",
        "aidinkieli, '{}', aidinkieli.kieliKoodi, must not be empty",
        "kansalaisuus, '[{}]', kansalaisuus[0].kansalaisuusKoodi, must not be empty",
        "identifications, '[{\"idpEntityId\":\"email\"}]', identifications[0].identifier, must not be null",
        "identifications, '[{\"identifier\":\"x\"}]', identifications[0].idpEntityId, must not be null"
    })
    void each_field_has_its_rule(String field, String json, String wrong, String message) {
        var body = "{\"etunimet\":\"Aku\",\"kutsumanimi\":\"Aku\",\"sukunimi\":\"Koe\",\"" + field + "\":" + json + "}";

        var answer = s2s.post(PATH, body);

        assertInvalid(answer, wrong, message);
        assertEquals(-1, answer.asString().indexOf("010180-1210"), "a real hetu is not repeated");
    }

    @Test
    void a_hetu_and_an_eidas_identifier_exclude_each_other_as_errors_of_the_whole() {
        var hetu = TestSandbox.someone("Kaksi", "Tapaa").hetu();

        s2s.post(PATH, with(Map.of("hetu", hetu, "eidasTunniste", "DE/FI/" + sukunimi())))
                .then()
                .statusCode(400)
                .body(
                        "message",
                        containsString("[Error in object 'henkiloPerustietoCreateDto'"),
                        "message",
                        containsString(
                                "default message [Cannot findOrCreate henkilo with both hetu and eidasTunniste]"),
                        "message",
                        containsString("default message [invalid.perustieto]"),
                        "message",
                        containsString("with 2 errors"));
    }

    @Test
    void an_eidas_person_is_created_with_the_right_to_only_and_found_without() {
        var tunniste = "DE/FI/" + sukunimi();
        var sent = with(Map.of("eidasTunniste", tunniste, "kutsumanimi", "Zxcv"));
        var eidas = s2s.user(S2s.REKISTERINPITAJA, "OPPIJANUMEROREKISTERI_EIDAS_HENKILON_LUONTI");

        s2s.post(PATH, sent).then().statusCode(401);
        s2s.postAs(eidas, PATH, sent)
                .then()
                .statusCode(400)
                .body("fieldErrors[0].code", equalTo("kutsumanimi.must.exist.in.etunimet"));
        sent.put("kutsumanimi", "Testi");
        var oid = s2s.postAs(eidas, PATH, sent).then().statusCode(201).extract().<String>path("oidHenkilo");

        s2s.post(PATH, sent).then().statusCode(200).body("oidHenkilo", equalTo(oid));
        assertEquals(
                oid, s2s.post("/oidByEidas", Map.of("eidasTunniste", tunniste)).asString());
        sandbox.as(s2s.user(S2s.REKISTERINPITAJA))
                .get("/henkilo/" + oid)
                .then()
                .body("yksiloityEidas", equalTo(true))
                .body("oppijanumero", equalTo(oid));
        for (var unknown : List.of("{}", "{\"eidasTunniste\":\"\"}", "{\"eidasTunniste\":\"010180-1210\"}")) {
            s2s.post("/oidByEidas", unknown).then().statusCode(404);
        }
    }

    @Test
    void unknown_codes_are_told_all_at_once() {
        s2s.post(
                        PATH,
                        with(Map.of(
                                "sukupuoli",
                                "9",
                                "aidinkieli",
                                Map.of("kieliKoodi", "FI"),
                                "kansalaisuus",
                                List.of(Map.of("kansalaisuusKoodi", "000")))))
                .then()
                .statusCode(400)
                .body(
                        "fieldErrors.code",
                        equalTo(List.of("invalid.sukupuoli", "invalid.aidinkieli", "invalid.kansalaisuusKoodi")));
    }

    @ParameterizedTest
    @CsvSource({
        "1795300103828, 201",
        "'\"2026-11-22T00:28:23.828+02:00\"', 201",
        "null, 201",
        "'\"foo\"', 400",
        "'{}', 400"
    })
    void what_an_answer_told_may_be_sent_back(String modified, int status) {
        var body = "{\"etunimet\":\"Aku\",\"kutsumanimi\":\"Aku\",\"sukunimi\":\"" + sukunimi() + "\",\"modified\":"
                + modified + ",\"modifiedAt\":\"x\",\"kotikunta\":\"091\",\"turvakielto\":null}";

        s2s.post(PATH, body).then().statusCode(status);
    }

    private static Map<String, Object> with(Map<String, Object> fields) {
        Map<String, Object> sent = new HashMap<>(
                Map.of("etunimet", "Tulevainen Testi", "kutsumanimi", "Testi", "sukunimi", "Tulevaisuus"));
        sent.putAll(fields);
        return sent;
    }

    private static Map<String, String> email(String address) {
        return Map.of("idpEntityId", "email", "identifier", address);
    }

    private void assertFinds(Henkilo henkilo, Map<String, Object> sent) {
        s2s.post(PATH, sent).then().statusCode(200).body("oidHenkilo", equalTo(henkilo.oid()));
    }

    private static void assertInvalid(Response answer, String field, String message) {
        answer.then()
                .statusCode(400)
                .body("exception", equalTo("org.springframework.web.bind.MethodArgumentNotValidException"))
                .body("message", containsString("on field '" + field + "'"))
                .body("message", containsString("default message [" + message + "]"));
    }
}
