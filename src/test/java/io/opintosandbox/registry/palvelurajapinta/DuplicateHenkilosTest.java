package io.opintosandbox.registry.palvelurajapinta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is linked to whom: registry-api.md 4.4, {@code duplicateHenkilos}. */
class DuplicateHenkilosTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox(Settings.defaults().with(Setting.IDENTIFICATION, "off"));

    private final S2s s2s = new S2s(sandbox);
    private Henkilo master;
    private Henkilo first;
    private Henkilo second;

    @BeforeEach
    void a_group_of_three() {
        var sukunimi = S2s.sukunimi();
        master = s2s.henkilo("Mestari", sukunimi);
        first = s2s.henkilo("Eka", sukunimi);
        second = s2s.henkilo("Toka", sukunimi);
        s2s.linkita(first, master);
        s2s.linkita(second, master);
    }

    @Test
    void a_master_and_a_slave_both_tell_all_links_of_their_group() {
        for (var asked : List.of(master, first, second)) {
            assertEquals(links(), answer(List.of(asked.oid())));
        }
    }

    @Test
    void each_link_is_told_once_however_often_its_people_are_asked_for() {
        var asked = Arrays.asList(first.oid(), master.oid(), null, first.oid(), "", "foo", second.oid());

        assertEquals(links(), answer(asked));
    }

    @Test
    void without_a_list_all_links_of_the_registry_are_told() {
        var all = ask("{}").jsonPath().getList("");

        assertTrue(all.containsAll(links()));
        assertEquals(all.size(), new HashSet<>(all).size());
        assertEquals(
                all,
                ask("{\"henkiloOids\":null,\"passivoitu\":false}").jsonPath().getList(""));
    }

    @Test
    void an_empty_list_tells_of_nobody_and_other_conditions_do_not_count() {
        assertEquals("[]", ask("{\"henkiloOids\":[]}").asString());
        assertEquals(
                links(),
                s2s.post(
                                "/duplicateHenkilos",
                                Map.of(
                                        "henkiloOids",
                                        List.of(first.oid()),
                                        "passivoitu",
                                        false,
                                        "nameQuery",
                                        "x",
                                        "hetu",
                                        "010180-1210"))
                        .jsonPath()
                        .getList(""));
    }

    @Test
    void its_own_right_opens_it_as_the_register_keepers_do() {
        for (var right : List.of("DUPLICATE_READ", "REKISTERINPITAJA_READ")) {
            assertEquals(
                    200,
                    s2s.postAs(s2s.user("OPPIJANUMEROREKISTERI_" + right), "/duplicateHenkilos", "{}")
                            .statusCode());
        }
    }

    @Test
    void fifty_thousand_take_as_many_statements_as_one() {
        var many = Stream.concat(
                        Stream.of(second.oid()),
                        IntStream.range(1, 50_000).mapToObj(i -> "1.2.246.562.98." + (10_000_000_000L + i)))
                .toList();
        var ofOne = counted(() -> assertEquals(links(), answer(List.of(second.oid()))));

        assertEquals(ofOne, counted(() -> assertEquals(links(), answer(many))));
    }

    private List<Map<String, String>> links() {
        return List.of(
                Map.of("henkiloOid", first.oid(), "masterOid", master.oid()),
                Map.of("henkiloOid", second.oid(), "masterOid", master.oid()));
    }

    private List<Map<String, String>> answer(List<String> oids) {
        return s2s.post("/duplicateHenkilos", Map.of("henkiloOids", oids))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
    }

    private Response ask(String body) {
        return s2s.post("/duplicateHenkilos", body);
    }

    private long counted(Runnable work) {
        var before = s2s.world().db().statementsRun();
        work.run();
        return s2s.world().db().statementsRun() - before;
    }
}
