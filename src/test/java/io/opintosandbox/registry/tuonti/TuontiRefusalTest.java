package io.opintosandbox.registry.tuonti;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.row;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which imports are refused, and in which words: registry-api.md 4.1 and 5.1, exchange 29. */
class TuontiRefusalTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void one_bad_row_refuses_all_and_is_named_by_its_place() {
        var imports = imports();
        var good = someone("Erä Helmi", "Hyvä");
        Map<String, Object> bad = new HashMap<>(haku(someone("Erä Onni", "Huono")));
        bad.put("hetu", "foo");

        put(Map.of("henkilot", List.of(row("ok", haku(good)), row("bad", bad))))
                .statusCode(400)
                .body("exception", equalTo("org.springframework.web.bind.MethodArgumentNotValidException"))
                .body("message", containsString("in object 'yleistunnisteInput' on field 'henkilot[1].henkilo.hetu'"))
                .body("message", containsString("default message [invalid.hetu]"))
                .body("message", not(containsString("henkilot[0]")));

        assertEquals(imports, imports());
    }

    @Test
    void all_errors_of_all_rows_are_told_together() {
        Map<String, Object> nameless = new HashMap<>(haku(someone("Nimi", "Nimetön")));
        nameless.remove("etunimet");
        nameless.put("sukunimi", " Väli");
        Map<String, Object> rowWithoutPerson = new HashMap<>();
        rowWithoutPerson.put("tunniste", " ");
        rowWithoutPerson.put("henkilo", null);

        put(Map.of("sahkoposti", "ei osoite", "henkilot", List.of(row("a", nameless), rowWithoutPerson)))
                .statusCode(400)
                .body("message", containsString(" with 6 errors: "))
                .body("message", containsString("on field 'sahkoposti'"))
                .body("message", containsString("on field 'henkilot[0].henkilo.etunimet'"))
                .body("message", containsString("on field 'henkilot[0].henkilo.nicknameOk'"))
                .body("message", containsString("on field 'henkilot[0].henkilo.sukunimi'"))
                .body("message", containsString("on field 'henkilot[1].tunniste'"))
                .body("message", containsString("on field 'henkilot[1].henkilo'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|henkilot|must not be null",
                "{\"henkilot\":null}|henkilot|must not be null",
                "{\"henkilot\":[]}|henkilot|size must be between 1 and 2147483647",
                "{\"henkilot\":[{\"tunniste\":\"a\"}]}|henkilot[0].henkilo|must not be null",
                "{\"henkilot\":[{\"henkilo\":{}}]}|henkilot[0].tunniste|must not be null",
                "{\"henkilot\":[{\"henkilo\":{}}]}|henkilot[0].tunniste|must not be blank",
                "{\"henkilot\":[{\"henkilo\":{}}]}|henkilot[0].henkilo.hetu|Cannot be empty",
                "{\"henkilot\":[{\"henkilo\":{}}]}|henkilot[0].henkilo.nicknameOk|Nick name must be one of the first names",
            })
    void what_is_missing_is_named(String body, String field, String message) {
        sandbox.as("yleistunniste")
                .contentType(ContentType.JSON)
                .body(body)
                .put("/yleistunniste")
                .then()
                .statusCode(400)
                .body("message", containsString("on field '" + field + "'"))
                .body("message", containsString("default message [" + message + "]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ei osoite",
                "a@",
                "@example.com",
                "a@@example.com",
                "a b@example.com",
                "a..b@example.com",
                ".a@example.com",
                "a.@example.com",
                "a@example..com",
                "a@.com",
                "a"
            })
    void an_address_that_is_none_is_refused(String sahkoposti) {
        put(Map.of("sahkoposti", sahkoposti, "henkilot", List.of(row("a", haku(someone("Posti", "Puuttuu"))))))
                .statusCode(400)
                .body("message", containsString("on field 'sahkoposti'"))
                .body("message", containsString("default message [must be a well-formed email address]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a@example.com",
                "etu.suku+tunnus@mail.example.com",
                "äö@example.com",
                "a@localhost",
                "o'neill@example.com"
            })
    void an_address_may_be_missing_or_good(String sahkoposti) {
        put(Map.of("sahkoposti", sahkoposti, "henkilot", List.of(row("a", haku(someone("Posti", "Kulkee"))))))
                .statusCode(200);
    }

    @Test
    void a_body_that_is_an_array_or_broken_is_unreadable() {
        for (var body : List.of("[]", "{", "{\"henkilot\":{}}", "{\"henkilot\":[1]}")) {
            sandbox.as("yleistunniste")
                    .contentType(ContentType.JSON)
                    .body(body)
                    .put("/yleistunniste")
                    .then()
                    .statusCode(400)
                    .body("exception", equalTo("org.springframework.http.converter.HttpMessageNotReadableException"));
        }
    }

    @Test
    void a_real_hetu_in_the_last_row_is_masked_and_refuses_all() {
        Map<String, Object> real = new HashMap<>(haku(someone("Erä Onni", "Oikea")));
        real.put("hetu", "010180-1210");

        put(Map.of("henkilot", List.of(row("ok", haku(someone("Erä Helmi", "Hyvä"))), row("bad", real))))
                .statusCode(400)
                .body("message", containsString("henkilot[1].henkilo.hetu"))
                .body("message", containsString("010180-****"))
                .body("message", not(containsString("1210")));
    }

    @Test
    void without_an_organisation_to_attach_them_to_nobody_is_imported() {
        var imports = imports();
        var user = sandbox.userWith(
                "ilman-organisaatiota", Map.of("1.2.246.562.28.1", List.of(TestSandbox.YLEISTUNNISTE_LUONTI)));
        var oid = sandbox.user(user).get("oid");

        sandbox.as(user)
                .contentType(ContentType.JSON)
                .body(Json.write(Map.of("henkilot", List.of(row("a", haku(someone("Ilman", "Orga")))))))
                .put("/yleistunniste")
                .then()
                .statusCode(400)
                .body("exception", equalTo("fi.vm.sade.oppijanumerorekisteri.exceptions.ValidationException"))
                .body(
                        "message",
                        equalTo("Käyttäjällä " + oid + " ei ole yhtään organisaatiota joihin oppijat liitetään"));

        assertEquals(imports, imports());
    }

    @Test
    void without_the_right_everything_is_unauthorized_after_the_body_has_been_read() {
        var body = Json.write(Map.of("henkilot", List.of(row("a", haku(someone("Ei", "Oikeutta"))))));

        sandbox.as("oppijoidentuonti")
                .contentType(ContentType.JSON)
                .body(body)
                .put("/yleistunniste")
                .then()
                .statusCode(401);
        sandbox.as("oppijoidentuonti")
                .contentType(ContentType.JSON)
                .body("{")
                .put("/yleistunniste")
                .then()
                .statusCode(400);
    }

    @Test
    void a_body_over_64_megabytes_is_too_large() {
        var row = new LinkedHashMap<>(row("a", haku(someone("Suuri", "Koko"))));
        row.put("täyte", "x".repeat(1024 * 1024));
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < 65; i++) {
            rows.add(row);
        }

        put(Map.of("henkilot", rows)).statusCode(413).body("error", equalTo("Payload Too Large"));
    }

    private static ValidatableResponse put(Map<String, Object> body) {
        return sandbox.as("yleistunniste")
                .contentType(ContentType.JSON)
                .body(Json.write(body))
                .put("/yleistunniste")
                .then();
    }

    private static int imports() {
        return sandbox.control().get("/status").path("counts.imports");
    }
}
