package io.opintosandbox.neighbours.koodisto;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The code sets over HTTP: neighbours.md 3 and 6. */
class KoodistoRoutesTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void a_code_looks_as_the_published_service_shows_it() throws IOException {
        var expected = """
                {"koodiUri":"sukupuoli_2","resourceUri":"BASE/koodisto-service/rest/codeelement/sukupuoli_2","version":2,"versio":1,
                 "koodisto":{"koodistoUri":"sukupuoli","organisaatioOid":"1.2.246.562.10.00000000001","koodistoVersios":[1]},
                 "koodiArvo":"2","paivitysPvm":"2018-01-04","voimassaAlkuPvm":"1997-01-01","voimassaLoppuPvm":"2030-12-31","tila":"LUONNOS",
                 "metadata":[{"nimi":"nainen","kuvaus":"Nainen","lyhytNimi":"nainen","kieli":"FI"},{"nimi":"kvinna","kieli":"SV"},{"nimi":"female","kieli":"EN"}]}
                """.replace("BASE", sandbox.baseUrl());

        var codes = Json.tree(
                codes("sukupuoli", "?onlyValidKoodis=false&koodistoVersio=1").asByteArray());

        assertEquals(2, codes.size());
        assertEquals(
                Json.tree(expected.getBytes(StandardCharsets.UTF_8)).toString(),
                codes.get(1).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "sukupuoli, 2",
        "kieli, 196",
        "maatjavaltiot2, 259",
        "kunta, 309",
        "yhteystietotyypit, 13",
        "yhteystietojenalkupera, 8",
        "henkilontunnistetyypit, 4"
    })
    void every_set_of_the_contract_is_whole_and_has_each_code_once(String koodisto, int size) {
        var answer = codes(koodisto, "?onlyValidKoodis=false");

        answer.then().statusCode(200).contentType("application/json").body("", hasSize(size));
        assertEquals(size, new HashSet<>(answer.jsonPath().getList("koodiArvo")).size());
        assertFalse(answer.asString().contains("null"), "a name that is not there is left out");
    }

    @Test
    void languages_are_in_upper_case_and_their_addresses_in_lower() {
        codes("kieli", "")
                .then()
                .body("find { it.koodiUri == 'kieli_fi' }.koodiArvo", equalTo("FI"))
                .body("find { it.koodiUri == 'kieli_99' }.metadata.nimi", hasItem("okänt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "KIELI", "..%2Fpersonas", "%2e%2e", "kieli.json"})
    void a_set_that_is_not_there_is_404(String koodisto) {
        codes(koodisto, "").then().statusCode(404);
    }

    @Test
    void an_unknown_path_is_404() {
        sandbox.anonymous()
                .get("/koodisto-service/rest/codes")
                .then()
                .statusCode(404)
                .body("error", equalTo("Not Found"));
    }

    @Test
    void the_clerks_pages_are_not_simulated_yet_and_say_so() {
        sandbox.anonymous().get("/henkilo-ui/oppijahaku").then().statusCode(501).body("status", equalTo(501));
    }

    private static Response codes(String koodisto, String query) {
        return sandbox.anonymous().get("/koodisto-service/rest/json/" + koodisto + "/koodi" + query);
    }
}
