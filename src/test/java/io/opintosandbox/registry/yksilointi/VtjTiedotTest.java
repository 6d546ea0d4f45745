package io.opintosandbox.registry.yksilointi;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.VtjHenkilo.Osoite;
import io.opintosandbox.vtj.VtjHenkilo.UlkomainenOsoite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a successful identification writes: registry-behaviour.md 9. */
class VtjTiedotTest {
    @RegisterExtension
    // Full data, which comes after identification, would write over what is looked at here.
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.FULL_DATA, "off"));

    private static final Osoite OSOITE =
            new Osoite("Mallikatu 1 A 2", "65100", "VAASA", "Modellgatan 1 A 2", "VASA", "Suomi", "Finland");

    private final RegistryRows rows = new RegistryRows(sandbox);

    @BeforeEach
    void the_clock_stands() {
        sandbox.control().body("{\"mode\":\"fixed\"}").put("/clock").then().statusCode(200);
    }

    @Test
    void names_codes_and_times_are_those_of_vtj() {
        var vtj = sandbox.vtjHas(someone("Teppo Taneli", "Testaaja").toBuilder()
                .aidinkieli("sv")
                .kotikunta("091")
                .turvakielto(false)
                .build());
        sandbox.hae(haku(vtj, "Teppo", "Testaja")).then().statusCode(200);
        var created = Long.parseLong(rows.of(vtj, "muokattu"));
        var handler = rows.of(vtj, "kasittelija_oid");
        sandbox.control().body("{\"advance\":\"PT1S\"}").put("/clock");

        sandbox.settle();

        assertEquals("Teppo Taneli", rows.of(vtj, "etunimet"));
        assertEquals("Testaaja", rows.of(vtj, "sukunimi"));
        assertEquals("sv", rows.of(vtj, "aidinkieli"));
        assertEquals("091", rows.of(vtj, "kotikunta"));
        assertEquals(String.valueOf(created + 1_000), rows.of(vtj, "muokattu"));
        assertEquals(String.valueOf(created + 1_000), rows.of(vtj, "vtjsynced"));
        assertEquals(String.valueOf(created), rows.of(vtj, "luotu"));
        assertEquals(handler, rows.of(vtj, "kasittelija_oid"));
        assertEquals("TRUE", rows.of(vtj, "yksiloity_vtj"));
        assertEquals("TRUE", rows.of(vtj, "yksilointi_yritetty"));
        assertEquals(List.of(vtj.hetu()), rows.kaikkiHetut(vtj));
        assertEquals(List.of("246"), rows.kansalaisuudet(vtj));
    }

    @ParameterizedTest
    @CsvSource({
        // etunimet in VTJ, kutsumanimi in VTJ, kutsumanimi asked with, result
        "Anna Liisa, Liisa, Anna, Liisa",
        "Anna Liisa, , Anna, Anna",
        "Anna Liisa, Anna Liisa, Anna, Anna",
        "Anna-Kaisa Sofia, 'Kaisa Sofia', Sofia, Sofia",
        "Anna Liisa, Soile, Anna, Anna Liisa",
        "Anna, Anna, Anna, Anna",
        "Anna-Kaisa, Kaisa, Anna, Kaisa",
    })
    void the_kutsumanimi_of_vtj_counts_when_it_is_one_name_of_the_etunimet(
            String etunimet, String ofVtj, String asked, String result) {
        var vtj = sandbox.vtjHas(
                someone(etunimet, "Kutsuttu").toBuilder().kutsumanimi(ofVtj).build());
        sandbox.hae(Map.of("hetu", vtj.hetu(), "etunimet", etunimet, "kutsumanimi", asked, "sukunimi", "Kutsuttu"))
                .then()
                .statusCode(200);

        sandbox.settle();

        assertEquals(result, rows.of(vtj, "kutsumanimi"));
    }

    @ParameterizedTest
    @CsvSource({"fi, fi", "iw, he", "qq, null", "98, 98", ", null"})
    void a_mother_tongue_that_nobody_knows_is_left_out(String ofVtj, String result) {
        var vtj = identified(
                someone("Kieli", "Puhuja").toBuilder().aidinkieli(ofVtj).build());

        assertEquals(result, rows.of(vtj, "aidinkieli"));
    }

    @Test
    void old_country_codes_become_the_new_ones_and_unknown_ones_go() {
        var vtj = identified(someone("Maa", "Mainen").toBuilder()
                .kansalaisuudet("736", "230", "246", "000", "729")
                .build());

        assertEquals(List.of("231", "246", "729"), rows.kansalaisuudet(vtj));
    }

    @Test
    void no_country_of_vtj_leaves_those_of_the_registry() {
        var vtj = someone("Tuotu", "Maaton").toBuilder().kansalaisuudet().build();
        sandbox.vtjHas(vtj);
        sandbox.startImport(List.of(TestSandbox.row("a", haku(vtj))));

        sandbox.settle();

        assertEquals(List.of("999"), rows.kansalaisuudet(vtj));
    }

    @Test
    void the_domestic_address_and_the_mail_address_become_groups_that_nobody_may_edit() {
        var vtj = identified(someone("Osoite", "Omainen").toBuilder()
                .osoite(OSOITE)
                .sahkoposti("osoite@example.com")
                .build());

        assertEquals(
                List.of(
                        "yhteystietotyyppi4 alkupera1 TRUE YHTEYSTIETO_KATUOSOITE=Mallikatu 1 A 2",
                        "yhteystietotyyppi4 alkupera1 TRUE YHTEYSTIETO_KAUPUNKI=VAASA",
                        "yhteystietotyyppi4 alkupera1 TRUE YHTEYSTIETO_MAA=Suomi",
                        "yhteystietotyyppi4 alkupera1 TRUE YHTEYSTIETO_POSTINUMERO=65100",
                        "yhteystietotyyppi8 alkupera1 TRUE YHTEYSTIETO_SAHKOPOSTI=osoite@example.com"),
                rows.yhteystiedot(vtj));
    }

    @Test
    void a_domestic_address_is_in_finland_also_when_vtj_names_no_country() {
        var vtj = identified(someone("Maa", "Nimetön").toBuilder()
                .osoite(new Osoite("Mallikatu 1", "65100", "VAASA", null, null, null, null))
                .build());

        assertTrue(rows.yhteystiedot(vtj).contains("yhteystietotyyppi4 alkupera1 TRUE YHTEYSTIETO_MAA=Suomi"));
    }

    @Test
    void the_language_of_service_decides_on_the_swedish_address_not_the_mother_tongue() {
        var vtj = identified(someone("Svea", "Exempel").toBuilder()
                .aidinkieli("sv")
                .osoite(OSOITE)
                .build());

        assertEquals(
                "yhteystietotyyppi4 alkupera1 TRUE YHTEYSTIETO_KATUOSOITE=Mallikatu 1 A 2",
                rows.yhteystiedot(vtj).get(0));
    }

    @Test
    void a_foreign_address_names_its_country() {
        var vtj = identified(someone("Ulla", "Ulkola").toBuilder()
                .ulkomainenOsoite(new UlkomainenOsoite("Exempelgatan 15", "Uppsala", "752", null))
                .build());

        assertEquals(
                List.of(
                        "yhteystietotyyppi5 alkupera1 TRUE YHTEYSTIETO_KATUOSOITE=Exempelgatan 15",
                        "yhteystietotyyppi5 alkupera1 TRUE YHTEYSTIETO_KAUPUNKI=Uppsala",
                        "yhteystietotyyppi5 alkupera1 TRUE YHTEYSTIETO_MAA=Ruotsi"),
                rows.yhteystiedot(vtj));
    }

    @Test
    void a_turvakielto_hides_the_addresses_and_keeps_the_municipality() {
        var vtj = identified(someone("Suojattu", "Henkilö").toBuilder()
                .turvakielto(true)
                .osoite(OSOITE)
                .sahkoposti("suojattu@example.com")
                .kotikunta("091")
                .build());

        assertEquals(List.of(), rows.yhteystiedot(vtj));
        assertEquals("TRUE", rows.of(vtj, "turvakielto"));
        assertEquals("091", rows.of(vtj, "kotikunta"));
    }

    @Test
    void whoever_has_an_account_gets_no_addresses() {
        var vtj = sandbox.vtjHas(
                someone("Virkailija", "Itse").toBuilder().osoite(OSOITE).build());
        var oid = sandbox.hae(haku(vtj)).then().extract().<String>path("oid");
        sandbox.control()
                .body("{\"password\":\"x\",\"oid\":\"" + oid + "\"}")
                .put("/service-users/virkailija-itse")
                .then()
                .statusCode(201);

        sandbox.settle().then().body("identified", equalTo(1));

        assertEquals(List.of(), rows.yhteystiedot(vtj));
    }

    private static VtjHenkilo identified(VtjHenkilo henkilo) {
        sandbox.vtjHas(henkilo);
        sandbox.hae(haku(henkilo)).then().statusCode(200);
        sandbox.settle();
        return henkilo;
    }
}
