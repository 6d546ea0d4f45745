package io.opintosandbox.registry.yleistunniste;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.row;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The setting that lets VTJ make up whomever it does not know. */
class VtjCreatesUnknownTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.VTJ_UNKNOWN, "create"));

    @Test
    void whoever_asks_first_names_the_person() {
        var uusi = someone("Uuno Oskari", "Keksitty");

        sandbox.hae(haku(uusi)).then().statusCode(200);

        sandbox.hae(haku(uusi, "Aivan", "Toinen")).then().statusCode(409);
        sandbox.control()
                .get("/vtj/persons/" + uusi.hetu())
                .then()
                .statusCode(200)
                .body("etunimet", equalTo("Uuno Oskari"))
                .body("sukunimi", equalTo("Keksitty"));
    }

    @Test
    void the_person_is_identified_like_any_other() {
        var uusi = someone("Ulla", "Keksitty");
        sandbox.hae(haku(uusi)).then().statusCode(200);

        sandbox.settle();

        sandbox.hae(haku(uusi)).then().statusCode(200).body("oppijanumero", notNullValue());
    }

    @Test
    void an_import_names_the_person_at_its_identification() {
        var uusi = someone("Tuomas", "Tuotu");
        sandbox.startImport(List.of(row("a", haku(uusi))));

        sandbox.settle();

        sandbox.hae(haku(uusi)).then().statusCode(200).body("oppijanumero", notNullValue());
    }

    @Test
    void two_who_ask_at_once_under_different_names_agree_on_one() {
        for (int i = 0; i < 10; i++) {
            var uusi = someone("Ensimmäinen", "Nimetty");

            var statuses = Stream.of(haku(uusi), haku(uusi, "Kuuno", "Wahlström"))
                    .parallel()
                    .map(haku -> sandbox.hae(haku).statusCode())
                    .collect(Collectors.toSet());

            assertTrue(statuses.contains(200) && Set.of(200, 400, 409).containsAll(statuses), statuses::toString);
            assertEquals(2, statuses.size());
        }
    }

    @Test
    void a_hetu_that_was_deleted_stays_unknown() {
        var poistettu = someone("Poistettu", "Tieto");
        sandbox.control().delete("/vtj/persons/" + poistettu.hetu()).then().statusCode(204);

        sandbox.hae(haku(poistettu)).then().statusCode(404);
        sandbox.control().get("/vtj/persons/" + poistettu.hetu()).then().statusCode(404);
    }
}
