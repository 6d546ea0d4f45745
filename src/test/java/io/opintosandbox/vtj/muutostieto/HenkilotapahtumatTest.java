package io.opintosandbox.vtj.muutostieto;

import static io.opintosandbox.testing.TestSandbox.someone;
import static io.opintosandbox.testing.Vaestotapahtumat.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.testing.Vaestotapahtumat;
import io.opintosandbox.vtj.VtjHenkilo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Events about the person itself change VTJ and make a message: control-api.md, "Event bodies". */
class HenkilotapahtumatTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.CHANGE_FEED, "off"));

    private final Vaestotapahtumat vtj = new Vaestotapahtumat(sandbox);
    private VtjHenkilo anna;

    @BeforeEach
    void somebody_is_in_vtj() {
        anna = sandbox.vtjHas(someone("Anna Liisa Maria", "Virtanen-Testi"));
    }

    @Test
    void a_new_first_name_tells_both_names() {
        vtj.assertViesti(anna.hetu(), "{\"type\":\"NAME_CHANGE\",\"etunimet\":\"Helena Sofia\"}", """
                [{"tietoryhma":"HENKILON_NIMI","muutosattribuutti":"MUUTETTU",
                  "etunimi":"Helena Sofia","sukunimi":"Virtanen-Testi"}]
                """);
        assertEquals("Helena Sofia", vtj.henkilo(anna.hetu()).get("etunimet").textValue());
    }

    @Test
    void a_new_call_name_is_a_group_of_its_own() {
        vtj.assertViesti(
                anna.hetu(), "{\"type\":\"NAME_CHANGE\",\"kutsumanimi\":\"Maria\",\"sukunimi\":\"Uusi\"}", """
                [{"tietoryhma":"HENKILON_NIMI","muutosattribuutti":"MUUTETTU",
                  "etunimi":"Anna Liisa Maria","sukunimi":"Uusi"},
                 {"tietoryhma":"KUTSUMANIMI","muutosattribuutti":"LISATTY",
                  "nimilaji":"NYKYINEN_KUTSUMANIMI","nimi":"Maria"}]
                """);
    }

    @Test
    void a_gender_may_be_missing() {
        vtj.assertViesti(
                anna.hetu(),
                "{\"type\":\"GENDER\",\"sukupuoli\":\"1\"}",
                "[{\"tietoryhma\":\"SUKUPUOLI\",\"muutosattribuutti\":\"MUUTETTU\",\"sukupuoli\":\"MIES\"}]");
        vtj.assertViesti(
                anna.hetu(),
                "{\"type\":\"GENDER\",\"sukupuoli\":null}",
                "[{\"tietoryhma\":\"SUKUPUOLI\",\"muutosattribuutti\":\"MUUTETTU\",\"sukupuoli\":\"PUUTTUU\"}]");
        assertTrue(vtj.henkilo(anna.hetu()).get("sukupuoli").isNull());
    }

    @Test
    void a_birth_date_is_corrected() {
        vtj.assertViesti(anna.hetu(), "{\"type\":\"BIRTH_DATE\",\"syntymaaika\":\"1990-03-15\"}", """
                [{"tietoryhma":"SYNTYMAPAIVA","muutosattribuutti":"KORJATTU","syntymapv":{"arvo":"1990-03-15"}}]
                """);
    }

    @Test
    void nationalities_are_told_all_and_may_be_none() {
        vtj.assertViesti(anna.hetu(), "{\"type\":\"CITIZENSHIP\",\"kansalaisuudet\":[\"246\",\"123\"]}", """
                [{"tietoryhma":"KANSALAISUUS","muutosattribuutti":"MUUTETTU","henkilonKansalaisuudet":["246","123"]}]
                """);
        vtj.assertViesti(
                anna.hetu(),
                "{\"type\":\"CITIZENSHIP\",\"kansalaisuudet\":[]}",
                "[{\"tietoryhma\":\"KANSALAISUUS\",\"muutosattribuutti\":\"MUUTETTU\",\"henkilonKansalaisuudet\":[]}]");
        assertEquals(0, vtj.henkilo(anna.hetu()).get("kansalaisuudet").size());
    }

    @Test
    void a_mother_tongue_is_not_checked() {
        vtj.assertViesti(
                anna.hetu(),
                "{\"type\":\"MOTHER_TONGUE\",\"aidinkieli\":\"SV\"}",
                "[{\"tietoryhma\":\"AIDINKIELI\",\"muutosattribuutti\":\"LISATTY\",\"kielikoodi\":\"SV\"}]");
        assertEquals("SV", vtj.henkilo(anna.hetu()).get("aidinkieli").textValue());
    }

    @Test
    void a_turvakielto_comes_and_goes() {
        vtj.assertViesti(
                anna.hetu(),
                "{\"type\":\"TURVAKIELTO\"}",
                "[{\"tietoryhma\":\"TURVAKIELTO\",\"muutosattribuutti\":\"LISATTY\",\"turvakieltoAktiivinen\":true}]");
        assertTrue(vtj.henkilo(anna.hetu()).get("turvakielto").booleanValue());
        vtj.assertViesti(
                anna.hetu(),
                "{\"type\":\"TURVAKIELTO_END\"}",
                "[{\"tietoryhma\":\"TURVAKIELTO\",\"muutosattribuutti\":\"MUUTETTU\",\"turvakieltoAktiivinen\":false}]");
        assertFalse(vtj.henkilo(anna.hetu()).get("turvakielto").booleanValue());
    }

    @Test
    void a_death_has_a_date_or_none_and_is_taken_back() {
        vtj.assertViesti(anna.hetu(), "{\"type\":\"DEATH\",\"kuolinpaiva\":\"2026-11-19\"}", """
                [{"tietoryhma":"KUOLINPAIVA","muutosattribuutti":"LISATTY","kuollut":true,
                  "kuolinpv":{"arvo":"2026-11-19"}}]
                """);
        assertEquals("2026-11-19", vtj.henkilo(anna.hetu()).get("kuolinpaiva").textValue());
        vtj.assertViesti(
                anna.hetu(),
                "{\"type\":\"DEATH\"}",
                "[{\"tietoryhma\":\"KUOLINPAIVA\",\"muutosattribuutti\":\"LISATTY\",\"kuollut\":true}]");
        vtj.assertViesti(
                anna.hetu(),
                "{\"type\":\"DEATH_CANCELLED\"}",
                "[{\"tietoryhma\":\"KUOLINPAIVA\",\"muutosattribuutti\":\"POISTETTU\",\"kuollut\":false}]");
        assertTrue(vtj.henkilo(anna.hetu()).get("kuolinpaiva").isNull());
    }

    @Test
    void under_a_new_hetu_the_person_goes_on_and_the_old_one_is_void() {
        var uusi = someone("Joku", "Toinen").hetu();

        vtj.assertViesti(anna.hetu(), "{\"type\":\"HETU_CHANGE\",\"uusiHetu\":\"" + uusi + "\"}", """
                [{"tietoryhma":"HENKILOTUNNUS_KORJAUS","muutosattribuutti":"LISATTY","aktiivinenHenkilotunnus":"%1$s"},
                 {"tietoryhma":"HENKILOTUNNUS_KORJAUS","muutosattribuutti":"MUUTETTU","aktiivinenHenkilotunnus":"%1$s"}]
                """.formatted(uusi));

        var vanha = vtj.henkilo(anna.hetu());
        assertTrue(vanha.get("passivoitu").booleanValue());
        assertEquals(uusi, vanha.get("uusiHetu").textValue());
        assertFalse(vtj.henkilo(uusi).get("passivoitu").booleanValue());
        assertEquals("Anna Liisa Maria", vtj.henkilo(uusi).get("etunimet").textValue());
        assertEquals(0, vtj.viestit(uusi).size());
        assertEquals(
                anna.hetu(),
                vtj.tapahtuu(anna.hetu(), "{\"type\":\"MOTHER_TONGUE\",\"aidinkieli\":\"sv\"}")
                        .get("hetu")
                        .textValue());
    }

    @Test
    void the_new_hetu_may_be_somebody_elses_or_one_with_a_wrong_check_character() {
        var toinen = sandbox.vtjHas(someone("Joku", "Toinen"));

        vtj.tapahtuu(anna.hetu(), "{\"type\":\"HETU_CHANGE\",\"uusiHetu\":\"" + toinen.hetu() + "\"}");
        assertEquals(
                "Virtanen-Testi", vtj.henkilo(toinen.hetu()).get("sukunimi").textValue());

        var vaara = toinen.hetu().substring(0, 10) + (toinen.hetu().endsWith("A") ? "B" : "A");
        vtj.tapahtuu(toinen.hetu(), "{\"type\":\"HETU_CHANGE\",\"uusiHetu\":\"" + vaara + "\"}");
        assertEquals("Virtanen-Testi", vtj.henkilo(vaara).get("sukunimi").textValue());
    }

    @Test
    void the_own_hetu_as_the_new_one_is_a_message_and_no_more() {
        var ennen = vtj.henkilo(anna.hetu());

        vtj.tapahtuu(anna.hetu(), "{\"type\":\"HETU_CHANGE\",\"uusiHetu\":\"" + anna.hetu() + "\"}");

        assertEquals(ennen, vtj.henkilo(anna.hetu()));
    }

    @Test
    void a_hetu_is_made_void_without_a_successor() {
        vtj.assertViesti(
                anna.hetu(),
                "{\"type\":\"PASSIVATED\"}",
                "[{\"tietoryhma\":\"HENKILOTUNNUS_KORJAUS\",\"muutosattribuutti\":\"MUUTETTU\"}]");
        assertTrue(vtj.henkilo(anna.hetu()).get("passivoitu").booleanValue());
    }

    @Test
    void groups_are_passed_on_as_they_are_and_nothing_else_happens() {
        var ennen = vtj.henkilo(anna.hetu());
        var ryhmat =
                "[{\"tietoryhma\":\"SIVIILISAATY\",\"muutosattribuutti\":\"MUUTETTU\",\"siviilisaaty\":{\"a\":[1]}}]";

        vtj.assertViesti(anna.hetu(), "{\"type\":\"MUUTOSTIETO\",\"tietoryhmat\":" + ryhmat + "}", ryhmat);

        assertEquals(ennen, vtj.henkilo(anna.hetu()));
        assertEquals(json(ryhmat), vtj.viestit(anna.hetu()).get(0).get("tietoryhmat"));
    }
}
