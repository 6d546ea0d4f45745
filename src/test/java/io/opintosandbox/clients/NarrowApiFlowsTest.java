package io.opintosandbox.clients;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import io.opintosandbox.clients.StrictJson.Henkilo;
import io.opintosandbox.clients.StrictJson.Master;
import io.opintosandbox.clients.StrictJson.OppijaTuonti;
import io.opintosandbox.clients.StrictJson.Perustiedot;
import io.opintosandbox.clients.StrictJson.Rivit;
import io.opintosandbox.clients.StrictJson.Sivu;
import io.opintosandbox.clients.StrictJson.Yleistunniste;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.HeldBackground;
import io.opintosandbox.testing.TestSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What student systems and the language-test register do, read strictly: neighbours.md 5, clients.md 13, 14, 16. */
class NarrowApiFlowsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final TypeReference<Sivu<Master>> CHANGES = new TypeReference<>() {};

    private static TokenClient client(String username) {
        return new TokenClient(sandbox.baseUrl(), REGISTRY, sandbox.user(username));
    }

    private static Map<String, Object> someone() {
        return TestSandbox.haku(sandbox.vtjHas(TestSandbox.someone("Kaisa Maria", "Kielinen")));
    }

    private static boolean hasLuhnDigit(String oid) {
        var leaf = oid.substring(oid.lastIndexOf('.') + 1);
        var sum = 0;
        for (var i = 0; i < leaf.length(); i++) {
            var digit = leaf.charAt(leaf.length() - 1 - i) - '0';
            var weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return leaf.length() == 11 && sum % 10 == 0;
    }

    @Test
    void the_language_test_register_asks_again_until_the_person_is_identified() {
        var kitu =
                new SessionClient(sandbox.baseUrl(), REGISTRY, CasHabit.WHOLE_LOCATION, sandbox.user("yleistunniste"));
        var question = Json.write(someone());

        var first = StrictJson.read(kitu.post("/yleistunniste/hae", question), Yleistunniste.class);
        assertTrue(hasLuhnDigit(first.oid()), first.oid());
        sandbox.settle();
        var second = StrictJson.read(kitu.post("/yleistunniste/hae", question), Yleistunniste.class);
        assertEquals(new Yleistunniste(first.oid(), first.oid()), second);
        assertEquals(401, kitu.get("/henkilo/" + first.oid()).statusCode());
        assertEquals(
                first.oid(),
                StrictJson.read(client("rekisterinlukija").get("/henkilo/" + first.oid()), Henkilo.class)
                        .oidHenkilo());
    }

    @Test
    void a_searcher_tries_every_first_name_and_swaps_the_names_without_being_slowed_down_or_refused() {
        var client = client("yleistunniste");
        var right = someone();

        for (var i = 0; i < 60; i++) {
            var wrong = Json.write(Map.of(
                    "hetu",
                    right.get("hetu"),
                    "etunimet",
                    right.get("sukunimi"),
                    "kutsumanimi",
                    right.get("sukunimi"),
                    "sukunimi",
                    right.get("etunimet")));
            assertEquals(409, client.post("/yleistunniste/hae", wrong).statusCode());
        }
        assertEquals(200, client.post("/yleistunniste/hae", Json.write(right)).statusCode());
        assertEquals(1, client.tokens());
    }

    @Test
    void a_student_system_polls_its_import_through_403_and_reads_the_rows() {
        var client = client("yleistunniste");
        var batch = Json.write(
                Map.of("henkilot", List.of(Map.of("tunniste", "7", "henkilo", someone(), "lisatieto", "x"))));
        long id = HeldBackground.during(sandbox.server().world("default").orElseThrow(), () -> {
            var started = StrictJson.read(client.put("/yleistunniste", batch), Perustiedot.class);
            assertEquals(
                    403, client.get("/yleistunniste/tuonti=" + started.id()).statusCode());
            assertFalse(StrictJson.read(
                            client.get("/yleistunniste/tuonti=" + started.id() + "/perustiedot"), Perustiedot.class)
                    .kasitelty());
            return started.id();
        });
        sandbox.settle();

        var rows = StrictJson.read(client.get("/yleistunniste/tuonti=" + id), Rivit.class);
        assertTrue(rows.kasitelty());
        assertEquals("7", rows.henkilot().get(0).tunniste());
        // Encoders that take the whole segment write the equals sign as %3D.
        assertEquals(rows, StrictJson.read(client.get("/yleistunniste/tuonti%3D" + id), Rivit.class));
    }

    @Test
    void a_university_imports_in_full_and_lists_what_has_changed() {
        var client = client("oppijoidentuonti");
        var batch = """
                {"sahkoposti":"tuonti@example.com","henkilot":[{"tunniste":"s1","henkilo":{"passinumero":"XA1234567",
                 "hetu":null,"etunimet":"Ulla Usva","kutsumanimi":"Ulla","sukunimi":"Ulkomaa",
                 "syntymaaika":"1999-12-31","sukupuoli":{"koodi":"2","nimi":null},"aidinkieli":{"koodi":"SV"},
                 "kansalaisuus":[{"koodi":"752"}]}}]}""";

        var id =
                StrictJson.read(client.put("/oppija", batch), Perustiedot.class).id();
        sandbox.settle();

        var rows = StrictJson.read(client.get("/oppija/tuonti=" + id), OppijaTuonti.class);
        var ulla = rows.henkilot().get(0).henkilo();
        assertEquals("SV", ulla.aidinkieli().koodi());
        assertEquals("Sverige", ulla.kansalaisuus().get(0).nimi().SV());
        var changes = StrictJson.read(
                client.get("/oppija/muuttuneet?tuontiId=" + id + "&page=1&count=10000&muokattuJalkeen=0"), CHANGES);
        assertEquals(1, changes.totalElements());
        assertEquals(ulla.oid(), changes.results().get(0).oid());
    }
}
