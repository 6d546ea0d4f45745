package io.opintosandbox.registry.henkilo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of registry-behaviour.md 15. */
class SamankaltaisuusTest {

    @ParameterizedTest
    @CsvSource({
        "Heta Hetuton, Heta, Luotu, 1990-05-05, Heta Hetuton, Heta, Luotu, 1990-05-05, 1.0000",
        "Heta Hetuton, Heta, Luotu, 1990-05-05, Heta Hetuton, Heta, Luottu, 1990-05-05, 0.8846",
        "Heta Hetuton, Heta, Luotu, 1990-05-05, Heta, Heta, Luotu, 1990-05-05, 0.7917",
        "Heta Hetuton, Heta, Luotu, 1990-05-05, Heta, Heta, Luotu, 1991-06-06, 0.5357",
        "Heta Hetuton, Heta, Luotu, 1990-05-05, Herta, Herta, Luoto, 1990-05-05, 0.5172",
        "Heta Hetuton, Heta, Luotu, 1990-05-05, Heta, Heta, Luotu, , 0.4583",
        "Heta Hetuton, Heta, Luotu, 1990-05-05, Minna, Minna, Minimi, , 0.0000",
        "Anna Liisa, Anna, Virtanen, 2001-01-01, Anna, Anna, Virtanen, 2001-01-01, 0.7778",
        "Anna Liisa, Anna, Virtanen, 2001-01-01, Anna Liisa, Anna, Korhonen, 2001-01-01, 0.5882",
        "Anna Liisa, Anna, Virtanen, 2001-01-01, Anna Liisa, Anna, Virtanen, 1999-12-31, 0.5405"
    })
    void two_people_are_as_alike_as_the_contract_says(
            String etunimet,
            String kutsumanimi,
            String sukunimi,
            LocalDate syntynyt,
            String toisenEtunimet,
            String toisenKutsumanimi,
            String toisenSukunimi,
            LocalDate toinenSyntynyt,
            double similarity) {
        var henkilo = Samankaltaisuus.of(etunimet, kutsumanimi, sukunimi, syntynyt);
        var toinen = Samankaltaisuus.of(toisenEtunimet, toisenKutsumanimi, toisenSukunimi, toinenSyntynyt);

        assertEquals(similarity, henkilo.to(toinen), 0.00005);
        assertEquals(similarity, toinen.to(henkilo), 0.00005);
    }

    @Test
    void accents_and_case_make_no_difference() {
        var plain = Samankaltaisuus.of("Ake Orjan", "Ake", "Ohman", null);

        assertEquals(1.0, plain.to(Samankaltaisuus.of("Åke Örjan", "ÅKE", "öhman", null)));
    }

    @Test
    void people_without_any_letters_have_nothing_in_common() {
        var nobody = Samankaltaisuus.of("-", "-", "-", null);

        assertEquals(0.0, nobody.to(nobody));
    }
}
