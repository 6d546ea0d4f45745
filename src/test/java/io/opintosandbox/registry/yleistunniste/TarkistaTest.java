package io.opintosandbox.registry.yleistunniste;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.testing.TestSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** GET hae/{oid}: registry-behaviour.md 6 and 16, exchanges 22 and 23. */
class TarkistaTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void a_master_shows_its_own_number_and_its_slaves() {
        assertEquals(
                "{\"linked\":[\"" + oid("Ingrid") + "\"],\"oid\":\"" + oid("Ingrid Astrid") + "\",\"oppijanumero\":\""
                        + oid("Ingrid Astrid") + "\",\"passivoitu\":false}",
                tarkista(oid("Ingrid Astrid")));
    }

    @Test
    void a_slave_shows_its_masters_number_and_its_own_flag() {
        assertEquals(
                "{\"linked\":[\"" + oid("Ingrid Astrid") + "\"],\"oid\":\"" + oid("Ingrid") + "\",\"oppijanumero\":\""
                        + oid("Ingrid Astrid") + "\",\"passivoitu\":true}",
                tarkista(oid("Ingrid")));
    }

    @Test
    void somebody_linked_to_nobody_has_no_number_before_the_identification() {
        var oid = oid("Diego Alonso");

        assertEquals(
                "{\"linked\":[],\"oid\":\"" + oid + "\",\"oppijanumero\":null,\"passivoitu\":false}", tarkista(oid));
    }

    @Test
    void a_person_of_another_organisation_is_told_about_too() {
        var oid = sandbox.hae(haku(sandbox.vtjHas(someone("Toinen", "Järjestö"))))
                .then()
                .extract()
                .<String>path("oid");

        sandbox.as("yleistunniste2").get("/yleistunniste/hae/" + oid).then().statusCode(200);
    }

    @Test
    void an_unknown_or_malformed_oid_is_not_found() {
        for (var oid : new String[] {"1.2.246.562.98.11111111111", "1.2.3", "x", "010190-901R", "010180-1210"}) {
            sandbox.as("yleistunniste").get("/yleistunniste/hae/" + oid).then().statusCode(404);
        }
    }

    private static String tarkista(String oid) {
        return sandbox.as("yleistunniste")
                .get("/yleistunniste/hae/" + oid)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String oid(String etunimet) {
        return sandbox.server()
                .world("default")
                .orElseThrow()
                .db()
                .sql("select oid from henkilo where world = :world and etunimet = :etunimet")
                .set("etunimet", etunimet)
                .first(row -> row.text("oid"))
                .orElseThrow();
    }
}
