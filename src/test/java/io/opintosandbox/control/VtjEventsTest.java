package io.opintosandbox.control;

import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.testing.Vaestotapahtumat;
import io.opintosandbox.vtj.VtjHenkilo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What events refuse, and how messages are read: control-api.md, "Event bodies". */
class VtjEventsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.CHANGE_FEED, "off"));

    private final Vaestotapahtumat vtj = new Vaestotapahtumat(sandbox);
    private VtjHenkilo anna;

    @BeforeEach
    void somebody_is_in_vtj() {
        anna = sandbox.vtjHas(someone("Anna Liisa Maria", "Virtanen-Testi"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            {}                                                              | field.invalid   | /type
            {"type":"SNEEZE"}                                               | field.invalid   | /type
            {"type":1}                                                      | field.invalid   | /type
            {"type":"DEATH","kuollut":true}                                 | field.unknown   | /kuollut
            {"type":"NAME_CHANGE","hetu":"010190-901R"}                     | field.unknown   | /hetu
            {"type":"NAME_CHANGE"}                                          | request.invalid | null
            {"type":"NAME_CHANGE","etunimet":5}                             | field.invalid   | /etunimet
            {"type":"NAME_CHANGE","etunimet":" "}                           | field.invalid   | /etunimet
            {"type":"NAME_CHANGE","etunimet":"A","muutospv":"eilen"}        | field.invalid   | /muutospv
            {"type":"NAME_CHANGE","etunimet":"A","muutospv":"2026-11-21"}   | field.invalid   | /muutospv
            {"type":"HETU_CHANGE"}                                          | field.invalid   | /uusiHetu
            {"type":"HETU_CHANGE","uusiHetu":"0101"}                        | field.invalid   | /uusiHetu
            {"type":"GENDER"}                                               | field.invalid   | /sukupuoli
            {"type":"GENDER","sukupuoli":"3"}                               | field.invalid   | /sukupuoli
            {"type":"BIRTH_DATE","syntymaaika":"1.1.1990"}                  | field.invalid   | /syntymaaika
            {"type":"BIRTH_DATE","syntymaaika":"1990-02-30"}                | field.invalid   | /syntymaaika
            {"type":"CITIZENSHIP"}                                          | field.invalid   | /kansalaisuudet
            {"type":"CITIZENSHIP","kansalaisuudet":"246"}                   | field.invalid   | /kansalaisuudet
            {"type":"CITIZENSHIP","kansalaisuudet":["246",7]}               | field.invalid   | /kansalaisuudet/1
            {"type":"MOTHER_TONGUE"}                                        | field.invalid   | /aidinkieli
            {"type":"MOVE","kuntaanMuuttopv":"2026-11-01"}                  | field.invalid   | /kotikunta
            {"type":"MOVE","kotikunta":91}                                  | field.invalid   | /kotikunta
            {"type":"MOVE","kotikunta":"091","kuntaanMuuttopv":"-1"}        | field.invalid   | /kuntaanMuuttopv
            {"type":"MOVE","kotikunta":"091","osoite":"Tie 1"}              | field.invalid   | /osoite
            {"type":"MOVE_CANCELLED","historia":"GONE"}                     | field.invalid   | /historia
            {"type":"MUNICIPALITY_HISTORY"}                                 | request.invalid | null
            {"type":"MUNICIPALITY_HISTORY","lisattava":{"kotikunta":"1"}}   | field.invalid   | /lisattava/kuntaanMuuttopv
            {"type":"MUNICIPALITY_HISTORY","lisattava":{"kunta":"1"}}       | field.unknown   | /lisattava/kunta
            {"type":"ADDRESS"}                                              | request.invalid | null
            {"type":"ADDRESS","osoite":{"katu":"Tie 1"}}                    | field.unknown   | /osoite/katu
            {"type":"ADDRESS","osoite":{"postinumero":100}}                 | field.invalid   | /osoite/postinumero
            {"type":"ADDRESS","sahkoposti":{}}                              | field.invalid   | /sahkoposti
            {"type":"GUARDIAN_ADDED"}                                       | request.invalid | null
            {"type":"GUARDIAN_ADDED","etunimet":"A"}                        | request.invalid | null
            {"type":"GUARDIAN_ADDED","hetu":"x"}                            | field.invalid   | /hetu
            {"type":"GUARDIAN_REMOVED","sukunimi":"A"}                      | request.invalid | null
            {"type":"GUARDIAN_REMOVED","hetu":"010190-901R","syntymaaika":"1990-01-01"} | field.unknown | /syntymaaika
            {"type":"NAME_CHANGE","sukunimi":"a\\u0000b"}                   | field.invalid   | /sukunimi
            {"type":"NAME_CHANGE","sukunimi":"a\\ud800"}                    | field.invalid   | /sukunimi
            {"type":"MUUTOSTIETO"}                                          | field.invalid   | /tietoryhmat
            {"type":"MUUTOSTIETO","tietoryhmat":[1]}                        | field.invalid   | /tietoryhmat/0
            {"type":"MUUTOSTIETO","tietoryhmat":[{}]}                       | field.invalid   | /tietoryhmat/0/tietoryhma
            """)
    void what_cannot_be_is_refused_and_changes_nothing(String tapahtuma, String error, String field) {
        var ennen = vtj.henkilo(anna.hetu());

        vtj.post(anna.hetu(), tapahtuma)
                .then()
                .statusCode(400)
                .body("error", equalTo(error))
                .body("field", equalTo(field));

        assertEquals(ennen, vtj.henkilo(anna.hetu()));
        assertEquals(0, vtj.viestit(anna.hetu()).size());
    }

    @Test
    void whom_vtj_does_not_know_nothing_happens_to() {
        var tuntematon = someone("Tuntematon", "Testi").hetu();

        vtj.post(tuntematon, "{\"type\":\"DEATH\"}").then().statusCode(404).body("error", equalTo("not.found"));
        vtj.post(tuntematon, "{").then().statusCode(400);
    }

    @Test
    void a_real_hetu_is_refused() {
        vtj.post("010180-1239", "{\"type\":\"DEATH\"}").then().statusCode(400);
        vtj.post(anna.hetu(), "{\"type\":\"HETU_CHANGE\",\"uusiHetu\":\"010180-1239\"}")
                .then()
                .statusCode(400)
                .body("error", equalTo("hetu.not.synthetic"))
                .body("field", equalTo("/uusiHetu"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T08:00:00Z,2026-11-21T08:00:00Z",
        "2026-11-21T08:00:00.5+02:00,2026-11-21T06:00:00.500Z",
        "2026-11-21T08:00,2026-11-21T06:00:00Z"
    })
    void a_message_has_the_time_of_the_event(String annettu, String muutospv) {
        var viesti = vtj.tapahtuu(anna.hetu(), "{\"type\":\"DEATH\",\"muutospv\":\"" + annettu + "\"}");

        assertEquals(muutospv, viesti.get("muutospv").textValue());
    }

    @Test
    void messages_are_paged_in_the_order_of_their_coming() {
        for (var kieli : new String[] {"fi", "sv", "et"}) {
            vtj.tapahtuu(anna.hetu(), Map.of("type", "MOTHER_TONGUE", "aidinkieli", kieli));
        }

        var sivu = vtj.viestit(Map.of("hetu", anna.hetu(), "count", 2, "page", 2, "state", "waiting"));

        assertEquals(3, sivu.get("total").intValue());
        assertEquals(2, sivu.get("page").intValue());
        assertEquals(1, sivu.get("results").size());
        assertEquals("et", sivu.at("/results/0/tietoryhmat/0/kielikoodi").textValue());
        assertEquals(
                0,
                vtj.viestit(Map.of("hetu", anna.hetu(), "state", "applied"))
                        .get("total")
                        .intValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=done", "page=0", "count=1001", "count=x"})
    void a_question_for_messages_that_cannot_be_is_refused(String query) {
        sandbox.control()
                .get("/vtj/messages?" + query)
                .then()
                .statusCode(400)
                .body("error", equalTo("request.invalid"))
                .body("message", containsString("parameter"));
    }

    @Test
    void a_guardian_with_a_new_hetu_is_the_childs_guardian_under_that_one() {
        var uusi = someone("Uusi", "Numero-Testi").hetu();
        var lapsi = sandbox.vtjHas(someone("Lapsi", "Virtanen-Testi").toBuilder()
                .huoltajat(VtjHenkilo.Huoltaja.of(anna.hetu()))
                .build());

        vtj.tapahtuu(anna.hetu(), Map.of("type", "HETU_CHANGE", "uusiHetu", uusi));

        assertEquals(uusi, vtj.henkilo(lapsi.hetu()).at("/huoltajat/0").textValue());
        assertEquals(lapsi.hetu(), vtj.henkilo(uusi).at("/huollettavat/0").textValue());
        var viesti = vtj.tapahtuu(lapsi.hetu(), Map.of("type", "GUARDIAN_ADDED", "hetu", uusi));
        assertEquals("MUUTETTU", viesti.at("/tietoryhmat/0/muutosattribuutti").textValue());
        assertEquals(1, vtj.henkilo(lapsi.hetu()).get("huoltajat").size());
    }

    @Test
    void a_hetu_that_has_been_replaced_is_not_replaced_by_another_one() {
        var uusi = someone("Uusi", "Numero-Testi").hetu();
        vtj.tapahtuu(anna.hetu(), Map.of("type", "HETU_CHANGE", "uusiHetu", uusi));

        var toinen = someone("Toinen", "Numero-Testi").hetu();
        vtj.post(anna.hetu(), Map.of("type", "HETU_CHANGE", "uusiHetu", toinen))
                .then()
                .statusCode(409)
                .body("message", containsString(uusi));

        sandbox.control().get("/vtj/persons/" + toinen).then().statusCode(404);
    }

    @Test
    void events_at_once_on_one_person_are_all_in_the_end() {
        var kunnat = List.of("049", "091", "092", "109", "179", "186", "297", "398", "444", "564");
        kunnat.parallelStream().forEach(kunta -> vtj.tapahtuu(anna.hetu(), Map.of("type", "MOVE", "kotikunta", kunta)));

        assertEquals(
                kunnat.size(),
                vtj.henkilo(anna.hetu()).get("edellisetKotikunnat").size());
        assertEquals(kunnat.size(), vtj.viestit(anna.hetu()).size());
    }
}
