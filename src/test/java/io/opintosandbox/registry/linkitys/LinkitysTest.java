package io.opintosandbox.registry.linkitys;

import static io.opintosandbox.testing.TestSandbox.someone;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.testing.Registrar;
import io.opintosandbox.testing.TestSandbox;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who becomes whose slave: registry-behaviour.md 16, registry-api.md 4.3. */
class LinkitysTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final Registrar rekisteri = new Registrar(sandbox);

    @BeforeEach
    void the_clock_stands() {
        sandbox.control().body("{\"mode\":\"fixed\"}").put("/clock").then().statusCode(200);
    }

    @Test
    void a_slave_is_passive_and_keeps_its_own_data() {
        var master = rekisteri.hetuton("Anna", "Ainoa");
        var slave = rekisteri.hetuton("Anne", "Toinen");

        rekisteri
                .linkita(master, List.of(slave, slave, master))
                .then()
                .statusCode(200)
                .body("$", contains(slave));

        assertTrue(rekisteri.henkilo(slave).getBoolean("passivoitu"));
        assertTrue(rekisteri.henkilo(slave).getBoolean("duplicate"));
        assertEquals("Toinen", rekisteri.henkilo(slave).getString("sukunimi"));
        assertEquals(master, rekisteri.master(slave));
    }

    @Test
    void the_only_one_with_a_hetu_becomes_the_master_of_all() {
        var asked = rekisteri.hetuton("Aulis", "Kysytty");
        var other = rekisteri.hetuton("Aulis", "Kolmas");
        var strong = rekisteri.hetullinen(someone("Aulis", "Vahva"));

        rekisteri.linkita(asked, List.of(other, strong)).then().statusCode(200).body("$", contains(asked, other));

        assertThat(rekisteri.slaves(strong), containsInAnyOrder(asked, other));
    }

    @Test
    void slaves_of_a_slave_move_to_the_new_master() {
        var below = rekisteri.hetuton("Eka", "Alin");
        var middle = rekisteri.hetuton("Toka", "Keski");
        var above = rekisteri.hetuton("Kolmas", "Ylin");
        rekisteri.linkita(middle, List.of(below)).then().statusCode(200);
        rekisteri.advance("PT1S");

        rekisteri.linkita(above, List.of(middle)).then().statusCode(200).body("$", contains(middle));

        assertThat(rekisteri.slaves(above), containsInAnyOrder(middle, below));
        assertThat(rekisteri.slaves(middle), empty());
        assertEquals(modified(above), modified(below));
        assertEquals(modified(above), modified(middle));
    }

    @Test
    void the_former_master_of_the_new_master_becomes_its_slave() {
        var former = rekisteri.hetuton("Entinen", "Päähenkilö");
        var brother = rekisteri.hetuton("Toinen", "Alihenkilö");
        var strong = rekisteri.hetuton("Vahvistuva", "Alihenkilö");
        rekisteri.linkita(former, List.of(strong, brother)).then().statusCode(200);
        sandbox.as("rekisterinpitaja")
                .contentType("application/json")
                .body("{\"oidHenkilo\":\"" + strong + "\",\"hetu\":\""
                        + someone("a", "b").hetu() + "\"}")
                .put("/henkilo")
                .then()
                .statusCode(200);
        var asked = rekisteri.hetuton("Kysyvä", "Henkilö");

        rekisteri.linkita(asked, List.of(strong)).then().statusCode(200).body("$", contains(asked));

        assertThat(rekisteri.slaves(strong), containsInAnyOrder(asked, former, brother));
        assertEquals(strong, rekisteri.master(strong));
        assertEquals(false, rekisteri.henkilo(strong).getBoolean("passivoitu"));
        assertEquals(false, rekisteri.henkilo(strong).getBoolean("duplicate"));
    }

    @Test
    void a_slave_leaves_its_previous_master_who_counts_as_modified() {
        var previous = rekisteri.hetuton("Aiempi", "Isäntä");
        var slave = rekisteri.hetuton("Siirtyvä", "Henkilö");
        rekisteri.linkita(previous, List.of(slave)).then().statusCode(200);
        var master = rekisteri.hetuton("Uusi", "Isäntä");
        rekisteri.advance("PT1S");

        rekisteri.linkita(master, List.of(slave)).then().statusCode(200);

        assertThat(rekisteri.slaves(previous), empty());
        assertEquals(modified(master), modified(previous));
    }

    @Test
    void an_unknown_slave_leaves_everything_as_it_was() {
        var master = rekisteri.hetuton("Muuttumaton", "Isäntä");
        var slave = rekisteri.hetuton("Muuttumaton", "Alihenkilö");
        var before = modified(master);
        rekisteri.advance("PT1S");

        rekisteri.linkita(master, List.of(slave, "1.2.246.562.98.1")).then().statusCode(404);
        rekisteri.linkita(master, Arrays.asList(slave, null)).then().statusCode(404);

        assertThat(rekisteri.slaves(master), empty());
        assertEquals(false, rekisteri.henkilo(slave).getBoolean("passivoitu"));
        assertEquals(before, modified(master));
    }

    @Test
    void linking_nobody_changes_only_when_the_person_was_modified() {
        var alone = rekisteri.hetuton("Yksin", "Jäävä");
        var before = modified(alone);
        rekisteri.advance("PT1S");

        rekisteri.linkita(alone, List.of(alone)).then().statusCode(200).body("$", hasSize(0));

        assertNotEquals(before, modified(alone));
    }

    @Test
    void two_with_a_hetu_or_an_identification_are_refused() {
        var identified = rekisteri.yksiloityHetuton("Yksilöity", "Hetuton");
        var withHetu = rekisteri.hetullinen(someone("Hetullinen", "Henkilö"));
        var weak = rekisteri.hetuton("Heikko", "Henkilö");

        rekisteri
                .linkita(weak, List.of(identified, withHetu))
                .then()
                .statusCode(403)
                .body("message", equalTo("More than one identified Henkilo"));
        rekisteri.linkita(weak, List.of(identified)).then().statusCode(200);
        rekisteri
                .linkita(weak, List.of(withHetu))
                .then()
                .statusCode(400)
                .body("message", equalTo("Henkilo " + weak + "is already a duplicate"));
    }

    @Test
    void force_undoes_an_identification_by_hand_but_no_other() {
        var master = rekisteri.yksiloityHetuton("Jäävä", "Isäntä");
        var slave = rekisteri.yksiloityHetuton("Purettava", "Henkilö");
        var withHetu = rekisteri.hetullinen(someone("Pysyvä", "Henkilö"));

        rekisteri
                .linkita("rekisterinpitaja", "forcelink", master, List.of(slave, withHetu))
                .then()
                .statusCode(400)
                .body("message", equalTo(null))
                .body("exception", containsString("ValidationException"));
        assertTrue(rekisteri.henkilo(slave).getBoolean("yksiloity"));

        rekisteri
                .linkita("rekisterinpitaja", "forcelink", master, List.of(slave))
                .then()
                .statusCode(200)
                .body("$", contains(slave));
        assertNull(rekisteri.henkilo(slave).getString("oppijanumero"));
    }

    @Test
    void people_without_hetu_pool_their_nationalities_but_one_with_a_hetu_takes_none() {
        var master = rekisteri.luo(with(Registrar.nimet("Yhdistyvä", "Maailma"), "752"));
        var slave = rekisteri.luo(with(Registrar.nimet("Yhdistetty", "Maailma"), "578"));
        rekisteri.linkita(master, List.of(slave)).then().statusCode(200);
        assertThat(
                rekisteri.henkilo(master).getList("kansalaisuus.kansalaisuusKoodi"), containsInAnyOrder("752", "578"));

        var strong = rekisteri.hetullinen(someone("Hetullinen", "Maailma"));
        rekisteri.linkita(strong, List.of(master)).then().statusCode(200);
        assertThat(rekisteri.henkilo(strong).getList("kansalaisuus"), empty());
    }

    @Test
    void the_one_who_takes_a_link_away_is_known_and_it_need_not_be_there() {
        var master = rekisteri.hetuton("Irrottava", "Isäntä");
        var slave = rekisteri.hetuton("Irrotettava", "Henkilö");
        rekisteri.linkita(master, List.of(slave)).then().statusCode(200);
        rekisteri.advance("PT1S");

        for (var ignored : List.of("linked", "free")) {
            sandbox.as("rekisterinpitaja2")
                    .delete("/henkilo/" + master + "/unlink/" + slave)
                    .then()
                    .statusCode(200)
                    .body(equalTo(""));
        }

        assertEquals(slave, rekisteri.master(slave));
        assertEquals(modified(master), modified(slave));
        assertEquals(
                sandbox.user("rekisterinpitaja2").get("oid"),
                rekisteri.henkilo(slave).getString("kasittelijaOid"));
        sandbox.as("rekisterinpitaja")
                .delete("/henkilo/" + master + "/unlink/1.2.3")
                .then()
                .statusCode(404);
        sandbox.as("yksiloija")
                .delete("/henkilo/" + master + "/unlink/" + slave)
                .then()
                .statusCode(401);
    }

    private long modified(String oid) {
        return rekisteri.henkilo(oid).getLong("modified");
    }

    private static Map<String, Object> with(Map<String, Object> nimet, String kansalaisuus) {
        nimet.put("kansalaisuus", List.of(Map.of("kansalaisuusKoodi", kansalaisuus)));
        return nimet;
    }
}
