package io.opintosandbox.vtj.muutostieto;

import static io.opintosandbox.testing.TestSandbox.someone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.testing.Vaestotapahtumat;
import io.opintosandbox.vtj.VtjHenkilo;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses: control-api.md, "Event bodies", ADDRESS; exchanges/lives-addresses.md. */
class OsoitetapahtumatTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.CHANGE_FEED, "off"));

    private final Vaestotapahtumat vtj = new Vaestotapahtumat(sandbox);
    private VtjHenkilo anna;

    @BeforeEach
    void somebody_is_in_vtj() {
        anna = sandbox.vtjHas(someone("Anna Liisa Maria", "Virtanen-Testi"));
        sandbox.control().body("{\"now\":\"2026-11-21T10:00:00Z\"}").put("/clock");
    }

    @Test
    void a_street_address_is_told_in_its_parts_and_in_two_languages() {
        vtj.assertViesti(anna.hetu(), """
                {"type":"ADDRESS","osoite":{"katuosoite":"Testikatu 1 A 5","postinumero":"00100",
                 "postitoimipaikka":"HELSINKI","katuosoiteSv":"Testgatan 1 A 5","postitoimipaikkaSv":"HELSINGFORS"}}
                """, """
                [{"tietoryhma":"VAKINAINEN_KOTIMAINEN_OSOITE","muutosattribuutti":"LISATTY",
                  "alkupv":{"arvo":"2026-11-21"},"katunimi":{"fi":"Testikatu","sv":"Testgatan"},"katunumero":"1",
                  "huoneistokirjain":"A","huoneistonumero":"005","postinumero":"00100",
                  "postitoimipaikka":{"fi":"HELSINKI","sv":"HELSINGFORS"}}]
                """);
        assertEquals(
                "Testikatu 1 A 5",
                vtj.henkilo(anna.hetu()).at("/osoite/katuosoite").textValue());
    }

    @Test
    void each_kind_of_address_has_its_group() {
        vtj.assertViesti(anna.hetu(), """
                {"type":"ADDRESS",
                 "ulkomainenOsoite":{"katuosoite":"5 Main Street","kunta":"Springfield","valtiokoodi":"840"},
                 "postiosoite":{"katuosoite":"PL 12","postinumero":"00101","postitoimipaikka":"HELSINKI"},
                 "tilapainenOsoite":{"katuosoite":"Mökkitie","postinumero":"99999","postitoimipaikka":"KORVATUNTURI"},
                 "tilapainenUlkomainenOsoite":{"katuosoite":"Tie 1","kunta":"Paikka","valtiokoodi":"998","maa":"Maa"},
                 "sahkoposti":"ei osoite"}
                """, """
                [{"tietoryhma":"VAKINAINEN_ULKOMAINEN_OSOITE","muutosattribuutti":"LISATTY",
                  "lahiosoite":"5 Main Street","paikkakunta":"Springfield","valtiokoodi":"840"},
                 {"tietoryhma":"KOTIMAINEN_POSTIOSOITE","muutosattribuutti":"LISATTY","postiosoite":{"fi":"PL 12"},
                  "postinumero":"00101","postitoimipaikka":{"fi":"HELSINKI"}},
                 {"tietoryhma":"TILAPAINEN_KOTIMAINEN_OSOITE","muutosattribuutti":"LISATTY",
                  "alkupv":{"arvo":"2026-11-21"},"katunimi":{"fi":"Mökkitie"},"postinumero":"99999",
                  "postitoimipaikka":{"fi":"KORVATUNTURI"}},
                 {"tietoryhma":"TILAPAINEN_ULKOMAINEN_OSOITE","muutosattribuutti":"LISATTY","lahiosoite":"Tie 1",
                  "paikkakunta":"Paikka","valtiokoodi":"998","valtionimi":"Maa"},
                 {"tietoryhma":"SAHKOPOSTIOSOITE","muutosattribuutti":"LISATTY","sahkopostiosoite":"ei osoite"}]
                """);
        assertEquals("ei osoite", vtj.henkilo(anna.hetu()).get("sahkoposti").textValue());
    }

    @Test
    void null_takes_an_address_away() {
        vtj.tapahtuu(anna.hetu(), "{\"type\":\"ADDRESS\",\"sahkoposti\":\"anna@example.com\"}");

        vtj.assertViesti(anna.hetu(), "{\"type\":\"ADDRESS\",\"sahkoposti\":null,\"postiosoite\":null}", """
                [{"tietoryhma":"KOTIMAINEN_POSTIOSOITE","muutosattribuutti":"POISTETTU"},
                 {"tietoryhma":"SAHKOPOSTIOSOITE","muutosattribuutti":"POISTETTU",
                  "sahkopostiosoite":"anna@example.com"}]
                """);
        assertTrue(vtj.henkilo(anna.hetu()).get("sahkoposti").isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Linnankatu 2",
                "Linnankatu 2 B 12",
                "Linnankatu 2-4 B 12b",
                "Linnankatu 2a 7",
                "Iso Linnankatu 2 B",
                "Linnankatu 12 13 14",
                "Linnankatu 2 B 05",
                "Linnankatu  2 B",
                "Linnankatu 2 B 5 b",
                "2 B 12",
                "Linnankatu"
            })
    void an_address_put_together_again_is_as_it_was(String katuosoite) {
        var osat = Katuosoite.of(katuosoite, null);

        var huoneisto = osat.huoneistonumero() == null
                ? null
                : osat.huoneistonumero().replaceFirst("^0+", "") + Objects.toString(osat.jakokirjain(), "");
        assertEquals(
                katuosoite,
                Stream.of(osat.katunimi(), osat.katunumero(), osat.huoneistokirjain(), huoneisto)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void two_languages_that_end_differently_are_not_taken_apart() {
        assertEquals(
                new Katuosoite("Linnankatu 2 B", "Slottsgatan 2", null, null, null, null),
                Katuosoite.of("Linnankatu 2 B", "Slottsgatan 2"));
    }
}
