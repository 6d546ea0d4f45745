package io.opintosandbox.clients;

import static io.opintosandbox.testing.TestSandbox.REGISTRY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import io.opintosandbox.clients.StrictJson.Henkilo;
import io.opintosandbox.clients.StrictJson.Perustieto;
import io.opintosandbox.clients.StrictJson.Viite;
import io.opintosandbox.json.Json;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the national services do with the registry, call after call, read strictly: neighbours.md 5. */
class ServiceFlowsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    private static final TypeReference<List<Henkilo>> PEOPLE = new TypeReference<>() {};
    private static final TypeReference<Map<String, Henkilo>> PEOPLE_BY_OID = new TypeReference<>() {};
    private static final TypeReference<List<Viite>> LINKS = new TypeReference<>() {};
    private static final TypeReference<List<String>> OIDS = new TypeReference<>() {};

    private static TokenClient registrar;
    private static SessionClient clerk;

    @BeforeAll
    static void log_in() {
        registrar = new TokenClient(sandbox.baseUrl(), REGISTRY, sandbox.user("rekisterinpitaja"));
        clerk = new SessionClient(sandbox.baseUrl(), REGISTRY, CasHabit.LAST_SEGMENT, sandbox.user("rekisterinpitaja"));
    }

    private static VtjHenkilo someone() {
        return sandbox.vtjHas(TestSandbox.someone("Olli Ilmari", "Oppija"));
    }

    private static Map<String, Object> perustieto(VtjHenkilo henkilo) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("oidHenkilo", null);
        body.put("hetu", henkilo.hetu());
        body.put("etunimet", henkilo.etunimet());
        body.put("kutsumanimi", henkilo.kutsumanimi());
        body.put("sukunimi", henkilo.sukunimi());
        body.put("henkiloTyyppi", "OPPIJA");
        return body;
    }

    private static Perustieto findOrCreate(int status, Map<String, Object> body) {
        var answer = registrar.post("/s2s/findOrCreateHenkiloPerustieto", Json.write(body));
        assertEquals(status, answer.statusCode(), answer.body());
        return StrictJson.read(answer, Perustieto.class);
    }

    /** A hetuton person written as programs do: nulls, and fields of their own. */
    private static String newPerson() {
        return """
                {"oidHenkilo":null,"hetu":null,"etunimet":"Lapsi Liina","kutsumanimi":"Lapsi","sukunimi":"Hetuton",
                 "syntymaaika":"2019-02-28","sukupuoli":"2","henkiloTyyppi":"OPPIJA","turvakielto":null,
                 "yhteystiedotRyhma":[{"id":null,"readOnly":null,"ryhmaKuvaus":"yhteystietotyyppi6",
                   "ryhmaAlkuperaTieto":"alkupera6","source":"x","yhteystieto":[
                     {"yhteystietoTyyppi":"YHTEYSTIETO_PUHELINNUMERO","yhteystietoArvo":"0401234567"}]}]}""";
    }

    private static String create(String path) {
        var created = registrar.post(path, newPerson());
        assertEquals(201, created.statusCode(), created.body());
        assertTrue(created.body().matches("1\\.2\\.246\\.562\\.98\\.\\d{11}"), created.body());
        return created.body();
    }

    private static String linkedSlaveOf(String master) {
        var slave = create("/henkilo");
        assertEquals(
                "[\"" + slave + "\"]",
                registrar
                        .post("/henkilo/" + master + "/link", "[\"" + slave + "\"]")
                        .body());
        return slave;
    }

    @Test
    void koski_finds_or_creates_a_learner_and_follows_its_links_and_changes() {
        var olli = someone();
        var created = findOrCreate(201, perustieto(olli));
        assertEquals(created.oidHenkilo(), findOrCreate(200, perustieto(olli)).oidHenkilo());
        sandbox.settle();
        var slave = linkedSlaveOf(created.oidHenkilo());

        var found = StrictJson.read(registrar.get("/henkilo/hetu=" + olli.hetu()), Henkilo.class);
        assertEquals(created.oidHenkilo(), found.oidHenkilo());
        assertEquals(found, StrictJson.read(registrar.get("/henkilo/" + slave + "/master"), Henkilo.class));
        var slaves = StrictJson.read(registrar.get("/henkilo/" + found.oidHenkilo() + "/slaves"), PEOPLE);
        assertEquals(List.of(slave), slaves.stream().map(Henkilo::oidHenkilo).toList());
        assertNull(slaves.get(0).oppijanumero());
        var masters = StrictJson.read(
                registrar.post(
                        "/henkilo/masterHenkilosByOidList",
                        Json.write(List.of(slave, found.oidHenkilo(), "1.2.246.562.98.00000000000"))),
                PEOPLE_BY_OID);
        assertEquals(Map.of(slave, found, found.oidHenkilo(), found), masters);
        var changed = StrictJson.read(
                registrar.get("/s2s/changedSince/" + created.modified() + "?offset=0&amount=1000"), OIDS);
        assertTrue(changed.containsAll(List.of(slave, found.oidHenkilo())));
    }

    @Test
    void koski_asks_by_oid_alone_and_a_stranger_is_not_made() {
        var oid = findOrCreate(201, perustieto(someone())).oidHenkilo();

        assertEquals(oid, findOrCreate(200, Map.of("oidHenkilo", oid)).oidHenkilo());
        assertEquals(
                404,
                registrar
                        .post("/s2s/findOrCreateHenkiloPerustieto", "{\"oidHenkilo\":\"1.2.246.562.98.1\"}")
                        .statusCode());
    }

    @Test
    void varda_creates_a_child_on_the_path_with_a_slash_when_the_hetu_is_not_found() {
        assertEquals(404, registrar.get("/henkilo/hetu=280219A9998").statusCode());

        var oid = create("/henkilo/");

        var child = StrictJson.read(registrar.get("/henkilo/" + oid + "/master"), Henkilo.class);
        assertEquals(oid, child.oidHenkilo());
        assertFalse(child.yhteystiedotRyhma().get(0).readOnly());
    }

    @Test
    void yki_registers_who_came_with_an_e_mail_address_only() {
        var body = perustieto(TestSandbox.someone("Elli", "Email"));
        body.put("hetu", null);
        body.put("syntymaaika", "1990-01-31");
        body.put("identifications", List.of(Map.of("idpEntityId", "email", "identifier", "elli@example.com")));

        var created = findOrCreate(201, body);
        assertEquals(created.oidHenkilo(), findOrCreate(200, body).oidHenkilo());
        assertEquals(
                created.oidHenkilo(),
                StrictJson.read(registrar.get("/henkilo/" + created.oidHenkilo() + "/master"), Henkilo.class)
                        .oidHenkilo());
    }

    @Test
    void oti_reads_changes_and_writes_back_what_it_has_read() {
        var oid = clerk.post("/henkilo", newPerson()).body();
        var read = clerk.get("/henkilo/" + oid).body();

        var written = clerk.call("PUT", "/henkilo", read.replace("\"Hetuton\"", "\"Tulkki\""));
        assertEquals(200, written.statusCode(), written.body());
        assertEquals(oid, written.body());

        var people =
                StrictJson.read(clerk.post("/henkilo/henkilotByHenkiloOidList", Json.write(List.of(oid, oid))), PEOPLE);
        assertEquals(List.of("Tulkki"), people.stream().map(Henkilo::sukunimi).toList());
    }

    @Test
    void the_student_transfer_asks_for_the_links_of_fifty_thousand_at_once() {
        var slave = linkedSlaveOf(create("/henkilo"));
        List<String> oids = new ArrayList<>(List.of(slave));
        for (var i = 0; oids.size() < 50_000; i++) {
            oids.add("1.2.246.562.98.7%010d".formatted(i));
        }
        var reader = new TokenClient(sandbox.baseUrl(), REGISTRY, sandbox.user("duplikaattiluku"));

        var links =
                StrictJson.read(reader.post("/s2s/duplicateHenkilos", Json.write(Map.of("henkiloOids", oids))), LINKS);

        assertEquals(List.of(slave), links.stream().map(Viite::henkiloOid).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1577836800000",
                "2020-01-01",
                "2020-01-01T10:00:00",
                "2020-01-01T10:00",
                "2020-01-01T10:00:00.1",
                "2020-01-01T10:00:00.123456789",
                "2020-01-01T10:00:00.123Z",
                "2020-01-01T10:00:00.123456+02:00",
                "2020-01-01T10%3A00%3A00%2B02%3A00"
            })
    void changes_are_asked_for_since_a_moment_in_any_spelling(String since) {
        create("/henkilo");

        assertFalse(StrictJson.read(registrar.get("/s2s/changedSince/" + since + "?amount=1"), OIDS)
                .isEmpty());
    }

    @Test
    void bare_texts_are_read_raw() {
        var olli = someone();
        var oid = findOrCreate(201, perustieto(olli)).oidHenkilo();

        assertEquals(oid, registrar.get("/s2s/oidByHetu/" + olli.hetu()).body());
        assertEquals("fi", registrar.get("/henkilo/" + oid + "/asiointiKieli").body());
        assertEquals("ok", clerk.get("/cas/prequel").body());
    }
}
