package io.opintosandbox.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.OpintoSandbox;
import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * All recorded cases are run in one world, and its snapshot goes to another server: whatever a case has read is answered
 * there as here, to the last timestamp. Contract: control-api.md, "snapshot".
 */
class SnapshotConformanceTest {
    private static final List<String> AREAS = List.of(
            "henkilo",
            "oppija",
            "s2s",
            "yleistunniste",
            "kayttooikeus-service",
            "organisaatio-service",
            "koodisto-service");

    private static OpintoSandbox here;
    private static OpintoSandbox there;

    @BeforeAll
    static void two_servers() {
        here = OpintoSandbox.start(Settings.defaults().with(Setting.PORT, "0").with(Setting.JOURNAL, "20000"));
        there = OpintoSandbox.start(Settings.defaults().with(Setting.PORT, "0").with(Setting.SEED, "99"));
    }

    @AfterAll
    static void the_servers_end() {
        here.close();
        there.close();
    }

    @Test
    void whatever_the_cases_have_read_is_answered_alike_by_the_server_that_the_snapshot_went_to() throws IOException {
        var users = new SandboxTarget(here.baseUrl());
        var people = new People();
        Case.all().forEach(one -> new CaseRun(users, one, 1, people).differences());
        askNeighbours(users);
        here.sandbox().settle();
        // From here on the clock stands, in the snapshot too.
        here.sandbox().moveTo(here.sandbox().now());
        var reads = reads();
        var snapshot = snapshot();

        there.sandbox().loadSnapshot(new ByteArrayInputStream(snapshot));

        var httpHere = new Http(here.baseUrl());
        var httpThere = new Http(there.baseUrl());
        var loginsHere = new Logins(httpHere);
        var loginsThere = new Logins(httpThere);
        var differences = new ArrayList<String>();
        Map<String, Integer> alike = new TreeMap<>();
        for (var read : reads) {
            var expected = text(read.again(httpHere, loginsHere, users), here);
            var answer = text(read.again(httpThere, loginsThere, users), there);
            if (!answer.equals(expected)) {
                differences.add(read + "\n  here " + expected + "\n  there " + answer);
            } else if (answer.startsWith("200 ")) {
                alike.merge(read.area(), 1, Integer::sum);
            }
        }
        System.out.println("answered alike after a snapshot: " + alike);
        assertEquals(List.of(), differences);
        assertBroad(alike);
    }

    /** The cases call the registry and the logins only. */
    private static void askNeighbours(SandboxTarget users) {
        var accept = Map.of("Accept", "application/json");
        for (var user : User.ALL) {
            var bearer = new TreeMap<>(accept);
            bearer.put("Authorization", "Bearer " + users.logins().token(users.credentials(user.alias())));
            for (var path : List.of(
                    "/cas/me",
                    "/cas/myroles",
                    "/henkilo/current/omattiedot",
                    "/henkilo/" + user.oid(),
                    "/henkilo/" + user.oid() + "/kayttajatiedot",
                    "/palvelukayttaja/" + user.oid())) {
                users.http().send("GET", "/kayttooikeus-service" + path, bearer, null);
            }
        }
        for (var oid : User.ORGANISATIONS.values()) {
            users.http().send("GET", "/organisaatio-service/rest/organisaatio/" + oid, accept, null);
            users.http().send("GET", "/organisaatio-service/rest/organisaatio/" + oid + "/childoids", accept, null);
        }
        for (var codes : List.of("kunta", "kieli", "maatjavaltiot2", "sukupuoli", "yhteystietotyypit")) {
            users.http().send("GET", "/koodisto-service/rest/json/" + codes + "/koodi", accept, null);
        }
    }

    /** Each once, in the order in which they were first made. */
    private static Set<Read> reads() {
        var requests = here.sandbox().requests();
        assertEquals(1, requests.list().get(0).id(), "the journal has lost calls");
        return requests.withStatus(200).list().stream()
                .map(Read::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static byte[] snapshot() throws IOException {
        var snapshot = new ByteArrayOutputStream();
        here.sandbox().writeSnapshot(snapshot);
        return snapshot.toByteArray();
    }

    private static String text(Answer answer, OpintoSandbox server) {
        return answer.status() + " " + answer.text().replace(server.baseUrl(), "{server}");
    }

    private static void assertBroad(Map<String, Integer> alike) {
        var all = alike.values().stream().mapToInt(Integer::intValue).sum();
        assertTrue(all > 250, all + " reads were answered: " + alike);
        for (var area : AREAS) {
            assertTrue(alike.containsKey(area), "no read of " + area + " was answered: " + alike);
        }
    }
}
