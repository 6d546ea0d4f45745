package io.opintosandbox.registry.oppija;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The organisations of a learner: registry-api.md 4.2, registry-behaviour.md 19. */
class OppijaOrganisaatioTest {
    private static final String PITAJA = "rekisterinpitaja";
    private static final String UNKNOWN = "1.2.246.562.98.99999999999";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final RegistryCalls calls = new RegistryCalls(sandbox);

    @Test
    void attaching_opens_the_learner_and_detaching_closes_it_and_both_count_as_a_change() {
        var oid = calls.luo();
        var path = "/oppija/" + oid + "/organisaatio/" + TestSandbox.B;
        calls.get("oppijoidentuonti", "/henkilo/" + oid).then().statusCode(401);
        var created = modified(oid);
        advance();

        calls.put(PITAJA, path).then().statusCode(200);
        var attached = modified(oid);
        advance();
        calls.put(PITAJA, path).then().statusCode(200);

        assertTrue(attached > created);
        assertEquals(attached, modified(oid));
        calls.get("oppijoidentuonti", "/henkilo/" + oid).then().statusCode(200);
        calls.delete(PITAJA, path).then().statusCode(200);
        assertTrue(modified(oid) > attached);
        calls.get("oppijoidentuonti", "/henkilo/" + oid).then().statusCode(401);
        calls.delete(PITAJA, path).then().statusCode(200);
        calls.delete(PITAJA, "/oppija/" + oid + "/organisaatio/tuntematon")
                .then()
                .statusCode(200);
    }

    @Test
    void the_person_is_looked_for_before_the_organisation() {
        calls.put(PITAJA, "/oppija/" + UNKNOWN + "/organisaatio/1.2.3").then().statusCode(404);
        calls.delete(PITAJA, "/oppija/" + UNKNOWN + "/organisaatio/1.2.3")
                .then()
                .statusCode(404);
        calls.post(PITAJA, "/oppija/" + UNKNOWN + "/organisaatio").then().statusCode(404);
        calls.put(PITAJA, "/oppija/" + calls.luo() + "/organisaatio/1.2.3")
                .then()
                .statusCode(400)
                .body("message", is("Organisaatiota ei löydy OID:lla 1.2.3 organisaatiopalvelusta"));
    }

    @Test
    void a_caller_without_an_organisation_has_none_to_attach_but_may_create() {
        calls.post(PITAJA, "/oppija/" + calls.luo() + "/organisaatio")
                .then()
                .statusCode(400)
                .body(
                        "message",
                        is("Henkilöllä " + sandbox.user(PITAJA).get("oid")
                                + " ei ole yhtään organisaatiota joihin oppija liitetään"));
        calls.post(PITAJA, "/oppija", RegistryCalls.taydellinen()).then().statusCode(200);
    }

    @Test
    void a_learner_is_refused_without_what_it_needs_and_created_identified_when_so_sent() {
        for (var field : List.of("etunimet", "kutsumanimi", "sukunimi", "sukupuoli", "kansalaisuus", "syntymaaika")) {
            var lacking = new java.util.LinkedHashMap<>(RegistryCalls.taydellinen());
            lacking.remove(field);
            calls.post("eioikeuksia", "/oppija", lacking).then().statusCode(400);
        }
        var oid = calls.post(
                        "oppijoidentuonti",
                        "/oppija",
                        RegistryCalls.with(
                                RegistryCalls.taydellinen(),
                                "yksiloity",
                                true,
                                "passinumerot",
                                List.of(Rivit.avain(), " "),
                                "yhteystiedotRyhma",
                                List.of(RegistryCalls.ryhma(
                                        "yhteystietotyyppi1", "YHTEYSTIETO_SAHKOPOSTI", "a@example.com"))))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        calls.henkilo(oid)
                .body("oppijanumero", is(oid))
                .body("passinumerot.size()", is(1))
                .body("yhteystiedotRyhma[0].yhteystieto[0].yhteystietoArvo", is("a@example.com"));
    }

    private long modified(String oid) {
        return calls.henkilo(oid).extract().<Long>path("modified");
    }

    private static void advance() {
        sandbox.control().body("{\"advance\":\"PT1M\"}").put("/clock").then().statusCode(200);
    }
}
