package io.opintosandbox.registry.huoltajat;

import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.testing.Registrar;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.VtjHenkilo.Huoltaja;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guardians: registry-behaviour.md 11, registry-api.md 4.3. */
class HuoltajatTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final Huoltaja KADRI =
            new Huoltaja(null, "Kadri", "Tamm-Testi", "1983-04-02", List.of("246", "000", "004"), null, null);

    private final Registrar rekisteri = new Registrar(sandbox);

    @BeforeEach
    void the_clock_stands() {
        sandbox.control().body("{\"mode\":\"fixed\"}").put("/clock").then().statusCode(200);
    }

    @Test
    void a_guardian_whom_the_registry_does_not_know_comes_in_and_is_identified_in_the_next_run() {
        var aiti = sandbox.vtjHas(someone("Äiti Maria", "Äidintytär"));
        var lapsi = lapsi(Huoltaja.of(aiti.hetu()));
        var oid = rekisteri.hetullinen(lapsi);

        rekisteri.post("/henkilo/" + oid + "/yksiloi").then().statusCode(200);
        huoltajat(oid).body("kutsumanimi", contains("Äiti Maria")).body("hetu", contains(aiti.hetu()));
        var huoltaja = huoltajat(oid).extract().<String>path("[0].oidHenkilo");
        assertFalse(rekisteri.henkilo(huoltaja).getBoolean("yksiloityVTJ"));
        assertEquals("1.2.246.562.24.00000000001", rekisteri.henkilo(huoltaja).getString("kasittelijaOid"));

        sandbox.settle();
        huoltajat(oid).body("kutsumanimi", contains("Äiti"));
        assertTrue(rekisteri.henkilo(huoltaja).getBoolean("yksiloityVTJ"));
    }

    @Test
    void a_guardian_is_found_by_a_former_hetu_and_keeps_its_data() {
        var uusi = sandbox.vtjHas(someone("Isä", "Vaihtanut"));
        var vanha = sandbox.vtjHas(someone("Isä", "Vaihtanut").toBuilder()
                .passivoitu(true)
                .uusiHetu(uusi.hetu())
                .build());
        var huoltaja = rekisteri.yksiloity(vanha);
        assertNotEquals(vanha.hetu(), rekisteri.henkilo(huoltaja).getString("hetu"));

        var oid =
                rekisteri.yksiloity(lapsi(new Huoltaja(vanha.hetu(), "Aivan", "Toisin", null, List.of(), null, null)));

        huoltajat(oid).body("oidHenkilo", contains(huoltaja)).body("etunimet", contains("Isä"));
    }

    @Test
    void a_guardian_without_a_hetu_stays_the_same_person_until_it_is_taken_away() {
        var lapsi = lapsi(KADRI);
        var oid = rekisteri.yksiloity(lapsi);
        var first =
                huoltajat(oid).body("hetu", contains((Object) null)).extract().<String>path("[0].oidHenkilo");

        paivita(oid);
        huoltajat(oid).body("oidHenkilo", contains(first));

        sandbox.vtjHas(lapsi.toBuilder().huoltajat().build());
        paivita(oid);
        huoltajat(oid).body("$", hasSize(0));

        sandbox.vtjHas(lapsi);
        paivita(oid);
        assertNotEquals(first, huoltajat(oid).extract().<String>path("[0].oidHenkilo"));
    }

    @Test
    void an_unknown_nationality_is_998_and_what_nobody_has_is_left_out() {
        var nimet = Registrar.nimet("Jolla", "On");
        nimet.put("kansalaisuus", List.of(java.util.Map.of("kansalaisuusKoodi", "246")));
        rekisteri.luo(nimet);
        nimet.put("kansalaisuus", List.of(java.util.Map.of("kansalaisuusKoodi", "998")));
        rekisteri.luo(nimet);
        var oid = rekisteri.yksiloity(lapsi(
                new Huoltaja(null, "Kadri", "Tamm-Testi", "1983-04-02", List.of("246", "000", "012"), null, null)));

        var huoltaja = rekisteri.henkilo(huoltajat(oid).extract().path("[0].oidHenkilo"));

        assertThat(huoltaja.getList("kansalaisuus.kansalaisuusKoodi"), containsInAnyOrder("246", "998"));
        assertEquals("1983-04-02", huoltaja.getString("syntymaaika"));
        assertNull(huoltaja.getString("sukupuoli"));
    }

    @Test
    void a_turvakielto_hides_the_contacts_of_a_guardian_but_not_where_it_lives() {
        var aiti = sandbox.vtjHas(someone("Suojattu", "Äiti").toBuilder()
                .turvakielto(true)
                .kotikunta("091")
                .sahkoposti("s@example.com")
                .build());
        var oid = rekisteri.yksiloity(lapsi(Huoltaja.of(aiti.hetu())));

        huoltajat(oid).body("kotikunta", contains("091")).body("[0].yhteystiedotRyhma", empty());
    }

    @Test
    void only_those_of_today_are_guardians() {
        var oid = rekisteri.yksiloity(lapsi(
                new Huoltaja(null, "Päättynyt", "Huoltaja", null, List.of(), null, "2020-01-01"),
                new Huoltaja(null, "Tuleva", "Huoltaja", null, List.of(), "2099-01-01", null),
                new Huoltaja(null, "Nykyinen", "Huoltaja", null, List.of(), "2020-01-01", "2099-01-01")));

        huoltajat(oid).body("etunimet", contains("Nykyinen"));
    }

    @Test
    void of_guardians_with_the_same_names_the_last_one_stays() {
        var eka = sandbox.vtjHas(someone("Kaisa Maria", "Kaima-Testi"));
        var toka = sandbox.vtjHas(someone("Kaisa Maria", "Kaima-Testi"));

        var oid = rekisteri.yksiloity(lapsi(Huoltaja.of(eka.hetu()), KADRI, Huoltaja.of(toka.hetu())));

        huoltajat(oid).body("hetu", containsInAnyOrder(null, toka.hetu()));
    }

    @Test
    void a_child_that_becomes_a_slave_has_no_guardians() {
        var oid = rekisteri.yksiloity(lapsi(KADRI));
        var huoltaja = huoltajat(oid).extract().<String>path("[0].oidHenkilo");
        var toinen = rekisteri.hetuton("Sama", "Lapsi");
        sandbox.server()
                .world("default")
                .orElseThrow()
                .db()
                .sql("""
                        insert into huoltajuus (world, lapsi_id, huoltaja_id, muokattu)
                        select h.world, h.id, g.id, 0 from henkilo h join henkilo g on g.oid = :huoltaja
                         where h.world = :world and h.oid = :lapsi and g.world = :world
                        """)
                .set("huoltaja", huoltaja)
                .set("lapsi", toinen)
                .update();
        huoltajat(toinen).body("$", hasSize(1));

        rekisteri.linkita(oid, List.of(toinen)).then().statusCode(200);

        huoltajat(toinen).body("$", hasSize(0));
        huoltajat(oid).body("$", hasSize(1));
    }

    @Test
    void changes_are_told_by_day_and_since_a_moment() {
        sandbox.control()
                .body("{\"now\":\"2027-03-03T22:30:00Z\"}")
                .put("/clock")
                .then()
                .statusCode(200);
        var lapsi = lapsi(KADRI);
        var oid = rekisteri.yksiloity(lapsi);

        // Half past midnight in Finland: it was the fourth.
        changes("?startdate=2027-03-04&enddate=2027-03-04").body("$", hasItem(oid));
        changes("?startdate=2027-03-03&enddate=2027-03-03").body("$", not(hasItem(oid)));
        changes("?startdate=2027-03-05&enddate=2027-03-01").body("$", empty());
        changes("/alkaen/2027-03-03T22:30:00Z").body("$", hasItem(oid));
        changes("/alkaen/2027-03-03T22:30:00.001Z").body("$", not(hasItem(oid)));
        changes("/alkaen/2027-03-04?offset=1000").body("$", empty());

        sandbox.vtjHas(lapsi.toBuilder().huoltajat().build());
        rekisteri.advance("P1D");
        paivita(oid);
        changes("?startdate=2027-03-05&enddate=2027-03-05").body("$", hasItem(oid));
        changes("/alkaen/2027-03-04").body("$", not(hasItem(oid)));
    }

    @ParameterizedTest
    @CsvSource({
        "rekisterinlukija, ?startdate=2020-01-01&enddate=2020-01-02, 200",
        "rekisterinlukija, ?startdate=2020-01-01, 400",
        "rekisterinlukija, ?startdate=1.1.2020&enddate=2020-01-02, 500",
        "rekisterinlukija, /alkaen/eilen, 500",
        "rekisterinlukija, /alkaen/2020?amount=0, 400",
        "rekisterinlukija, /alkaen/2020?amount=x, 400",
        "oppijoidentuonti, ?startdate=2020-01-01&enddate=2020-01-02, 500",
        "oppijoidentuonti, /alkaen/2020, 500",
        "henkilonluku, ?startdate=2020-01-01&enddate=2020-01-02, 401",
        "henkilonluku, /alkaen/2020, 401",
        "henkilonluku, ?startdate=2020-01-01, 400",
    })
    void changes_are_for_those_who_read_everybody(String username, String rest, int status) {
        sandbox.as(username)
                .get("/henkilo/huoltajasuhdemuutokset" + rest)
                .then()
                .statusCode(status);
    }

    private static VtjHenkilo lapsi(Huoltaja... huoltajat) {
        return sandbox.vtjHas(
                someone("Lapsi", "Huollettava").toBuilder().huoltajat(huoltajat).build());
    }

    private void paivita(String oid) {
        rekisteri.put("/henkilo/" + oid + "/yksilointitiedot").then().statusCode(200);
    }

    private ValidatableResponse huoltajat(String oid) {
        return rekisteri.get("/henkilo/" + oid + "/huoltajat").then().statusCode(200);
    }

    private ValidatableResponse changes(String rest) {
        return rekisteri.get("/henkilo/huoltajasuhdemuutokset" + rest).then().statusCode(200);
    }
}
