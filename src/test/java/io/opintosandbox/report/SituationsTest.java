package io.opintosandbox.report;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.config.Setting;
import io.opintosandbox.config.Settings;
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

/** Each situation of the report, provoked as it says, and met by a client. */
class SituationsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @RegisterExtension
    static final TestSandbox strict = new TestSandbox(Settings.defaults().with(Setting.STRICT, "enforce"));

    /** A situation that only a strict front proxy makes. */
    private static final String STRICT = "proxy-refused";

    private static final Map<String, Consumer<Adapter>> SITUATIONS = new LinkedHashMap<>();

    static {
        SITUATIONS.put("identified", adapter -> adapter.hae("270688-9033", "Onni Eemeli", "Mallikas"));
        SITUATIONS.put("not-identified", adapter -> adapter.hae("021195-904U", "Tuulikki Saima", "Olematon"));
        SITUATIONS.put("unknown-hetu", adapter -> {
            adapter.sandbox().control().delete("/vtj/persons/140390-902S");
            adapter.hae("140390-902S", "Aino Maria", "Esimerkkilä");
        });
        SITUATIONS.put("names-differ", adapter -> adapter.hae("220363-921K", "Tauno Ilmari", "Mitätönmäki"));
        SITUATIONS.put(
                "kutsumanimi",
                adapter -> Adapter.hae(adapter.withToken(), "160798-912N", "Anna-Kaisa Inkeri", "Anni", "Testikoski"));
        SITUATIONS.put("old-hetu", adapter -> {
            adapter.hae("040593-928J", "Saara Eveliina", "Vaihtola");
            adapter.settle();
            adapter.hae("040593-928J", "Saara Eveliina", "Vaihtola");
        });
        SITUATIONS.put("invalid-hetu", adapter -> adapter.hae("010190-901A", "Aku", "Esimerkki"));
        SITUATIONS.put("linked", adapter -> adapter.withToken().get("/yleistunniste/hae/" + oid("guide-master")));
        SITUATIONS.put("slave", adapter -> adapter.withToken().get("/yleistunniste/hae/" + oid("guide-duplicate")));
        SITUATIONS.put("passive", adapter -> adapter.withToken().get("/yleistunniste/hae/" + oid("guide-duplicate")));
        SITUATIONS.put("duplicates", adapter -> {
            sandbox.userWith("kaksoiset", Map.of(TestSandbox.ROOT, List.of("OPPIJANUMEROREKISTERI_REKISTERINPITAJA")));
            new Adapter(sandbox, "kaksoiset")
                    .withToken()
                    .contentType(ContentType.JSON)
                    .body(Json.write(Map.of("henkiloOids", List.of(oid("guide-duplicate")))))
                    .post("/s2s/duplicateHenkilos");
        });
        SITUATIONS.put("import-conflict", adapter -> {
            var id = adapter.startImport("Toinen");
            adapter.settle();
            adapter.withToken().get("/yleistunniste/tuonti=" + id);
        });
        SITUATIONS.put("import-too-early", adapter -> {
            adapter.fault("{\"import\":{\"stallAfterRows\":0}}");
            adapter.withToken().get("/yleistunniste/tuonti=" + adapter.startImport("Mallikas"));
        });
        SITUATIONS.put("import-running", adapter -> {
            adapter.fault("{\"import\":{\"stallAfterRows\":0}}");
            adapter.withToken().get("/yleistunniste/tuonti=" + adapter.startImport("Mallikas") + "/perustiedot");
        });
        SITUATIONS.put("import-ready", adapter -> {
            var id = adapter.startImport("Mallikas");
            adapter.settle();
            adapter.withToken().get("/yleistunniste/tuonti=" + id + "/perustiedot");
        });
        SITUATIONS.put("session-expired", adapter -> {
            adapter.openSession(adapter.tgt());
            adapter.fault("{\"session\":\"expire\"}");
            adapter.haeSomebody(adapter.withSession());
        });
        SITUATIONS.put("token-expired", adapter -> {
            adapter.fault("{\"token\":\"expire\"}");
            adapter.haeSomebody(adapter.withToken());
        });
        SITUATIONS.put("ticket-refused", adapter -> {
            var ticket = adapter.ticket(adapter.tgt());
            adapter.advance("PT11S");
            adapter.haeSomebody(adapter.registry().header("CasSecurityTicket", ticket));
        });
        SITUATIONS.put("right-missing", adapter -> adapter.withToken().get("/oppija/muuttuneet"));
        SITUATIONS.put(
                "login-refused",
                adapter -> adapter.form("username", "yleistunniste", "password", "wrong")
                        .post("/cas/v1/tickets"));
        SITUATIONS.put(STRICT, adapter -> {
            adapter.openSession(adapter.tgt());
            assertEquals(403, adapter.haeSomebody(adapter.withBareSession()).statusCode());
        });
        SITUATIONS.put("vtj-down", adapter -> {
            adapter.fault("{\"vtj\":\"down\"}");
            adapter.haeSomebody(adapter.withToken());
        });
        SITUATIONS.put("unavailable", adapter -> {
            adapter.fault("{\"status\":503}", "{\"path\":\"" + REGISTRY + "\"}");
            adapter.haeSomebody(adapter.withToken());
        });
        SITUATIONS.put("slow", adapter -> {
            adapter.fault("{\"delay\":\"PT2S\"}");
            adapter.haeSomebody(adapter.withToken());
        });
        SITUATIONS.put("dropped", adapter -> {
            var call = adapter.withToken();
            adapter.fault("{\"drop\":true}", "{\"path\":\"" + REGISTRY + "\"}");
            assertThrows(Exception.class, () -> adapter.haeSomebody(call));
        });
    }

    @BeforeEach
    void nobody_has_called() {
        sandbox.reset();
        strict.reset();
    }

    static Stream<String> situations() {
        return SITUATIONS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void a_situation_that_a_client_met_is_told_with_its_evidence(String id) {
        var adapter = new Adapter(id.equals(STRICT) ? strict : sandbox, "yleistunniste");
        SITUATIONS.get(id).accept(adapter);

        var report = adapter.report();

        var found = "situations.find { it.id == '" + id + "' }";
        assertTrue(report.getInt(found + ".count") > 0, id);
        assertFalse(report.getList(found + ".requests").isEmpty());
        assertFalse(report.getMap(found + ".next").isEmpty());
    }

    @Test
    void no_situation_is_left_out_here() {
        assertEquals(
                new TreeSet<>(Situations.ALL.stream().map(Situation::id).toList()), new TreeSet<>(SITUATIONS.keySet()));
    }

    @Test
    void what_the_front_proxy_turns_away_is_no_import_asked_for_too_early() {
        var adapter = new Adapter(strict, "yleistunniste");
        adapter.bare().header("Caller-Id", "a_b").get(REGISTRY + "/yleistunniste/tuonti=1");

        assertEquals(1, adapter.situation("proxy-refused"));
        assertEquals(0, adapter.situation("import-too-early"));
        assertEquals(0, adapter.habit("rows-too-early"));
    }

    @Test
    void what_was_never_met_says_so_and_how_to_provoke_it() {
        for (var situation : Report.of(List.of()).situations()) {
            assertFalse(situation.met());
            assertFalse(situation.provoke().isBlank(), situation.id());
        }
    }

    @Test
    void what_the_client_did_next_is_counted() {
        var adapter = new Adapter(sandbox, "yleistunniste").getToken();
        adapter.hae("220363-921K", "Tauno Ilmari", "Mitätönmäki");
        adapter.hae("220363-921K", "Tauno Ilmari", "Mitätönmäki");
        adapter.getToken().hae("220363-921K", "Tauno Ilmari", "Mitätönmäki");

        var next = adapter.report().<String, Integer>getMap("situations.find { it.id == 'names-differ' }.next");

        assertEquals(
                Map.of(
                        "the same call again",
                        1,
                        "POST /kayttooikeus-service/oauth2/token -> 200",
                        1,
                        "nothing more",
                        1),
                next);
    }

    private static String oid(String persona) {
        return sandbox.control().get("/scenarios").path("[0].persons.find { it.name == '" + persona + "' }.oid");
    }
}
