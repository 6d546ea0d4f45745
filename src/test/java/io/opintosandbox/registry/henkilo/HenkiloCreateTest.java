package io.opintosandbox.registry.henkilo;

import static io.opintosandbox.testing.RegistryCalls.nimet;
import static io.opintosandbox.testing.RegistryCalls.ryhma;
import static io.opintosandbox.testing.RegistryCalls.taydellinen;
import static io.opintosandbox.testing.RegistryCalls.with;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** POST /henkilo beyond the recorded cases. Contract: registry-api.md 5.1 and 6, registry-behaviour.md 7. */
class HenkiloCreateTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final RegistryCalls registry = new RegistryCalls(sandbox);

    @Test
    void somebody_like_a_person_that_is_there_is_not_identified_at_once() {
        var henkilo = taydellinen();
        var first = registry.luo(henkilo);
        var second = registry.luo(henkilo);

        registry.henkilo(first).body("oppijanumero", is(first));
        registry.henkilo(second).body("oppijanumero", is((String) null));
        registry.get("rekisterinpitaja", "/henkilo/" + second + "/duplicates")
                .then()
                .statusCode(200)
                .body("oidHenkilo", contains(first));
    }

    @Test
    void a_passive_person_is_no_reason_to_hold_somebody_back() {
        var henkilo = taydellinen();
        registry.delete("rekisterinpitaja", "/henkilo/" + registry.luo(henkilo))
                .then()
                .statusCode(200);

        var second = registry.luo(henkilo);

        registry.henkilo(second).body("yksiloity", is(true));
    }

    @Test
    void birth_date_and_gender_follow_the_hetu_whatever_was_sent() {
        var aino = TestSandbox.someone("Aino Inkeri", "Hetuhenkilö");

        var oid = registry.luo(with(nimet(), "hetu", aino.hetu(), "syntymaaika", "2001-02-03", "sukupuoli", "1"));

        registry.henkilo(oid)
                .body("sukupuoli", is("2"))
                .body(
                        "syntymaaika",
                        is(io.opintosandbox.id.Hetu.of(aino.hetu())
                                .syntymaaika()
                                .toString()));
    }

    @Test
    void an_empty_hetu_is_none() {
        registry.henkilo(registry.luo(with(nimet(), "hetu", ""))).body("hetu", is((String) null));
    }

    @Test
    void contact_groups_are_kept_and_empty_ones_dropped() {
        var oid = registry.luo(with(
                nimet(),
                "yhteystiedotRyhma",
                List.of(
                        ryhma("yhteystietotyyppi1", "YHTEYSTIETO_PUHELINNUMERO", "+358 50 1234567"),
                        ryhma("yhteystietotyyppi7", "YHTEYSTIETO_KATUOSOITE", ""))));

        registry.henkilo(oid)
                .body("yhteystiedotRyhma", hasSize(1))
                .body("yhteystiedotRyhma[0].readOnly", is(false))
                .body("yhteystiedotRyhma[0].yhteystieto[0].yhteystietoArvo", is("+358 50 1234567"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@b", "\"quoted\"@example.com", "a@example.com.", "@route:a@example.com", "a b@example.com"})
    void an_email_contact_must_be_a_strict_address(String address) {
        registry.post(
                        "rekisterinpitaja",
                        "/henkilo",
                        with(
                                nimet(),
                                "yhteystiedotRyhma",
                                List.of(ryhma("yhteystietotyyppi1", "YHTEYSTIETO_SAHKOPOSTI", address))))
                .then()
                .statusCode(400)
                .body("message", containsString("on field 'yhteystiedotRyhma[0].yhteystieto[0].yhteystietoArvoOk'"))
                .body("message", containsString("default message [Invalid address data]"));
    }

    @Test
    void unknown_contact_codes_are_told_with_the_groups_that_hold_them() {
        registry.post(
                        "rekisterinpitaja",
                        "/henkilo",
                        with(
                                nimet(),
                                "yhteystiedotRyhma",
                                List.of(Map.of(
                                        "ryhmaKuvaus", "yhteystietotyyppi99", "ryhmaAlkuperaTieto", "alkupera99"))))
                .then()
                .statusCode(400)
                .body("fieldErrors.code", contains("invalid.ryhmaKuvaus", "invalid.ryhmaAlkuperaTieto"))
                .body("fieldErrors[0].arguments", equalTo(List.of(List.of("yhteystietotyyppi99"))))
                .body(
                        "fieldErrors[1].message",
                        is("Tuntematon koodiston 'yhteystietojenalkupera' koodit [alkupera99]"));
    }

    @Test
    void a_mother_tongue_in_upper_case_is_unknown() {
        registry.post(
                        "rekisterinpitaja",
                        "/henkilo",
                        with(nimet(), "aidinkieli", Map.of("kieliKoodi", "SV"), "kotikunta", "91"))
                .then()
                .statusCode(400)
                .body("fieldErrors.field", contains("kotikunta", "aidinkieli.kieliKoodi"))
                .body("message", containsString("2 errors"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.2.2001", "2001-02-30", "2001-2-3", "20010203", "eilen"})
    void a_birth_date_in_a_wrong_form_is_a_broken_body(String date) {
        registry.post("rekisterinpitaja", "/henkilo", with(nimet(), "syntymaaika", date))
                .then()
                .statusCode(400)
                .body("exception", is("org.springframework.http.converter.HttpMessageNotReadableException"))
                .body("message", containsString("could not be parsed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1767225600000", "\"2026-01-01T00:00:00.000Z\"", "\"2026-01-01T02:00:00.000+02:00\""})
    void a_moment_is_read_as_milliseconds_and_as_text(String vtjsynced) {
        var henkilo = with(nimet(), "vtjsynced", io.opintosandbox.json.Json.read(vtjsynced, Object.class));

        registry.henkilo(registry.luo(henkilo)).body("vtjsynced", is(1_767_225_600_000L));
    }

    @Test
    void a_real_hetu_is_refused_and_masked() {
        registry.post("rekisterinpitaja", "/henkilo", with(nimet(), "hetu", "010180-1232"))
                .then()
                .statusCode(400)
                .body("message", allOf(containsString("on field 'hetu'"), containsString("010180-****")))
                .body("message", not(containsString("1232")));
    }

    @Test
    void unknown_fields_and_nulls_for_flags_do_not_matter() {
        var henkilo = with(nimet(), "oidHenkilo", null, "turvakielto", null, "jotain", Map.of("muuta", 1));

        registry.henkilo(registry.luo(henkilo)).body("turvakielto", is(false)).body("passinumerot", empty());
    }

    @Test
    void a_citizenship_sent_twice_is_one() {
        var fi = Map.of("kansalaisuusKoodi", "246");

        registry.henkilo(registry.luo(with(nimet(), "kansalaisuus", Arrays.asList(fi, fi, null))))
                .body("kansalaisuus.kansalaisuusKoodi", contains("246"));
    }
}
