package io.opintosandbox.lives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds whatever happens to people, and in whichever order. */
class AnyOrderTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final String KEEPER = "rekisterinpitaja";
    private static final int STEPS = 200;
    private static final int LOOK = 40;

    private final RegistryCalls rekisteri = new RegistryCalls(sandbox);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void any_two_hundred_things_leave_the_registry_in_order(long seed) {
        sandbox.reset();
        clock("2026-11-21T10:00:00Z");
        var life = new AnythingHappens(sandbox, seed);
        var before = everybody();
        var since = now();
        for (int step = 1; step <= STEPS; step++) {
            life.next(List.copyOf(before.keySet()));
            if (step % LOOK == 0) {
                var after = everybody();
                check(after, life.story());
                checkChangeLists(before, after, since, life.story());
                before = after;
                since = now();
            }
        }
    }

    private void check(Map<String, Map<String, Object>> everybody, String story) {
        var links = links();
        var slaves = links.keySet();
        links.values().forEach(master -> assertFalse(slaves.contains(master), () -> "three levels\n" + story));
        Set<Object> hetut = new HashSet<>();
        for (var henkilo : everybody.values()) {
            var oid = henkilo.get("oidHenkilo");
            var hetu = henkilo.get("hetu");
            assertTrue(hetu == null || hetut.add(hetu), () -> "two have the hetu " + hetu + "\n" + story);
            if (slaves.contains(oid)) {
                assertEquals(null, henkilo.get("oppijanumero"), () -> "slave " + oid + " has a number\n" + story);
            } else {
                var numero = henkilo.get("oppijanumero");
                assertTrue(
                        numero == null || numero.equals(oid), () -> oid + " has the number " + numero + "\n" + story);
            }
        }
        var yhteenveto = rekisteri.get(KEEPER, "/oppija/yhteenveto").jsonPath();
        assertEquals(
                yhteenveto.getLong("yhteensa"),
                yhteenveto.getLong("keskeneraiset") + yhteenveto.getLong("onnistuneet") + yhteenveto.getLong("virheet"),
                story);
    }

    /** Whoever looks different now has been modified since, and the list of changes says so. */
    private void checkChangeLists(
            Map<String, Map<String, Object>> before,
            Map<String, Map<String, Object>> after,
            String since,
            String story) {
        var changed = Set.copyOf(changedSince(since));
        after.forEach((oid, henkilo) -> {
            if (!Objects.equals(before.get(oid), henkilo)) {
                assertTrue(changed.contains(oid), () -> oid + " changed silently\n" + story);
            }
        });
        assertTrue(after.keySet().containsAll(before.keySet()), () -> "somebody is gone\n" + story);
    }

    private Map<String, Map<String, Object>> everybody() {
        var oids = changedSince("1970-01-01T00:00:00.000Z");
        Map<String, Map<String, Object>> byOid = new HashMap<>();
        rekisteri
                .post(KEEPER, "/henkilo/henkilotByHenkiloOidList", oids)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("")
                .forEach(henkilo -> {
                    // A failed identification is no change of the person.
                    henkilo.remove("yksilointiYritetty");
                    byOid.put((String) henkilo.get("oidHenkilo"), henkilo);
                });
        assertEquals(oids.size(), byOid.size());
        return byOid;
    }

    private List<String> changedSince(String at) {
        return rekisteri
                .get(KEEPER, "/s2s/changedSince/" + at)
                .then()
                .statusCode(200)
                .extract()
                .path("");
    }

    private Map<String, String> links() {
        Map<String, Object> all = new HashMap<>();
        all.put("henkiloOids", null);
        return rekisteri
                .post(KEEPER, "/s2s/duplicateHenkilos", all)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, String>>getList("")
                .stream()
                // A slave twice would be two masters, and fail here.
                .collect(Collectors.toMap(link -> link.get("henkiloOid"), link -> link.get("masterOid")));
    }

    private static String now() {
        return sandbox.control().get("/clock").then().extract().path("now");
    }

    private static void clock(String now) {
        sandbox.control().body(Map.of("now", now)).put("/clock").then().statusCode(200);
    }
}
