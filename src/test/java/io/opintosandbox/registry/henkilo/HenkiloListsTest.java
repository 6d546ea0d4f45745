package io.opintosandbox.registry.henkilo;

import static io.opintosandbox.testing.RegistryCalls.nimet;
import static io.opintosandbox.testing.RegistryCalls.with;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hamcrest.MatcherAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list calls at their limits. Contract: registry-api.md 4.3 and 7. */
class HenkiloListsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private final RegistryCalls registry = new RegistryCalls(sandbox);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/henkilo/henkilotByHenkiloOidList",
                "/henkilo/masterHenkilosByOidList",
                "/henkilo/henkiloPerustietosByHenkiloOidList",
                "/henkilo/henkiloPerustietosByHenkiloHetuList"
            })
    void five_thousand_are_taken_and_one_more_is_too_many(String path) {
        registry.post("rekisterinpitaja", path, unknown(5000)).then().statusCode(200);
        registry.post("rekisterinpitaja", path, unknown(5001))
                .then()
                .statusCode(400)
                .body("exception", is("java.lang.IllegalArgumentException"))
                .body("message", is("Maximum amount of henkilös to be fetched is 5000. Tried to fetch:5001"));
    }

    @Test
    void masters_are_counted_once_each() {
        var twice =
                Stream.concat(unknown(5000).stream(), unknown(5000).stream()).toList();

        registry.post("rekisterinpitaja", "/henkilo/masterHenkilosByOidList", twice)
                .then()
                .statusCode(200)
                .body("$", aMapWithSize(0));
    }

    @Test
    void unknown_repeated_empty_and_null_entries_change_nothing() {
        var oid = registry.luo();
        var list = Arrays.asList(oid, "", oid, null, "1.2.246.562.98.10000000009", "kissa");

        registry.post("rekisterinpitaja", "/henkilo/henkilotByHenkiloOidList", list)
                .then()
                .statusCode(200)
                .body("oidHenkilo", is(List.of(oid)));
        registry.post("rekisterinpitaja", "/henkilo/masterHenkilosByOidList", list)
                .then()
                .statusCode(200)
                .body("$", aMapWithSize(1));
        registry.post("rekisterinpitaja", "/henkilo/henkiloPerustietosByHenkiloOidList", list)
                .then()
                .statusCode(200)
                .body("oidHenkilo", is(List.of(oid)));
    }

    @Test
    void an_empty_list_is_answered_with_an_empty_one() {
        registry.post("rekisterinpitaja", "/henkilo/henkilotByHenkiloOidList", List.of())
                .then()
                .statusCode(200)
                .body("$", empty());
    }

    @Test
    void a_real_hetu_in_a_list_is_just_unknown() {
        var aino = TestSandbox.someone("Aino", "Listattava");
        registry.luo(with(nimet(), "hetu", aino.hetu()));

        registry.post(
                        "rekisterinpitaja",
                        "/henkilo/henkiloPerustietosByHenkiloHetuList",
                        List.of("010180-1232", aino.hetu()))
                .then()
                .statusCode(200)
                .body("hetu", is(List.of(aino.hetu())));
    }

    @Test
    void thousands_of_people_take_a_handful_of_statements() {
        var oids = people(1200);
        var db = sandbox.server().world("default").orElseThrow().db();

        var before = db.statementsRun();
        registry.post("rekisterinpitaja", "/henkilo/henkilotByHenkiloOidList", oids)
                .then()
                .statusCode(200)
                .body("oidHenkilo", hasSize(oids.size()));
        var between = db.statementsRun();
        registry.post("rekisterinpitaja", "/henkilo/masterHenkilosByOidList", oids)
                .then()
                .statusCode(200)
                .body("$", aMapWithSize(oids.size()));
        var after = db.statementsRun();

        MatcherAssert.assertThat(between - before, lessThan(25L));
        MatcherAssert.assertThat(after - between, lessThan(25L));
    }

    @Test
    void the_persons_that_somebody_may_not_read_cost_no_statement_each_either() {
        var oids = people(600);
        var db = sandbox.server().world("default").orElseThrow().db();

        var before = db.statementsRun();
        registry.post("henkilonluku", "/henkilo/henkilotByHenkiloOidList", oids)
                .then()
                .statusCode(200)
                .body("$", empty());

        MatcherAssert.assertThat(db.statementsRun() - before, lessThan(25L));
    }

    @Test
    void former_hetus_do_not_count_in_the_list_by_hetus() {
        var old = TestSandbox.someone("Sini Tuuli", "Vanhanumero");
        var now = TestSandbox.someone("Sini Tuuli", "Vanhanumero");
        sandbox.vtjHas(now);
        sandbox.vtjHas(old.toBuilder().passivoitu(true).uusiHetu(now.hetu()).build());
        sandbox.hae(TestSandbox.haku(old)).then().statusCode(200);
        sandbox.settle();

        registry.post(
                        "rekisterinpitaja",
                        "/henkilo/henkiloPerustietosByHenkiloHetuList",
                        List.of(old.hetu(), now.hetu()))
                .then()
                .statusCode(200)
                .body("hetu", containsInAnyOrder(now.hetu()));
    }

    private List<String> people(int count) {
        List<java.util.Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var someone = TestSandbox.someone("Aino", "Monia");
            rows.add(TestSandbox.row("rivi" + i, TestSandbox.haku(someone)));
        }
        var id = sandbox.startImport(rows);
        sandbox.settle();
        return registry.get("yleistunniste", "/yleistunniste/tuonti=" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("henkilot.henkilo.oid");
    }

    private static List<String> unknown(int count) {
        return IntStream.range(0, count).mapToObj(i -> "unknown-" + i).toList();
    }
}
