package io.opintosandbox.vtj.muutostieto;

import static io.opintosandbox.testing.TestSandbox.someone;
import static io.opintosandbox.testing.Vaestotapahtumat.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.testing.Vaestotapahtumat;
import io.opintosandbox.vtj.VtjHenkilo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Guardians: control-api.md, "Event bodies"; exchanges/lives-guardians.md. */
class HuoltajatapahtumatTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.CHANGE_FEED, "off"));

    private final Vaestotapahtumat vtj = new Vaestotapahtumat(sandbox);
    private VtjHenkilo leevi;
    private VtjHenkilo kaisa;

    @BeforeEach
    void a_child_and_an_adult_are_in_vtj() {
        leevi = sandbox.vtjHas(someone("Leevi Oskari", "Lapsonen-Testi"));
        kaisa = sandbox.vtjHas(someone("Kaisa Maria", "Huoltaja-Testi"));
    }

    @Test
    void a_guardian_that_vtj_knows_needs_no_names() {
        vtj.assertViesti(leevi.hetu(), """
                {"type":"GUARDIAN_ADDED","hetu":"%s","huoltajuusAlku":"2026-11-01","huoltajuusLoppu":"2033-06-01"}
                """.formatted(kaisa.hetu()), """
                [{"tietoryhma":"HUOLTAJA","muutosattribuutti":"LISATTY","huoltaja":{"henkilotunnus":"%s",
                  "etunimet":"Kaisa Maria","sukunimi":"Huoltaja-Testi"},
                  "huoltosuhteenAlkupv":{"arvo":"2026-11-01"},"huoltosuhteenLoppupv":{"arvo":"2033-06-01"}}]
                """.formatted(kaisa.hetu()));
        assertEquals(
                kaisa.hetu(), vtj.henkilo(leevi.hetu()).at("/huoltajat/0/hetu").textValue());
    }

    @Test
    void the_same_guardian_again_is_changed_and_keeps_what_is_not_told() {
        var uusi = """
                {"type":"GUARDIAN_ADDED","etunimet":"John Peter","sukunimi":"Hetuton-Testi",
                 "syntymaaika":"1980-01-31","kansalaisuudet":["840"],"huoltajuusAlku":"2026-11-01"}
                """;
        var ryhma = """
                [{"tietoryhma":"HUOLTAJA","muutosattribuutti":"%s","huoltaja":{"etunimet":"John Peter",
                  "sukunimi":"Hetuton-Testi","syntymapv":{"arvo":"1980-01-31"},"kansalaisuuskoodi":"840"},
                  "huoltosuhteenAlkupv":{"arvo":"2026-11-01"}%s}]
                """;
        vtj.assertViesti(leevi.hetu(), uusi, ryhma.formatted("LISATTY", ""));

        vtj.assertViesti(
                leevi.hetu(), """
                {"type":"GUARDIAN_ADDED","etunimet":"John Peter","sukunimi":"Hetuton-Testi",
                 "huoltajuusLoppu":"2032-01-01"}
                """, ryhma.formatted("MUUTETTU", ",\"huoltosuhteenLoppupv\":{\"arvo\":\"2032-01-01\"}"));
        assertEquals(1, vtj.henkilo(leevi.hetu()).get("huoltajat").size());
    }

    @Test
    void a_guardian_with_a_wrong_hetu_that_nobody_has_is_told_as_it_is() {
        var vaara = kaisa.hetu().substring(0, 10) + (kaisa.hetu().endsWith("A") ? "B" : "A");

        vtj.assertViesti(
                leevi.hetu(), "{\"type\":\"GUARDIAN_ADDED\",\"hetu\":\"" + vaara + "\"}", """
                [{"tietoryhma":"HUOLTAJA","muutosattribuutti":"LISATTY","huoltaja":{"henkilotunnus":"%s"}}]
                """.formatted(vaara));
    }

    @Test
    void a_guardian_is_removed_or_ends() {
        vtj.tapahtuu(leevi.hetu(), """
                {"type":"GUARDIAN_ADDED","hetu":"%s","huoltajuusAlku":"2015-06-01"}
                """.formatted(kaisa.hetu()));
        var huoltaja = """
                "huoltaja":{"henkilotunnus":"%s","etunimet":"Kaisa Maria","sukunimi":"Huoltaja-Testi"},"huoltosuhteenAlkupv":{"arvo":"2015-06-01"}
                """.formatted(kaisa.hetu());

        vtj.assertViesti(
                leevi.hetu(),
                "{\"type\":\"GUARDIAN_REMOVED\",\"hetu\":\"" + kaisa.hetu() + "\",\"huoltajuusLoppu\":\"2026-11-20\"}",
                "[{\"tietoryhma\":\"HUOLTAJA\",\"muutosattribuutti\":\"MUUTETTU\"," + huoltaja
                        + ",\"huoltosuhteenLoppupv\":{\"arvo\":\"2026-11-20\"}}]");
        vtj.assertViesti(
                leevi.hetu(),
                "{\"type\":\"GUARDIAN_REMOVED\",\"etunimet\":\"Kaisa Maria\",\"sukunimi\":\"Huoltaja-Testi\"}",
                "[{\"tietoryhma\":\"HUOLTAJA\",\"muutosattribuutti\":\"POISTETTU\"," + huoltaja
                        + ",\"huoltosuhteenLoppupv\":{\"arvo\":\"2026-11-20\"}}]");
        assertEquals(json("[]"), vtj.henkilo(leevi.hetu()).get("huoltajat"));
    }

    @Test
    void whom_vtj_does_not_have_as_a_guardian_is_removed_all_the_same() {
        vtj.assertViesti(
                leevi.hetu(),
                "{\"type\":\"GUARDIAN_REMOVED\",\"etunimet\":\"Jon\",\"sukunimi\":\"Hetuton-Testi\"}",
                """
                [{"tietoryhma":"HUOLTAJA","muutosattribuutti":"POISTETTU",
                  "huoltaja":{"etunimet":"Jon","sukunimi":"Hetuton-Testi"}}]
                """);
    }
}
