package io.opintosandbox.registry.yksilointi;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.id.HenkiloOid;
import io.opintosandbox.testing.TestSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The three environments: registry-behaviour.md 22. */
class ProfileTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final RegistryRows rows = new RegistryRows(sandbox);

    @Test
    void in_test_nobody_is_identified_by_itself() {
        reset("{\"profile\":\"test\"}");
        var aino = sandbox.vtjHas(someone("Aino", "Testaaja"));
        var oid = sandbox.hae(haku(aino)).then().statusCode(200).extract().<String>path("oid");

        sandbox.control().body("{\"advance\":\"P1D\"}").put("/clock").then().statusCode(200);
        sandbox.settle().then().body("identified", equalTo(0)).body("failed", equalTo(0));

        assertTrue(oid.startsWith("1.2.246.562.98.") && HenkiloOid.isValid(oid), oid);
        sandbox.hae(haku(aino)).then().body("oppijanumero", nullValue());
        assertEquals("FALSE", rows.of(aino, "yksilointi_yritetty"));
    }

    @Test
    void in_production_a_test_hetu_is_an_invalid_one() {
        reset("{\"profile\":\"production\"}");

        sandbox.hae(haku(sandbox.vtjHas(someone("Aino", "Tuotanto"))))
                .then()
                .statusCode(400)
                .body("message", containsString("on field 'hetu'"))
                .body("message", containsString("default message [invalid.hetu]"));
    }

    @Test
    void in_production_the_ready_made_people_have_oids_of_node_24_and_fail_after_a_quarter_of_an_hour() {
        reset("{\"profile\":\"production\"}");
        sandbox.control()
                .get("/status")
                .then()
                .body("profile", equalTo("production"))
                .body("oidNode", equalTo(24))
                .body("counts.openWork", equalTo(3));
        sandbox.control()
                .get("/scenarios")
                .then()
                .body(
                        "[0].persons.find { it.name == 'guide-identified' }.oid",
                        matchesPattern("1\\.2\\.246\\.562\\.24\\.\\d{11}"));

        sandbox.control().body("{\"advance\":\"PT14M\"}").put("/clock");
        sandbox.control().get("/status").then().body("counts.openWork", equalTo(3));
        sandbox.control().body("{\"advance\":\"PT1M\"}").put("/clock");

        sandbox.control().get("/status").then().body("counts.openWork", equalTo(0));
        assertEquals(
                3,
                sandbox.server()
                        .world("default")
                        .orElseThrow()
                        .db()
                        .sql("select count(*) from henkilo where world = :world and yksilointivirhe = 'HETU_EI_OIKEA'")
                        .number());
    }

    @Test
    void a_reset_without_a_profile_goes_back_to_that_of_the_server() {
        reset("{\"profile\":\"test\",\"seed\":9}");
        reset("{}");

        sandbox.control()
                .get("/status")
                .then()
                .body("profile", equalTo("sandbox"))
                .body("seed", equalTo(1));
    }

    private static void reset(String body) {
        sandbox.control().body(body).post("/reset").then().statusCode(204);
    }
}
