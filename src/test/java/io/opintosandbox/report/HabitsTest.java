package io.opintosandbox.report;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.restassured.http.ContentType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each habit of the report, shown by a client; and clients with good manners, which show none. */
class HabitsTest {
    private static final String USER = "yleistunniste";

    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final Map<String, Consumer<Adapter>> HABITS = new LinkedHashMap<>();

    static {
        HABITS.put("login-per-call", adapter -> {
            var tgt = adapter.tgt();
            for (int i = 0; i < 3; i++) {
                adapter.haeSomebody(adapter.openSession(tgt).withSession());
            }
        });
        HABITS.put("tgt-per-ticket", adapter -> {
            adapter.haeSomebody(adapter.openSession(adapter.tgt()).withSession());
            adapter.haeSomebody(adapter.openSession(adapter.tgt()).withSession());
        });
        HABITS.put("ticket-reused", adapter -> {
            var ticket = adapter.ticket(adapter.tgt());
            adapter.haeSomebody(adapter.registry().header("CasSecurityTicket", ticket));
            adapter.haeSomebody(adapter.registry().header("CasSecurityTicket", ticket));
        });
        HABITS.put("token-per-call", adapter -> {
            adapter.haeSomebody(adapter.getToken().withToken());
            adapter.haeSomebody(adapter.getToken().withToken());
        });
        HABITS.put("login-for-missing-right", adapter -> {
            adapter.withToken().get("/oppija/muuttuneet");
            adapter.getToken();
        });
        HABITS.put(
                "basic-auth",
                adapter -> adapter.form("grant_type", "client_credentials")
                        .header("Authorization", "Basic eDp5")
                        .post("/kayttooikeus-service/oauth2/token"));
        HABITS.put(
                "post-with-ticket",
                adapter -> adapter.registry()
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post(Adapter.HAE + "?ticket=" + adapter.ticket(adapter.tgt())));
        HABITS.put("redirect-as-answer", adapter -> {
            adapter.openSession(adapter.tgt());
            adapter.advance("PT31M");
            var answer = adapter.haeSomebody(adapter.withSession());
            adapter.bare().get(answer.header("Location"));
        });
        HABITS.put(
                "no-caller-id", adapter -> adapter.bare().get(TestSandbox.REGISTRY + "/henkilo/current/asiointiKieli"));
        HABITS.put(
                "no-csrf",
                adapter ->
                        adapter.haeSomebody(adapter.openSession(adapter.tgt()).withBareSession()));
        HABITS.put("hetu-in-url", adapter -> adapter.withToken().get("/henkilo/hetu=010190-901R"));
        HABITS.put("single-calls", adapter -> {
            for (int i = 0; i < 10; i++) {
                adapter.withToken()
                        .contentType(ContentType.JSON)
                        .body(Json.write(haku(someone("Yksi " + "abcdefghij".charAt(i), "Kerrallaan"))))
                        .post(Adapter.HAE);
            }
        });
        HABITS.put("polls-too-fast", adapter -> {
            adapter.fault("{\"import\":{\"stallAfterRows\":0}}");
            var path = "/yleistunniste/tuonti=" + adapter.startImport("Mallikas") + "/perustiedot";
            for (int i = 0; i < 10; i++) {
                adapter.withToken().get(path);
            }
        });
        HABITS.put("rows-too-early", adapter -> {
            adapter.fault("{\"import\":{\"stallAfterRows\":0}}");
            adapter.withToken().get("/yleistunniste/tuonti=" + adapter.startImport("Mallikas"));
        });
        HABITS.put("repeats-refused", adapter -> {
            adapter.hae("220363-921K", "Tauno Ilmari", "Mitätönmäki");
            adapter.hae("220363-921K", "Tauno Ilmari", "Mitätönmäki");
        });
        HABITS.put(
                "unknown-fields",
                adapter -> adapter.withToken()
                        .contentType(ContentType.JSON)
                        .body("{\"hetu\":\"010190-901R\",\"etunimi\":\"Aku\"}")
                        .post(Adapter.HAE));
        HABITS.put("unknown-paths", adapter -> adapter.bare().post("/yleistunniste/hae"));
        HABITS.put("deprecated", adapter -> adapter.withToken().get("/henkilo?hetu=x"));
    }

    @BeforeEach
    void nobody_has_called() {
        sandbox.reset();
    }

    static Stream<String> habits() {
        return HABITS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("habits")
    void a_habit_is_found_with_its_evidence(String id) {
        HABITS.get(id).accept(new Adapter(sandbox, USER));

        var report = new Adapter(sandbox, USER).report();

        assertFalse(
                report.getList("habits.find { it.id == '" + id + "' }.requests").isEmpty(), id);
    }

    @Test
    void no_habit_is_left_out_here() {
        assertEquals(new TreeSet<>(Habits.ALL.stream().map(Habit::id).toList()), new TreeSet<>(HABITS.keySet()));
    }

    @Test
    void a_client_with_tokens_and_good_manners_shows_none() {
        var adapter = new Adapter(sandbox, USER).getToken();
        adapter.haeSomebody(adapter.withToken());
        adapter.hae("270688-9033", "Onni Eemeli", "Mallikas");
        adapter.hae("220363-921K", "Tauno Ilmari", "Mitätönmäki");
        adapter.advance("PT10M");
        assertEquals(401, adapter.haeSomebody(adapter.withToken()).statusCode());
        adapter.haeSomebody(adapter.getToken().withToken());
        var id = adapter.startImport("Mallikas");
        var ready = "/yleistunniste/tuonti=" + id + "/perustiedot";
        adapter.withToken().get(ready);
        adapter.advance("PT2S");
        adapter.settle();
        assertEquals(true, adapter.withToken().get(ready).path("kasitelty"));
        adapter.withToken().get("/yleistunniste/tuonti=" + id).then().statusCode(200);

        assertNoHabit(adapter);
    }

    @Test
    void a_client_with_sessions_and_good_manners_shows_none() {
        var adapter = new Adapter(sandbox, USER);
        var tgt = adapter.tgt();
        adapter.openSession(tgt);
        assertEquals(200, adapter.haeSomebody(adapter.withSession()).statusCode());
        assertEquals(200, adapter.haeSomebody(adapter.withSession()).statusCode());
        adapter.advance("PT31M");
        assertEquals(302, adapter.haeSomebody(adapter.withSession()).statusCode());
        adapter.openSession(tgt);
        assertEquals(200, adapter.haeSomebody(adapter.withSession()).statusCode());

        assertNoHabit(adapter);
    }

    @Test
    void evidence_is_at_most_twenty_calls_and_the_number_of_all() {
        var adapter = new Adapter(sandbox, USER);
        for (int i = 0; i < 25; i++) {
            adapter.bare().get("/oppijanumerorekisteri-service/henkilo/" + i);
        }

        var found = adapter.report();

        assertEquals(25, found.getInt("habits.find { it.id == 'no-caller-id' }.count"));
        assertEquals(
                20,
                found.getList("habits.find { it.id == 'no-caller-id' }.requests")
                        .size());
    }

    private static void assertNoHabit(Adapter adapter) {
        assertEquals(List.of(), adapter.report().getList("habits.findAll { it.count > 0 }"));
    }
}
