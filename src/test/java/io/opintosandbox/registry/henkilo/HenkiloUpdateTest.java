package io.opintosandbox.registry.henkilo;

import static io.opintosandbox.testing.RegistryCalls.nimet;
import static io.opintosandbox.testing.RegistryCalls.taydellinen;
import static io.opintosandbox.testing.RegistryCalls.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** PUT /henkilo beyond the recorded cases. Contract: registry-behaviour.md 14. */
class HenkiloUpdateTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final RegistryCalls registry = new RegistryCalls(sandbox);

    @Test
    void null_and_absent_fields_stay_as_they_are() {
        var oid = registry.luo(taydellinen());
        Map<String, Object> nulls = new HashMap<>();
        List.of("etunimet", "kutsumanimi", "sukunimi", "hetu", "sukupuoli", "aidinkieli", "kansalaisuus", "kotikunta")
                .forEach(field -> nulls.put(field, null));
        var before = registry.henkilo(oid).extract().jsonPath();

        update(with(nulls, "oidHenkilo", oid)).then().statusCode(200);

        registry.henkilo(oid)
                .body("etunimet", is(before.getString("etunimet")))
                .body("sukupuoli", is("1"))
                .body("aidinkieli.kieliKoodi", is("fi"))
                .body("kansalaisuus.kansalaisuusKoodi", contains("752"));
    }

    @Test
    void names_cannot_be_emptied() {
        var oid = registry.luo();

        for (var change :
                List.of(Map.of("etunimet", ""), Map.of("kutsumanimi", ""), Map.of("etunimet", "", "kutsumanimi", ""))) {
            update(with(Map.copyOf(change), "oidHenkilo", oid))
                    .then()
                    .statusCode(400)
                    .body("fieldErrors.code", contains("kutsumanimi.must.exist.in.etunimet"));
        }
        update(Map.of("oidHenkilo", oid, "sukunimi", "")).then().statusCode(400);
    }

    @Test
    void citizenships_are_replaced_as_a_whole() {
        var oid = registry.luo(taydellinen());

        update(Map.of(
                        "oidHenkilo",
                        oid,
                        "kansalaisuus",
                        List.of(Map.of("kansalaisuusKoodi", "246"), Map.of("kansalaisuusKoodi", "233"))))
                .then()
                .statusCode(200);
        registry.henkilo(oid).body("kansalaisuus.kansalaisuusKoodi", containsInAnyOrder("246", "233"));

        update(Map.of("oidHenkilo", oid, "kansalaisuus", List.of())).then().statusCode(200);
        registry.henkilo(oid).body("kansalaisuus", hasSize(0));
    }

    @Test
    void contact_groups_are_built_anew_and_get_new_ids() {
        var oid = registry.luo(with(nimet(), "yhteystiedotRyhma", List.of(puhelin("111"))));
        var id = registry.henkilo(oid).extract().jsonPath().getLong("yhteystiedotRyhma[0].id");

        update(Map.of("oidHenkilo", oid, "yhteystiedotRyhma", List.of(with(puhelin("222"), "id", id))))
                .then()
                .statusCode(200);

        registry.henkilo(oid)
                .body("yhteystiedotRyhma", hasSize(1))
                .body("yhteystiedotRyhma[0].id", not((int) id))
                .body("yhteystiedotRyhma[0].yhteystieto[0].yhteystietoArvo", is("222"));
    }

    @Test
    void a_read_only_group_stays_and_what_the_request_says_of_it_does_not_count() {
        var aino = sandbox.vtjHas(TestSandbox.someone("Aino Helena", "Lukittu").toBuilder()
                .sahkoposti("aino.lukittu@example.com")
                .build());
        var oid = registry.luo(
                with(nimet(), "hetu", aino.hetu(), "etunimet", "Aino", "kutsumanimi", "Aino", "sukunimi", "Lukittu"));
        sandbox.settle();
        var id = registry.henkilo(oid).extract().jsonPath().getLong("yhteystiedotRyhma[0].id");

        update(Map.of("oidHenkilo", oid, "yhteystiedotRyhma", List.of(with(puhelin("333"), "id", id), puhelin("444"))))
                .then()
                .statusCode(200);

        registry.henkilo(oid)
                .body(
                        "yhteystiedotRyhma.yhteystieto.flatten().yhteystietoArvo",
                        containsInAnyOrder("aino.lukittu@example.com", "444"));
    }

    @Test
    void a_turvakielto_keeps_out_the_groups_of_vtj_and_no_others() {
        var groups = List.of(puhelin("555"), with(puhelin("666"), "ryhmaAlkuperaTieto", "alkupera1"));
        var oid = registry.luo(with(nimet(), "turvakielto", true, "yhteystiedotRyhma", groups));
        registry.henkilo(oid).body("yhteystiedotRyhma.ryhmaAlkuperaTieto", contains("alkupera2"));

        update(Map.of("oidHenkilo", oid, "yhteystiedotRyhma", groups)).then().statusCode(200);

        registry.henkilo(oid).body("yhteystiedotRyhma.ryhmaAlkuperaTieto", contains("alkupera2"));
    }

    @Test
    void an_empty_hetu_takes_it_away_but_not_what_followed_from_it() {
        var aino = TestSandbox.someone("Aino", "Numeroton");
        var oid = registry.luo(with(nimet(), "hetu", aino.hetu()));
        var born = registry.henkilo(oid).extract().jsonPath().getString("syntymaaika");

        update(Map.of("oidHenkilo", oid, "hetu", "")).then().statusCode(200);

        registry.henkilo(oid)
                .body("hetu", is((String) null))
                .body("syntymaaika", is(born))
                .body("sukupuoli", is("2"));
    }

    @Test
    void another_hetu_for_somebody_whom_vtj_has_identified_is_refused() {
        var aino = sandbox.vtjHas(TestSandbox.someone("Aino Maria", "Pysyvä"));
        var oid = registry.luo(
                with(nimet(), "hetu", aino.hetu(), "etunimet", "Aino", "kutsumanimi", "Aino", "sukunimi", "Pysyvä"));
        sandbox.settle();
        var other = TestSandbox.someone("Aino", "Toinen").hetu();

        update(Map.of("oidHenkilo", oid, "hetu", other))
                .then()
                .statusCode(400)
                .body("fieldErrors.code", contains("socialsecuritynr.already.set"));
        update(Map.of("oidHenkilo", oid, "hetu", aino.hetu())).then().statusCode(200);
    }

    @Test
    void a_hetu_that_is_somebody_elses_twice_over_is_told_twice() {
        var aino = sandbox.vtjHas(TestSandbox.someone("Aino Liisa", "Kahdesti"));
        registry.luo(
                with(nimet(), "hetu", aino.hetu(), "etunimet", "Aino", "kutsumanimi", "Aino", "sukunimi", "Kahdesti"));
        sandbox.settle();

        update(Map.of("oidHenkilo", registry.luo(), "hetu", aino.hetu()))
                .then()
                .statusCode(400)
                .body(
                        "fieldErrors.code",
                        contains("socialsecuritynr.already.exists", "socialsecuritynr.already.exists"));
    }

    @Test
    void only_the_register_keeper_of_the_country_activates_somebody() {
        var oid = registry.luo();
        registry.delete("rekisterinpitaja", "/henkilo/" + oid).then().statusCode(200);

        update(Map.of("oidHenkilo", oid, "passivoitu", false)).then().statusCode(200);

        registry.henkilo(oid).body("passivoitu", is(false));
    }

    @Test
    void a_death_date_may_be_set_by_hand() {
        var oid = registry.luo();

        update(Map.of("oidHenkilo", oid, "kuolinpaiva", "2026-01-31")).then().statusCode(200);

        registry.henkilo(oid).body("kuolinpaiva", is("2026-01-31")).body("passivoitu", is(false));
    }

    @Test
    void without_an_oid_the_keeper_finds_nobody_and_others_have_no_right() {
        update(Map.of("sukunimi", "Kukaan")).then().statusCode(404);
        registry.put("henkilonmuokkaus", "/henkilo", Map.of("sukunimi", "Kukaan"))
                .then()
                .statusCode(401);
    }

    private io.restassured.response.Response update(Map<String, Object> change) {
        return registry.put("rekisterinpitaja", "/henkilo", change);
    }

    private static Map<String, Object> puhelin(String numero) {
        return Map.of(
                "ryhmaKuvaus",
                "yhteystietotyyppi1",
                "ryhmaAlkuperaTieto",
                "alkupera2",
                "yhteystieto",
                List.of(Map.of("yhteystietoTyyppi", "YHTEYSTIETO_PUHELINNUMERO", "yhteystietoArvo", numero)));
    }
}
