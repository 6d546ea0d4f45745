package io.opintosandbox.vtj.muutostieto;

import static io.opintosandbox.testing.TestSandbox.someone;
import static io.opintosandbox.testing.Vaestotapahtumat.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.testing.Vaestotapahtumat;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.VtjHenkilo.Huoltaja;
import io.opintosandbox.vtj.VtjHenkilo.Kotikunta;
import io.opintosandbox.vtj.VtjHenkilo.Osoite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** VTJ's full data of a person: registry-behaviour.md 20, "Full data"; exchanges/lives-full-data.md. */
class TietoryhmatTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.CHANGE_FEED, "off"));

    private final Vaestotapahtumat vtj = new Vaestotapahtumat(sandbox);

    @Test
    void full_data_tells_everything_without_saying_that_it_has_changed() {
        var kaisa = sandbox.vtjHas(someone("Kaisa Maria", "Huoltaja-Testi"));
        var anna = sandbox.vtjHas(someone("Anna Liisa", "Virtanen-Testi").toBuilder()
                .sukupuoli("2")
                .turvakielto(true)
                .kuolinpaiva("2026-11-19")
                .kuntaanMuuttopv("2020-01-01")
                .edellisetKotikunnat(new Kotikunta("049", "2010-05-01", "2019-12-31"))
                .sahkoposti("anna@example.com")
                .osoite(new Osoite("Testikatu 1 A 5", "00100", "HELSINKI", null, "HELSINGFORS", "Suomi", "Finland"))
                .huoltajat(Huoltaja.of(kaisa.hetu()))
                .build());

        assertEquals(json("""
                [{"tietoryhma":"HENKILON_NIMI","etunimi":"Anna Liisa","sukunimi":"Virtanen-Testi"},
                 {"tietoryhma":"KUTSUMANIMI","nimilaji":"NYKYINEN_KUTSUMANIMI","nimi":"Anna"},
                 {"tietoryhma":"SYNTYMAPAIVA","syntymapv":{"arvo":"%s"}},
                 {"tietoryhma":"SUKUPUOLI","sukupuoli":"NAINEN"},
                 {"tietoryhma":"TURVAKIELTO","turvakieltoAktiivinen":true},
                 {"tietoryhma":"VAKINAINEN_KOTIMAINEN_OSOITE","katunimi":{"fi":"Testikatu"},"katunumero":"1",
                  "huoneistokirjain":"A","huoneistonumero":"005","postinumero":"00100",
                  "postitoimipaikka":{"fi":"HELSINKI","sv":"HELSINGFORS"}},
                 {"tietoryhma":"SAHKOPOSTIOSOITE","sahkopostiosoite":"anna@example.com"},
                 {"tietoryhma":"KOTIKUNTA","kuntakoodi":"091","kuntaanMuuttopv":{"arvo":"2020-01-01"}},
                 {"tietoryhma":"EDELLINEN_KOTIKUNTA","kuntakoodi":"049","kuntaanMuuttopv":{"arvo":"2010-05-01"},
                  "kunnastaPoisMuuttopv":{"arvo":"2019-12-31"}},
                 {"tietoryhma":"AIDINKIELI","kielikoodi":"fi"},
                 {"tietoryhma":"KANSALAISUUS","henkilonKansalaisuudet":["246"]},
                 {"tietoryhma":"HUOLTAJA","huoltaja":{"henkilotunnus":"%s","etunimet":"Kaisa Maria",
                  "sukunimi":"Huoltaja-Testi"}},
                 {"tietoryhma":"KUOLINPAIVA","kuollut":true,"kuolinpv":{"arvo":"2026-11-19"}}]
                """.formatted(syntymaaika(anna), kaisa.hetu())), perustiedot(anna.hetu()));
    }

    @Test
    void only_a_gender_that_vtj_was_told_to_have_none_of_is_missing() {
        var hetu = someone("Joku", "Testi").hetu();
        sandbox.control().body("{\"sukunimi\":\"Testi\"}").put("/vtj/persons/" + hetu);
        assertEquals("NAINEN", sukupuoli(hetu));

        sandbox.control().body("{\"sukunimi\":\"Testi\",\"sukupuoli\":null}").put("/vtj/persons/" + hetu);
        assertEquals("PUUTTUU", sukupuoli(hetu));

        vtj.tapahtuu(hetu, "{\"type\":\"GENDER\",\"sukupuoli\":\"1\"}");
        assertEquals("MIES", sukupuoli(hetu));
        vtj.tapahtuu(hetu, "{\"type\":\"GENDER\",\"sukupuoli\":null}");
        assertEquals("PUUTTUU", sukupuoli(hetu));
    }

    @Test
    void a_void_hetu_tells_by_which_one_the_person_goes() {
        var anna = sandbox.vtjHas(someone("Anna Liisa", "Virtanen-Testi"));
        var uusi = someone("Joku", "Testi").hetu();
        vtj.tapahtuu(anna.hetu(), "{\"type\":\"HETU_CHANGE\",\"uusiHetu\":\"" + uusi + "\"}");

        assertEquals(
                json("{\"tietoryhma\":\"HENKILOTUNNUS_KORJAUS\",\"aktiivinenHenkilotunnus\":\"" + uusi + "\"}"),
                perustiedot(anna.hetu()).get(0));
        assertEquals(
                "HENKILON_NIMI", perustiedot(uusi).at("/0/tietoryhma").textValue(), "the new one needs no correction");
    }

    private static String sukupuoli(String hetu) {
        for (var ryhma : perustiedot(hetu)) {
            if (ryhma.get("tietoryhma").textValue().equals("SUKUPUOLI")) {
                return ryhma.get("sukupuoli").textValue();
            }
        }
        return null;
    }

    private static String syntymaaika(VtjHenkilo henkilo) {
        return Hetu.of(henkilo.hetu()).syntymaaika().toString();
    }

    private static JsonNode perustiedot(String hetu) {
        return sandbox.server()
                .world("default")
                .orElseThrow()
                .part(Muutostiedot.class)
                .perustiedot(hetu)
                .orElseThrow();
    }
}
