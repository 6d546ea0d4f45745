package io.opintosandbox.vtj;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.id.Hetu;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonCompletionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Population POPULATION = new Population(1, 100, PersonFactory.ofClasspath());

    @Test
    void nothing_given_makes_an_ordinary_living_synthetic_person() {
        for (int draw = 0; draw < 500; draw++) {
            var henkilo = complete("{}", draw);
            var hetu = Hetu.of(henkilo.hetu());
            assertTrue(hetu.yksilonumero() >= 900, henkilo::hetu);
            assertEquals(hetu.sukupuoli(), henkilo.sukupuoli());
            assertTrue(List.of(henkilo.etunimet().split(" ")).contains(henkilo.kutsumanimi()), henkilo::toString);
            assertEquals(List.of("246"), henkilo.kansalaisuudet());
            assertEquals("fi", henkilo.aidinkieli());
            assertNull(henkilo.kuolinpaiva());
            assertFalse(henkilo.turvakielto());
        }
    }

    @Test
    void the_same_draw_is_the_same_person_and_another_draw_another() {
        assertEquals(complete("{}", 3), complete("{}", 3));
        assertNotEquals(complete("{}", 3).hetu(), complete("{}", 4).hetu());
        var other = new Population(2, 100, PersonFactory.ofClasspath());
        assertNotEquals(complete("{}", 3), other.complete(JSON.createObjectNode(), 3));
    }

    @ParameterizedTest
    @CsvSource({"2001-02-03,1", "2001-02-03,2", "1980-02-29,2", "1899-12-31,1", "2000-01-01,2", "2099-12-31,1"})
    void a_generated_hetu_agrees_with_birth_date_and_gender(String syntymaaika, String sukupuoli) {
        String given = "{\"syntymaaika\":\"%s\",\"sukupuoli\":\"%s\"}".formatted(syntymaaika, sukupuoli);
        var seen = new HashSet<String>();
        for (int draw = 0; draw < 200; draw++) {
            var henkilo = complete(given, draw);
            var hetu = Hetu.of(henkilo.hetu());
            assertEquals(LocalDate.parse(syntymaaika), hetu.syntymaaika());
            assertEquals(sukupuoli, hetu.sukupuoli());
            assertTrue(hetu.yksilonumero() >= 900);
            seen.add(henkilo.hetu());
        }
        assertTrue(seen.size() > 40, "another draw finds another hetu of the day");
    }

    @Test
    void what_is_given_is_kept_exactly() {
        var henkilo = complete("""
                {"hetu":"010190-901R","etunimet":"Aku Aatos","kutsumanimi":null,"sukunimi":"Esimerkki",
                 "osoite":{"katuosoite":"Jossain 1","postinumero":"99999"},"kotikunta":"999","turvakielto":true,
                 "kansalaisuudet":["752","xyz"],"huoltajat":["121279-956M",{"etunimet":"A","sukunimi":"B"}]}""", 1);
        assertEquals("010190-901R", henkilo.hetu());
        assertEquals("1", henkilo.sukupuoli());
        assertNull(henkilo.kutsumanimi());
        assertEquals("Jossain 1", henkilo.osoite().katuosoite());
        assertNull(henkilo.osoite().maa());
        assertEquals(List.of("752", "xyz"), henkilo.kansalaisuudet());
        assertEquals(2, henkilo.huoltajat().size());
        assertNull(complete("{\"sukupuoli\":null,\"osoite\":null}", 1).sukupuoli());
        assertNull(complete("{\"sukupuoli\":null,\"osoite\":null}", 1).osoite());
    }

    @Test
    void names_that_are_missing_follow_those_that_are_given() {
        assertEquals(
                "Anna-Kaisa", complete("{\"etunimet\":\"Anna-Kaisa Sofia\"}", 1).kutsumanimi());
        var qwerty = complete("{\"kutsumanimi\":\"Qwerty\"}", 1);
        assertTrue(qwerty.etunimet().startsWith("Qwerty "), qwerty::etunimet);
        var pools = NamePoolReader.read(path -> getClass().getResource("/io/opintosandbox/fixtures/" + path));
        var ruotsinkielinen = complete("{\"aidinkieli\":\"sv\",\"sukupuoli\":\"2\"}", 1);
        int vuosi = Hetu.of(ruotsinkielinen.hetu()).syntymaaika().getYear();
        var ruotsi = pools.kieli("sv");
        assertTrue(
                ruotsi.etunimet(true, vuosi).nimet().contains(ruotsinkielinen.kutsumanimi()),
                ruotsinkielinen::toString);
        assertTrue(ruotsi.sukunimet().nimet().contains(ruotsinkielinen.sukunimi()), ruotsinkielinen::toString);
    }

    @Test
    void an_address_that_is_missing_follows_the_home_municipality_and_turvakielto() {
        assertEquals("TAMPERE", complete("{\"kotikunta\":\"837\"}", 1).osoite().postitoimipaikka());
        assertNull(complete("{\"kotikunta\":\"200\"}", 1).osoite());
        assertNull(complete("{\"turvakielto\":true}", 1).osoite());
    }

    @Test
    void someone_who_is_given_a_date_of_death_was_born_before_it() {
        for (String kuolinpaiva : List.of("1950-01-01", "1926-01-01", "1900-06-01", "2024-01-01")) {
            for (int draw = 0; draw < 50; draw++) {
                var henkilo = complete("{\"kuolinpaiva\":\"" + kuolinpaiva + "\"}", draw);
                assertFalse(Hetu.of(henkilo.hetu()).syntymaaika().isAfter(LocalDate.parse(kuolinpaiva)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"hetu\":\"010190-901R\",\"sukupuoli\":\"2\"}|sukupuoli does not agree with hetu: leave one",
                "{\"hetu\":\"010190-901R\",\"syntymaaika\":\"1990-01-02\"}|syntymaaika does not agree with hetu: leave",
                "{\"hetu\":\"010190-901S\"}|hetu is not valid: correct it",
                "{\"syntymaaika\":\"1.1.1990\"}|syntymaaika is not a date of the form yyyy-MM-dd",
                "{\"syntymaaika\":\"2100-01-01\"}|syntymaaika must be in the years 1800 to 2099",
                "{\"kuolinpaiva\":\"eilen\"}|kuolinpaiva is not a date of the form yyyy-MM-dd",
                "{\"kuntaanMuuttopv\":\"eilen\"}|kuntaanMuuttopv is not a date of the form yyyy-MM-dd",
                "{\"nimi\":\"Aku\"}|nimi is not a field of a VTJ person: remove or rename it",
                "{\"osoite\":{\"katu\":\"x\"}}|osoite/katu is not a field",
                "{\"kansalaisuudet\":\"246\"}|kansalaisuudet has a form that a VTJ person does not have",
                "{\"kansalaisuudet\":[null]}|kansalaisuudet holds a null",
            })
    void contradictions_and_wrong_forms_are_refused_with_what_to_do(String given, String message) {
        var refused = assertThrows(IllegalArgumentException.class, () -> complete(given, 1));
        assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
    }

    private static VtjHenkilo complete(String given, long draw) {
        try {
            return POPULATION.complete((ObjectNode) JSON.readTree(given), draw);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
