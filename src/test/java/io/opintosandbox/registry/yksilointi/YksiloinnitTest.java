package io.opintosandbox.registry.yksilointi;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.testing.Registrar;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Identification by hand and the comparison with VTJ: registry-api.md 4.3, registry-behaviour.md 8, 12 and 13. */
class YksiloinnitTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final Registrar rekisteri = new Registrar(sandbox);

    @BeforeEach
    void the_clock_stands_and_nobody_waits() {
        sandbox.reset();
        sandbox.control().body("{\"mode\":\"fixed\"}").put("/clock").then().statusCode(200);
        sandbox.settle();
    }

    @Test
    void a_refusal_fails_and_stores_nothing() {
        var unknown = rekisteri.hetullinen(someone("Eiole", "Vtjssä"));
        var mitaton = rekisteri.hetullinen(sandbox.vtjHas(
                someone("Mitätön", "Tunnus").toBuilder().passivoitu(true).build()));

        for (var oid : new String[] {unknown, mitaton}) {
            rekisteri
                    .post("/henkilo/" + oid + "/yksiloi")
                    .then()
                    .statusCode(500)
                    .body("$", hasSize4());
            assertFalse(rekisteri.henkilo(oid).getBoolean("yksilointiYritetty"));
            assertThat(rekisteri.henkilo(oid).getList("yksilointivirheet"), empty());
        }
    }

    @Test
    void other_names_are_no_failure_and_leave_a_comparison() {
        var vtj = sandbox.vtjHas(someone("Oikea", "Nimi"));
        var oid = rekisteri.hetullinen(vtj, "Väärä", "Henkilö");

        sandbox.as("yksiloija").post("/henkilo/" + oid + "/yksiloi").then().statusCode(401);
        rekisteri.post("/henkilo/" + oid + "/yksiloi").then().statusCode(200).body(equalTo(""));

        assertTrue(rekisteri.henkilo(oid).getBoolean("yksilointiYritetty"));
        rekisteri.get("/henkilo/" + oid + "/yksilointitiedot").then().body("sukunimi", equalTo("Nimi"));
    }

    @Test
    void the_messages_say_what_is_in_the_way() {
        var hetuton = rekisteri.hetuton("Hetuton", "Henkilö");
        var hetullinen = rekisteri.hetullinen(someone("Hetullinen", "Henkilö"));

        rekisteri
                .post("/henkilo/" + hetuton + "/yksiloi")
                .then()
                .statusCode(400)
                .body("message", equalTo("Henkilöä '" + hetuton + "' ei voida yksilöidä koska hetu puuttuu"));
        rekisteri
                .post("/henkilo/" + hetullinen + "/yksiloihetuton")
                .then()
                .statusCode(400)
                .body("message", equalTo("Henkilöllä on hetu, yksilöintiä ei voida tehdä"));
        rekisteri
                .post("/henkilo/" + hetuton + "/purayksilointi")
                .then()
                .statusCode(400)
                .body("message", equalTo("Yksilöintiä ei voi purkaa koska henkilöä ei ole yksilöity"));
        rekisteri
                .put("/henkilo/" + hetuton + "/yksilointitiedot")
                .then()
                .statusCode(400)
                .body("message", equalTo("Henkilöä " + hetuton + " ei ole VTJ-yksilöity"));
        rekisteri
                .put("/henkilo/" + hetuton + "/yksilointitiedot/yliajayksiloimaton")
                .then()
                .statusCode(400)
                .body("message", equalTo("No VTJ-data found for henkilo"));
        rekisteri
                .post("/henkilo/" + rekisteri.yksiloity(someone("Pysyvä", "Henkilö")) + "/purayksilointi")
                .then()
                .statusCode(400)
                .body("message", equalTo("Henkilöllä on hetu tai se on VTJ yksilöity, yksilöintiä ei voida purkaa"));
    }

    @Test
    void a_refresh_of_somebody_whom_vtj_has_lost_is_a_contradiction() {
        var vtj = someone("Kadonnut", "Henkilö");
        var oid = rekisteri.yksiloity(vtj);
        sandbox.control().delete("/vtj/persons/" + vtj.hetu());

        rekisteri
                .put("/henkilo/" + oid + "/yksilointitiedot")
                .then()
                .statusCode(500)
                .body("exception", containsString("DataInconsistencyException"));
        assertTrue(rekisteri.henkilo(oid).getBoolean("yksiloityVTJ"));
    }

    @Test
    void a_refresh_compares_no_names_and_names_its_handler() {
        var vtj = someone("Ensin", "Näin");
        var oid = rekisteri.yksiloity(vtj);
        sandbox.vtjHas(vtj.toBuilder()
                .etunimet("Sitten")
                .kutsumanimi("Sitten")
                .sukunimi("Toisin")
                .build());
        rekisteri.advance("PT1S");

        sandbox.as("rekisterinpitaja2")
                .put("/henkilo/" + oid + "/yksilointitiedot")
                .then()
                .statusCode(200);

        var henkilo = rekisteri.henkilo(oid);
        assertEquals("Toisin", henkilo.getString("sukunimi"));
        assertEquals("Sitten", henkilo.getString("kutsumanimi"));
        assertEquals(henkilo.getLong("modified"), henkilo.getLong("vtjsynced"));
        assertEquals(sandbox.user("rekisterinpitaja2").get("oid"), henkilo.getString("kasittelijaOid"));
    }

    @Test
    void a_duplicate_that_is_identified_by_hand_is_none_any_more() {
        var nimet = Registrar.nimet("Kaksois", "Kappale");
        nimet.put("duplicate", true);
        var oid = rekisteri.luo(nimet);

        rekisteri.post("/henkilo/" + oid + "/yksiloihetuton").then().statusCode(200);

        assertEquals(oid, rekisteri.henkilo(oid).getString("oppijanumero"));
        assertFalse(rekisteri.henkilo(oid).getBoolean("duplicate"));
    }

    @Test
    void taking_over_leaves_guardians_and_the_time_of_synchronisation() {
        var huoltaja = sandbox.vtjHas(someone("Huoltaja", "Yliajettu"));
        var vtj = sandbox.vtjHas(someone("Anna Liisa", "Yliajettu").toBuilder()
                .kutsumanimi(null)
                .huoltajat(VtjHenkilo.Huoltaja.of(huoltaja.hetu()))
                .build());
        var oid = rekisteri.hetullinen(vtj, "Xerxes", "Quist");
        sandbox.settle();

        rekisteri
                .put("/henkilo/" + oid + "/yksilointitiedot/yliajayksiloimaton")
                .then()
                .statusCode(200);

        var henkilo = rekisteri.henkilo(oid);
        assertEquals("Anna Liisa", henkilo.getString("kutsumanimi"));
        assertNull(henkilo.getString("vtjsynced"));
        assertThat(henkilo.getList("kaikkiHetut"), contains(vtj.hetu()));
        rekisteri.get("/henkilo/" + oid + "/huoltajat").then().body("$", hasSize(0));
        sandbox.hae(haku(vtj)).then().body("oppijanumero", equalTo(oid));
    }

    @Test
    void comparisons_are_listed_oldest_first_without_those_that_are_passive() {
        var before = rekisteri.get("/henkilo/yksilointitiedot").jsonPath().getInt("totalElements");
        var first = mismatch("Ensimmäinen");
        rekisteri.advance("PT1S");
        var passive = mismatch("Passiivinen");
        sandbox.as("rekisterinpitaja").delete("/henkilo/" + passive).then().statusCode(200);
        rekisteri.advance("PT1S");
        var last = mismatch("Viimeinen");

        rekisteri
                .get("/henkilo/yksilointitiedot?count=1&page=" + (before + 1))
                .then()
                .statusCode(200)
                .body("results.oppijanumerorekisteri.oidHenkilo", contains(first))
                .body("totalElements", equalTo(before + 2))
                .body("last", equalTo(false));
        rekisteri
                .get("/henkilo/yksilointitiedot?count=1&page=" + (before + 2))
                .then()
                .body("results.oppijanumerorekisteri.oidHenkilo", contains(last))
                .body("results.vaestotietojarjestelma.sukunimi", contains("Viimeinen"))
                .body("last", equalTo(true));
        rekisteri.get("/henkilo/yksilointitiedot?page=0").then().statusCode(400);
        sandbox.as("yksiloija").get("/henkilo/yksilointitiedot").then().statusCode(401);
    }

    private String mismatch(String sukunimi) {
        var oid = rekisteri.hetullinen(sandbox.vtjHas(someone("Oikea", sukunimi)), "Xylon", "Qvarn");
        rekisteri.post("/henkilo/" + oid + "/yksiloi").then().statusCode(200);
        return oid;
    }

    /** A plain error: timestamp, status, error and path. */
    private static org.hamcrest.Matcher<java.util.Map<?, ?>> hasSize4() {
        return org.hamcrest.Matchers.aMapWithSize(4);
    }
}
