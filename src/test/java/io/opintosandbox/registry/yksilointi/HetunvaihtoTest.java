package io.opintosandbox.registry.yksilointi;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
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

/** VTJ has given somebody another hetu: registry-behaviour.md 10. */
class HetunvaihtoTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final Registrar rekisteri = new Registrar(sandbox);

    @BeforeEach
    void nobody_waits() {
        sandbox.reset();
        sandbox.settle();
    }

    @Test
    void whoever_holds_the_new_hetu_unidentified_loses_it_and_becomes_the_slave() {
        var uusi = someone("Vaihtuva", "Tunnus");
        var vanha = replacedBy(uusi);
        sandbox.vtjHas(uusi);
        var other = rekisteri.hetullinen(uusi, "Aivan", "Muuniminen");
        sandbox.settle();
        var oid = rekisteri.hetullinen(vanha);

        sandbox.settle();

        var henkilo = rekisteri.henkilo(oid);
        assertEquals(uusi.hetu(), henkilo.getString("hetu"));
        assertTrue(henkilo.getBoolean("yksiloityVTJ"));
        assertThat(henkilo.getList("kaikkiHetut"), containsInAnyOrder(vanha.hetu(), uusi.hetu()));
        assertThat(rekisteri.slaves(oid), contains(other));
        assertNull(rekisteri.henkilo(other).getString("hetu"));
        assertTrue(rekisteri.henkilo(other).getBoolean("passivoitu"));
    }

    @Test
    void when_the_holder_is_identified_the_newcomer_becomes_the_slave_and_the_holder_gets_both_hetus() {
        var uusi = someone("Pysyvä", "Tunnus");
        var holder = rekisteri.yksiloity(uusi);
        var vanha = replacedBy(uusi);
        var oid = sandbox.hae(haku(vanha)).then().statusCode(200).extract().<String>path("oid");

        sandbox.settle();

        var henkilo = rekisteri.henkilo(oid);
        assertNull(henkilo.getString("hetu"));
        assertFalse(henkilo.getBoolean("yksiloityVTJ"));
        assertThat(henkilo.getList("yksilointivirheet"), empty());
        assertEquals(holder, rekisteri.master(oid));
        assertThat(rekisteri.henkilo(holder).getList("kaikkiHetut"), containsInAnyOrder(vanha.hetu(), uusi.hetu()));
        sandbox.control().get("/status").then().body("counts.openWork", equalTo(0));
    }

    @Test
    void former_hetus_find_the_person_in_lookups_but_not_in_hae() {
        var uusi = someone("Löytyvä", "Tunnus");
        sandbox.vtjHas(uusi);
        var vanha = replacedBy(uusi);
        var oid = rekisteri.hetullinen(vanha);
        sandbox.settle();

        for (var hetu : new String[] {vanha.hetu(), uusi.hetu()}) {
            rekisteri.get("/henkilo/hetu=" + hetu).then().statusCode(200).body("oidHenkilo", equalTo(oid));
            rekisteri
                    .get("/henkilo/henkiloPerusByHetu/" + hetu)
                    .then()
                    .statusCode(200)
                    .body("oidHenkilo", equalTo(oid));
        }
        sandbox.hae(haku(uusi)).then().statusCode(200).body("oid", equalTo(oid));
        sandbox.hae(haku(vanha))
                .then()
                .statusCode(400)
                .body("fieldErrors.code", contains("socialsecuritynr.already.exists"));
    }

    @Test
    void two_identified_people_are_refused_by_hand_and_nothing_changes() {
        var uusi = someone("Toinen", "Yksilöity");
        var holder = rekisteri.yksiloity(uusi);
        var vanha = someone("Toinen", "Yksilöity");
        var oid = rekisteri.yksiloity(vanha);
        sandbox.vtjHas(vanha.toBuilder().passivoitu(true).uusiHetu(uusi.hetu()).build());

        rekisteri
                .put("/henkilo/" + oid + "/yksilointitiedot")
                .then()
                .statusCode(400)
                .body(
                        "message",
                        equalTo("Henkilöitä " + oid + " ja " + holder
                                + " ei voida yhdistää koska molemmat ovat jo yksilöity"));

        assertEquals(vanha.hetu(), rekisteri.henkilo(oid).getString("hetu"));
        assertEquals(uusi.hetu(), rekisteri.henkilo(holder).getString("hetu"));
    }

    @Test
    void in_the_background_the_same_is_tried_again_later() {
        var uusi = someone("Käsin", "Yksilöity");
        rekisteri.yksiloity(uusi);
        var vanha = replacedBy(uusi);
        var oid = rekisteri.yksiloityHetuton("Käsin", "Yksilöity");
        sandbox.as("rekisterinpitaja")
                .contentType("application/json")
                .body("{\"oidHenkilo\":\"" + oid + "\",\"hetu\":\"" + vanha.hetu() + "\"}")
                .put("/henkilo")
                .then()
                .statusCode(200);

        sandbox.settle();

        assertEquals(
                "MUU_UUDELLEENYRITETTAVA",
                rekisteri.henkilo(oid).getString("yksilointivirheet[0].yksilointivirheTila"));
        assertEquals(vanha.hetu(), rekisteri.henkilo(oid).getString("hetu"));
    }

    @Test
    void taking_over_the_data_of_vtj_follows_the_stored_hetu() {
        var uusi = someone("Yliajettava", "Tunnus");
        var holder = rekisteri.yksiloity(uusi);
        var vanha = replacedBy(uusi);
        var oid = rekisteri.hetullinen(vanha, "Xerxes", "Quist");
        sandbox.settle();

        rekisteri
                .put("/henkilo/" + oid + "/yksilointitiedot/yliajayksiloimaton")
                .then()
                .statusCode(200);

        assertEquals(holder, rekisteri.master(oid));
        assertEquals("Quist", rekisteri.henkilo(oid).getString("sukunimi"));
        assertNull(rekisteri.henkilo(oid).getString("hetu"));
    }

    /** Puts somebody into VTJ whose hetu another one has replaced. */
    private static VtjHenkilo replacedBy(VtjHenkilo uusi) {
        return sandbox.vtjHas(someone(uusi.etunimet(), uusi.sukunimi()).toBuilder()
                .passivoitu(true)
                .uusiHetu(uusi.hetu())
                .build());
    }
}
