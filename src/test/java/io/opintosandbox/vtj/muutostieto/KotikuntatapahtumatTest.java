package io.opintosandbox.vtj.muutostieto;

import static io.opintosandbox.testing.TestSandbox.someone;
import static io.opintosandbox.testing.Vaestotapahtumat.json;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.testing.Vaestotapahtumat;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.VtjHenkilo.Kotikunta;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Moves and the history of home municipalities: control-api.md, "Event bodies"; exchanges/lives-kotikunta.md. */
class KotikuntatapahtumatTest {
    private static final String MUUTTO = "{\"type\":\"MOVE\",\"kotikunta\":\"853\",\"kuntaanMuuttopv\":\"2026-11-01\"}";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.CHANGE_FEED, "off"));

    private final Vaestotapahtumat vtj = new Vaestotapahtumat(sandbox);
    private VtjHenkilo anna;

    @BeforeEach
    void somebody_has_moved_once() {
        anna = sandbox.vtjHas(someone("Anna Liisa Maria", "Virtanen-Testi").toBuilder()
                .kuntaanMuuttopv("2020-01-01")
                .edellisetKotikunnat(new Kotikunta("049", "2010-05-01", "2019-12-31"))
                .build());
    }

    @Test
    void a_move_closes_what_was_left_and_brings_the_address() {
        vtj.assertViesti(anna.hetu(), """
                {"type":"MOVE","kotikunta":"853","kuntaanMuuttopv":"2026-11-01",
                 "osoite":{"katuosoite":"Linnankatu 2 B 12","postinumero":"20100","postitoimipaikka":"TURKU"}}
                """, """
                [{"tietoryhma":"KOTIKUNTA","muutosattribuutti":"LISATTY","kuntakoodi":"853",
                  "kuntaanMuuttopv":{"arvo":"2026-11-01"}},
                 {"tietoryhma":"EDELLINEN_KOTIKUNTA","muutosattribuutti":"MUUTETTU","kuntakoodi":"091",
                  "kuntaanMuuttopv":{"arvo":"2020-01-01"},"kunnastaPoisMuuttopv":{"arvo":"2026-10-31"}},
                 {"tietoryhma":"VAKINAINEN_KOTIMAINEN_OSOITE","muutosattribuutti":"LISATTY",
                  "alkupv":{"arvo":"2026-11-01"},"katunimi":{"fi":"Linnankatu"},"katunumero":"2",
                  "huoneistokirjain":"B","huoneistonumero":"012","postinumero":"20100",
                  "postitoimipaikka":{"fi":"TURKU"}}]
                """);

        var nyt = vtj.henkilo(anna.hetu());
        assertEquals("853", nyt.get("kotikunta").textValue());
        assertEquals("2026-11-01", nyt.get("kuntaanMuuttopv").textValue());
        assertEquals("Linnankatu 2 B 12", nyt.at("/osoite/katuosoite").textValue());
        assertEquals(json("""
                [{"kotikunta":"049","kuntaanMuuttopv":"2010-05-01","kunnastaPoisMuuttopv":"2019-12-31"},
                 {"kotikunta":"091","kuntaanMuuttopv":"2020-01-01","kunnastaPoisMuuttopv":"2026-10-31"}]
                """), nyt.get("edellisetKotikunnat"));
    }

    @Test
    void a_move_is_today_unless_said_otherwise() {
        sandbox.control()
                .body("{\"now\":\"2026-11-20T23:00:00Z\"}")
                .put("/clock")
                .then()
                .statusCode(200);
        var nuori = sandbox.vtjHas(someone("Nuori", "Muuttaja"));

        var ryhmat = vtj.tapahtuu(nuori.hetu(), "{\"type\":\"MOVE\",\"kotikunta\":\"853\"}")
                .get("tietoryhmat");

        assertEquals("2026-11-21", ryhmat.get(0).at("/kuntaanMuuttopv/arvo").textValue(), "today is Helsinki's");
        assertEquals(
                "2026-11-20", ryhmat.get(1).at("/kunnastaPoisMuuttopv/arvo").textValue());
        assertEquals(
                "1931", ryhmat.get(1).at("/kuntaanMuuttopv/arvo").textValue().substring(0, 4), "there since birth");
        sandbox.control().body("{\"mode\":\"running\"}").put("/clock");
    }

    @Test
    void who_lived_nowhere_leaves_no_municipality() {
        var uusi = sandbox.vtjHas(
                someone("Uusi", "Tulija").toBuilder().kotikunta(null).build());

        vtj.assertViesti(uusi.hetu(), MUUTTO, """
                [{"tietoryhma":"KOTIKUNTA","muutosattribuutti":"LISATTY","kuntakoodi":"853",
                  "kuntaanMuuttopv":{"arvo":"2026-11-01"}}]
                """);
    }

    @Test
    void a_cancelled_move_leaves_the_history_as_it_is() {
        vtj.tapahtuu(anna.hetu(), MUUTTO);

        vtj.assertViesti(anna.hetu(), "{\"type\":\"MOVE_CANCELLED\"}", """
                [{"tietoryhma":"KOTIKUNTA","muutosattribuutti":"POISTETTU","kuntakoodi":"853",
                  "kuntaanMuuttopv":{"arvo":"2026-11-01"},"voimassaolevatTiedot":[{"tietoryhma":"KOTIKUNTA",
                  "kuntakoodi":"091","kuntaanMuuttopv":{"arvo":"2020-01-01"}}]},
                 {"tietoryhma":"KOTIKUNTA","muutosattribuutti":"LISATIETO","kuntakoodi":"091",
                  "kuntaanMuuttopv":{"arvo":"2020-01-01"}}]
                """);

        var nyt = vtj.henkilo(anna.hetu());
        assertEquals("091", nyt.get("kotikunta").textValue());
        assertEquals("2020-01-01", nyt.get("kuntaanMuuttopv").textValue());
        assertEquals(2, nyt.get("edellisetKotikunnat").size());
    }

    @Test
    void a_cancelled_move_opens_the_municipality_again() {
        vtj.tapahtuu(anna.hetu(), MUUTTO);

        var viesti = vtj.tapahtuu(anna.hetu(), "{\"type\":\"MOVE_CANCELLED\",\"historia\":\"REOPENED\"}");

        assertEquals(json("""
                {"tietoryhma":"EDELLINEN_KOTIKUNTA","muutosattribuutti":"KORJATTAVA","kuntakoodi":"091",
                 "kuntaanMuuttopv":{"arvo":"2020-01-01"},"kunnastaPoisMuuttopv":{"arvo":"2026-10-31"}}
                """), viesti.at("/tietoryhmat/1"));
        assertEquals(json("""
                {"tietoryhma":"EDELLINEN_KOTIKUNTA","muutosattribuutti":"KORJATTU","kuntakoodi":"091",
                 "kuntaanMuuttopv":{"arvo":"2020-01-01"}}
                """), viesti.at("/tietoryhmat/2"));
        assertEquals(1, vtj.henkilo(anna.hetu()).get("edellisetKotikunnat").size());
    }

    @Test
    void a_cancelled_move_takes_the_entry_away() {
        vtj.tapahtuu(anna.hetu(), MUUTTO);

        var viesti = vtj.tapahtuu(anna.hetu(), "{\"type\":\"MOVE_CANCELLED\",\"historia\":\"REMOVED\"}");

        assertEquals(2, viesti.get("tietoryhmat").size());
        assertEquals(json("""
                {"tietoryhma":"EDELLINEN_KOTIKUNTA","muutosattribuutti":"POISTETTU","kuntakoodi":"091",
                 "kuntaanMuuttopv":{"arvo":"2020-01-01"},"kunnastaPoisMuuttopv":{"arvo":"2026-10-31"}}
                """), viesti.at("/tietoryhmat/1"));
    }

    @Test
    void who_has_never_moved_has_no_move_to_cancel() {
        var paikallaan = sandbox.vtjHas(someone("Paikallaan", "Pysyvä"));

        vtj.post(paikallaan.hetu(), "{\"type\":\"MOVE_CANCELLED\"}")
                .then()
                .statusCode(409)
                .body("error", equalTo("conflict"));
    }

    @Test
    void an_entry_of_the_history_is_corrected_added_or_taken_away() {
        var vanha =
                "{\"kotikunta\":\"049\",\"kuntaanMuuttopv\":\"2010-05-01\",\"kunnastaPoisMuuttopv\":\"2019-12-31\"}";
        var uusi = "{\"kotikunta\":\"092\",\"kuntaanMuuttopv\":\"2010-06-01\"}";
        var vanhaRyhma = """
                {"tietoryhma":"EDELLINEN_KOTIKUNTA","muutosattribuutti":"%s","kuntakoodi":"049",
                 "kuntaanMuuttopv":{"arvo":"2010-05-01"},"kunnastaPoisMuuttopv":{"arvo":"2019-12-31"}}
                """;
        var uusiRyhma = """
                {"tietoryhma":"EDELLINEN_KOTIKUNTA","muutosattribuutti":"%s","kuntakoodi":"092",
                 "kuntaanMuuttopv":{"arvo":"2010-06-01"}}
                """;

        vtj.assertViesti(
                anna.hetu(),
                "{\"type\":\"MUNICIPALITY_HISTORY\",\"poistettava\":" + vanha + ",\"lisattava\":" + uusi + "}",
                "[" + vanhaRyhma.formatted("KORJATTAVA") + "," + uusiRyhma.formatted("KORJATTU") + "]");
        assertEquals("092", kotikunnat());
        vtj.assertViesti(
                anna.hetu(),
                "{\"type\":\"MUNICIPALITY_HISTORY\",\"lisattava\":" + vanha + "}",
                "[" + vanhaRyhma.formatted("LISATTY") + "]");
        assertEquals("049 092", kotikunnat());
        vtj.assertViesti(
                anna.hetu(),
                "{\"type\":\"MUNICIPALITY_HISTORY\",\"poistettava\":" + uusi + "}",
                "[" + uusiRyhma.formatted("POISTETTU") + "]");
        assertEquals("049", kotikunnat());
    }

    private String kotikunnat() {
        return String.join(
                " ", vtj.henkilo(anna.hetu()).get("edellisetKotikunnat").findValuesAsText("kotikunta"));
    }
}
