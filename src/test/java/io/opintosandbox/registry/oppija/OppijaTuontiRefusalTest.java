package io.opintosandbox.registry.oppija;

import static io.opintosandbox.registry.oppija.Rivit.avain;
import static io.opintosandbox.registry.oppija.Rivit.henkilo;
import static io.opintosandbox.registry.oppija.Rivit.koodi;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Wide imports that are not accepted: registry-api.md 5.1 and 6. */
class OppijaTuontiRefusalTest {
    private static final String TUOJA = "oppijoidentuonti";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final Rivit rivit = new Rivit(sandbox);
    private final RegistryCalls calls = new RegistryCalls(sandbox);

    @Test
    void all_wrong_codes_of_all_rows_are_told_at_once() {
        refused(
                        henkilo("passinumero", avain()),
                        henkilo(
                                "passinumero", avain(),
                                "sukupuoli", koodi("7"),
                                "aidinkieli", koodi("fi"),
                                "kansalaisuus", List.of(koodi("246"), koodi("000"))))
                .body("exception", is("fi.vm.sade.oppijanumerorekisteri.exceptions.UnprocessableEntityException"))
                .body("globalErrors.size()", is(0))
                .body(
                        "fieldErrors.code",
                        contains(
                                "invalid.sukupuoli",
                                "invalid.aidinkieli",
                                "invalid.kansalaisuus",
                                "hetu.required.for.finnish"))
                .body(
                        "fieldErrors.field",
                        contains(
                                "henkilot[1].henkilo.sukupuoli",
                                "henkilot[1].henkilo.aidinkieli",
                                "henkilot[1].henkilo.kansalaisuus",
                                "henkilot[1].henkilo.hetu"))
                .body("fieldErrors[1].rejectedValue", is(koodi("fi")))
                .body("fieldErrors[2].rejectedValue", is(List.of(koodi("246"), koodi("000"))))
                .body("fieldErrors[3].rejectedValue", nullValue())
                .body(
                        "message",
                        containsString("Field error in object 'oppijaTuontiCreateDto' on field 'henkilot[1]."));
    }

    @Test
    void a_row_needs_one_of_four_keys() {
        refused(henkilo())
                .body("exception", is("org.springframework.web.bind.MethodArgumentNotValidException"))
                .body("message", containsString("on field 'henkilot[0].henkilo'"))
                .body(
                        "message",
                        containsString(
                                "default message [Ainakin yksi kentistä oid/hetu/passinumero/sahkoposti on annettava]"));
    }

    @Test
    void the_fields_of_a_row_have_rules_of_their_own() {
        refusedFor("henkilot[0].henkilo.oid", "size must be between 1 and 2147483647", henkilo("oid", ""));
        refusedFor("henkilot[0].henkilo.hetu", "invalid.hetu", henkilo("hetu", "010199-9990"));
        refusedFor(
                "henkilot[0].henkilo.sahkoposti",
                "must be a well-formed email address",
                henkilo("sahkoposti", "ei osoite"));
        refusedFor("henkilot[0].henkilo.etunimet", "must not be empty", henkilo("oid", "1", "etunimet", ""));
        refusedFor(
                "henkilot[0].henkilo.kansalaisuus",
                "must not be empty",
                henkilo("oid", "1", "kansalaisuus", List.of()));
        refusedFor(
                "henkilot[0].henkilo.sukupuoli.koodi", "must not be null", henkilo("oid", "1", "sukupuoli", Map.of()));
    }

    @Test
    void the_body_is_looked_at_before_the_right_and_the_organisations_after_it() {
        rivit.laheta("eioikeuksia", List.of(henkilo())).then().statusCode(400);
        rivit.laheta("eioikeuksia", List.of(henkilo("oid", "1"))).then().statusCode(401);
        rivit.laheta("rekisterinpitaja", List.of(henkilo("oid", "1", "sukupuoli", koodi("7"))))
                .then()
                .body("fieldErrors.size()", is(1));
        rivit.laheta("rekisterinpitaja", List.of(henkilo("oid", "1")))
                .then()
                .statusCode(400)
                .body("exception", is("fi.vm.sade.oppijanumerorekisteri.exceptions.ValidationException"))
                .body(
                        "message",
                        is("Käyttäjällä " + sandbox.user("rekisterinpitaja").get("oid")
                                + " ei ole yhtään organisaatiota joihin oppijat liitetään"));
    }

    @Test
    void an_import_is_a_list_with_something_in_it() {
        for (var body : List.of(Map.of(), Map.of("henkilot", List.of()))) {
            calls.put(TUOJA, "/oppija", body)
                    .then()
                    .statusCode(400)
                    .body("message", containsString("on field 'henkilot'"))
                    .body("message", containsString("default message [must not be empty]"));
        }
    }

    private void refusedFor(String field, String message, Map<String, Object> henkilo) {
        refused(henkilo)
                .body("message", containsString("on field '" + field + "'"))
                .body("message", containsString("default message [" + message + "]"));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private ValidatableResponse refused(Map<String, Object>... henkilot) {
        return rivit.laheta(TUOJA, List.of(henkilot)).then().statusCode(400);
    }
}
