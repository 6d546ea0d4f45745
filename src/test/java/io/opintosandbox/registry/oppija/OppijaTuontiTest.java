package io.opintosandbox.registry.oppija;

import static io.opintosandbox.registry.oppija.Rivit.avain;
import static io.opintosandbox.registry.oppija.Rivit.henkilo;
import static io.opintosandbox.registry.oppija.Rivit.koodi;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whom the rows of a wide import mean, and what becomes of them: registry-behaviour.md 17.3. */
class OppijaTuontiTest {
    private static final String TUOJA = "oppijoidentuonti";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.IDENTIFICATION, "off"));

    private final Rivit rivit = new Rivit(sandbox);
    private final RegistryCalls calls = new RegistryCalls(sandbox);

    @Test
    void somebody_new_is_stored_with_all_that_the_row_says() {
        var passi = avain();
        var id = rivit.tuo(
                TUOJA,
                henkilo(
                        "passinumero",
                        passi,
                        "sahkoposti",
                        passi + "@example.com",
                        "syntymaaika",
                        "1999-09-09",
                        "sukupuoli",
                        koodi("1"),
                        "aidinkieli",
                        koodi("SV"),
                        "kansalaisuus",
                        List.of(koodi("752"), koodi("233"), koodi("752"))));
        var oid = rivit.oidit(id).get(0);

        calls.henkilo(oid)
                .body("aidinkieli.kieliKoodi", is("sv"))
                .body("sukupuoli", is("1"))
                .body("syntymaaika", is("1999-09-09"))
                .body("passinumerot", contains(passi))
                .body("kansalaisuus.kansalaisuusKoodi", containsBoth("752", "233"))
                .body("kasittelijaOid", is(sandbox.user(TUOJA).get("oid")));
        calls.get("rekisterinpitaja", "/henkilo/" + oid + "/identification")
                .then()
                .body("idpEntityId", contains("email"))
                .body("identifier", contains(passi + "@example.com"));
        rivit.rivit(id).body("henkilot[0].henkilo.aidinkieli.koodi", is("SV")).body("henkilot[0].conflict", is(false));
    }

    @Test
    void the_call_name_need_not_be_one_of_the_first_names() {
        var id = rivit.tuo(TUOJA, henkilo("passinumero", avain(), "kutsumanimi", "Aivan Muu"));

        rivit.rivit(id).body("henkilot[0].henkilo.kutsumanimi", is("Aivan Muu"));
    }

    @Test
    void an_unknown_oid_is_not_given_to_the_newcomer() {
        var unknown = "1.2.246.562.98.11111111111";

        var oid = rivit.oidit(rivit.tuo(TUOJA, henkilo("oid", unknown))).get(0);

        assertNotEquals(unknown, oid);
    }

    @Test
    void the_oid_counts_before_the_passport_and_the_passport_before_the_address() {
        var passi = avain();
        var posti = avain() + "@example.com";
        var first = rivit.oidit(rivit.tuo(
                TUOJA, henkilo("passinumero", avain()), henkilo("passinumero", passi), henkilo("sahkoposti", posti)));

        var again = rivit.oidit(rivit.tuo(
                TUOJA,
                henkilo("oid", first.get(0), "passinumero", passi, "sahkoposti", posti),
                henkilo("oid", "1.2.3", "passinumero", passi, "sahkoposti", posti),
                henkilo("passinumero", avain(), "sahkoposti", posti)));

        assertEquals(first, again);
    }

    @Test
    void somebody_found_keeps_everything_but_the_time_of_change_and_the_organisations() {
        var hetu = TestSandbox.someone("Vanha", "Tuttu").hetu();
        var id = rivit.tuo(TUOJA, henkilo("hetu", hetu));
        var oid = rivit.oidit(id).get(0);
        long modified = calls.henkilo(oid).extract().<Long>path("modified");
        sandbox.control().body("{\"advance\":\"PT1H\"}").put("/clock").then().statusCode(200);

        var again = rivit.tuo(
                "oppijoidentuonti2",
                henkilo(
                        "hetu",
                        hetu,
                        "passinumero",
                        avain(),
                        "sahkoposti",
                        "a@example.com",
                        "aidinkieli",
                        koodi("SV")));

        assertEquals(List.of(oid), rivit.oidit(again));
        rivit.rivit(again).body("henkilot[0].conflict", is(true));
        long now = calls.henkilo(oid)
                .body("passinumerot", hasSize(0))
                .body("aidinkieli", nullValue())
                .extract()
                .<Long>path("modified");
        assertTrue(now > modified, () -> now + " is not after " + modified);
        calls.get("rekisterinpitaja", "/henkilo/" + oid + "/identification")
                .then()
                .body("$", hasSize(0));
        calls.get("oppijoidentuonti2", "/henkilo/" + oid).then().statusCode(200);
    }

    @Test
    void rows_of_one_import_find_those_before_them_by_any_key() {
        var passi = avain();
        var posti = avain() + "@example.com";
        var hetu = TestSandbox.someone("Yksi", "Ainoa").hetu();

        var oidit = rivit.oidit(rivit.tuo(
                TUOJA,
                henkilo("hetu", hetu, "passinumero", passi),
                henkilo("passinumero", passi, "sahkoposti", posti),
                henkilo("passinumero", passi),
                henkilo("hetu", hetu),
                henkilo("sahkoposti", posti)));

        assertEquals(List.of(oidit.get(0), oidit.get(0), oidit.get(0), oidit.get(0)), oidit.subList(0, 4));
        // The second row found somebody, whose address it did not become.
        assertNotEquals(oidit.get(0), oidit.get(4));
    }

    @Test
    void a_row_without_any_usable_key_is_somebody_new_each_time() {
        var oidit =
                rivit.oidit(rivit.tuo(TUOJA, henkilo("hetu", ""), henkilo("hetu", ""), henkilo("passinumero", " ")));

        assertEquals(3, oidit.stream().distinct().count());
    }

    @Test
    void rows_without_a_key_of_the_sender_show_null() {
        calls.put(TUOJA, "/oppija", Map.of("henkilot", List.of(Map.of("henkilo", henkilo("passinumero", avain())))))
                .then()
                .statusCode(200)
                .body("kasiteltavia", equalTo(1))
                .body("kasitelty", is(false));
    }

    @Test
    void a_part_that_cannot_be_stored_stops_the_import_and_leaves_nothing_behind() {
        var passi = avain();
        var id = rivit.tuo(TUOJA, henkilo("passinumero", passi), henkilo("passinumero", "P".repeat(300)));

        calls.get(TUOJA, "/oppija/tuonti=" + id + "/perustiedot")
                .then()
                .body("kasiteltyja", is(0))
                .body("kasitelty", is(false));
        calls.get(TUOJA, "/oppija/tuonti=" + id).then().statusCode(403);
        calls.post(TUOJA, "/oppija/tuonti=" + id).then().statusCode(200).body("kasiteltyja", is(0));
        sandbox.settle();
        // The passport number is free: whoever comes with it now is new and the only one.
        assertEquals(
                1, rivit.oidit(rivit.tuo(TUOJA, henkilo("passinumero", passi))).size());
    }

    private static org.hamcrest.Matcher<Iterable<? extends String>> containsBoth(String a, String b) {
        return org.hamcrest.Matchers.containsInAnyOrder(a, b);
    }
}
