package io.opintosandbox.registry.kuolleet;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The nightly clean-up: registry-behaviour.md 21. */
class KuolleetTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String KASITTELIJA = "1.2.246.562.24.00000000001";

    private final RegistryCalls rekisteri = new RegistryCalls(sandbox);

    @BeforeEach
    void it_is_noon() {
        sandbox.reset();
        siirry("2026-11-21T10:00:00Z");
    }

    @Test
    void the_night_after_makes_the_dead_passive_and_takes_contacts_and_municipality_away() {
        var oid = kuollut("2026-11-20");
        henkilo(oid, "passivoitu", false, "yhteystiedotRyhma.size()", 1);

        siirry("2026-11-22T02:29:59Z");
        henkilo(oid, "passivoitu", false);

        siirry("2026-11-22T02:30:00Z");
        henkilo(
                oid,
                "passivoitu",
                true,
                "duplicate",
                false,
                "kasittelijaOid",
                KASITTELIJA,
                "kuolinpaiva",
                "2026-11-20");
        henkilo(oid, "modified", 1795314600000L);
        rekisteri.henkilo(oid).body("yhteystiedotRyhma", empty()).body("kotikunta", nullValue());
    }

    @Test
    void whoever_died_today_waits_for_the_next_night() {
        var oid = kuollut("2026-11-22");

        siirry("2026-11-22T12:00:00Z");
        henkilo(oid, "passivoitu", false);

        siirry("2026-11-23T02:30:00Z");
        henkilo(oid, "passivoitu", true);
    }

    @Test
    void a_settle_at_noon_does_not_bring_the_night() {
        var oid = kuollut("2026-11-01");

        sandbox.settle();

        henkilo(oid, "passivoitu", false);
        siirry("2026-11-22T02:30:00Z");
        henkilo(oid, "passivoitu", true);
    }

    @Test
    void what_has_been_cleaned_up_is_not_touched_again() {
        var oid = kuollut("2026-11-20");
        siirry("2026-11-22T02:30:00Z");
        siirry("2026-12-24T02:30:00Z");

        henkilo(oid, "modified", 1795314600000L);
    }

    @Test
    void somebody_made_active_again_stays_so() {
        var oid = kuollut("2026-11-20");
        siirry("2026-11-22T02:30:00Z");
        muuta(oid, "passivoitu", false);

        siirry("2026-11-24T02:30:00Z");

        henkilo(oid, "passivoitu", false, "kuolinpaiva", "2026-11-20");
    }

    @Test
    void an_account_that_could_not_be_closed_is_tried_again_the_next_night_and_nothing_else() {
        var oid = kuollut("2026-11-20");
        sandbox.control()
                .body(Map.of(
                        "match",
                        Map.of("method", "DELETE", "path", "/kayttooikeus-service/henkilo/*/passivoi"),
                        "effect",
                        Map.of("status", 500)))
                .post("/faults")
                .then()
                .statusCode(201);
        siirry("2026-11-22T02:30:00Z");
        henkilo(oid, "passivoitu", true, "modified", 1795314600000L);
        muuta(oid, "passivoitu", false);

        siirry("2026-11-23T02:30:00Z");
        // Only the account was closed: the person is still as the clerk left it.
        henkilo(oid, "passivoitu", false, "modified", 1795401000000L);
        siirry("2026-11-24T02:30:00Z");
        henkilo(oid, "modified", 1795401000000L);
        sandbox.control().get("/faults").then().body("[0].struck", equalTo(1));
    }

    @Test
    void slaves_are_left_alone() {
        var oid = kuollut("2026-11-20");
        var slave = rekisteri.luo();
        rekisteri
                .post("rekisterinpitaja", "/henkilo/" + oid + "/link", List.of(slave))
                .then()
                .statusCode(200);
        var before = rekisteri.henkilo(slave).extract().asString();

        siirry("2026-11-22T02:30:00Z");

        henkilo(oid, "passivoitu", true);
        assertEquals(before, rekisteri.henkilo(slave).extract().asString());
    }

    @Test
    void many_dead_are_cleaned_up_in_one_night() {
        var oids = java.util.stream.IntStream.range(0, 230)
                .mapToObj(i -> kuollut("2026-11-" + (10 + i % 10)))
                .toList();

        siirry("2026-11-22T02:30:00Z");

        rekisteri
                .post("rekisterinpitaja", "/henkilo/henkilotByHenkiloOidList", oids)
                .then()
                .body("findAll { it.passivoitu }", hasSize(230));
    }

    private String kuollut(String kuolinpaiva) {
        var oid = rekisteri.luo(RegistryCalls.with(
                RegistryCalls.nimet(),
                "kotikunta",
                "091",
                "yhteystiedotRyhma",
                List.of(RegistryCalls.ryhma("yhteystietotyyppi2", "YHTEYSTIETO_SAHKOPOSTI", "tyo@example.com"))));
        muuta(oid, "kuolinpaiva", kuolinpaiva);
        return oid;
    }

    private void muuta(String oid, String field, Object value) {
        rekisteri
                .put("rekisterinpitaja", "/henkilo", Map.of("oidHenkilo", oid, field, value))
                .then()
                .statusCode(200);
    }

    private void henkilo(String oid, Object... fields) {
        var henkilo = rekisteri.henkilo(oid);
        for (int i = 0; i < fields.length; i += 2) {
            henkilo.body((String) fields[i], equalTo(fields[i + 1]));
        }
    }

    private static void siirry(String now) {
        sandbox.control().body(Map.of("now", now)).put("/clock").then().statusCode(200);
    }
}
