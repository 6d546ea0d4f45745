package io.opintosandbox.lives;

import static io.opintosandbox.testing.TestSandbox.haku;
import static io.opintosandbox.testing.TestSandbox.someone;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.testing.RegistryCalls;
import io.opintosandbox.testing.TestSandbox;
import io.opintosandbox.vtj.VtjHenkilo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Whatever can happen to a handful of people, by a seed: events, arrivals, clerks at work, time passing. */
final class AnythingHappens {
    private static final String KEEPER = "rekisterinpitaja";
    private static final int PEOPLE = 12;

    private final TestSandbox sandbox;
    private final RegistryCalls rekisteri;
    private final Random random;
    private final List<String> hetut = new ArrayList<>();
    private final List<String> story = new ArrayList<>();

    AnythingHappens(TestSandbox sandbox, long seed) {
        this.sandbox = sandbox;
        this.rekisteri = new RegistryCalls(sandbox);
        this.random = new Random(seed);
        for (int i = 0; i < PEOPLE; i++) {
            hetut.add(sandbox.control()
                    .body(Map.of("etunimet", "Testi Henkilö", "sukunimi", "Numero-" + (char) ('A' + i)))
                    .post("/vtj/persons")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("hetu"));
        }
    }

    /** What has happened so far, for whoever has to find out why. */
    String story() {
        return String.join("\n", story);
    }

    /** One thing happens. OIDs are those of everybody in the registry. */
    void next(List<String> oids) {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> event();
            case 4, 5 -> hae();
            case 6 -> arrivals();
            case 7 -> hetuton();
            case 8 -> link(oids);
            case 9 -> unlink(oids);
            case 10 -> sandbox.settle();
            default -> clock();
        }
    }

    private void event() {
        var event = events().get(random.nextInt(events().size()));
        var hetu = any(hetut);
        var status = sandbox.control()
                .body(event)
                .post("/vtj/persons/" + hetu.replace("+", "%2B") + "/events")
                .statusCode();
        tell("event of " + hetu + " " + event, status);
        assertTrue(List.of(202, 404, 409).contains(status), story());
    }

    private List<Map<String, Object>> events() {
        return List.of(
                Map.of("type", "NAME_CHANGE", "sukunimi", "Uusi-" + random.nextInt(5)),
                Map.of("type", "HETU_CHANGE", "uusiHetu", random.nextBoolean() ? any(hetut) : uusiHetu()),
                Map.of("type", "DEATH", "kuolinpaiva", "2026-11-2" + random.nextInt(10)),
                Map.of("type", "DEATH_CANCELLED"),
                Map.of("type", "MOVE", "kotikunta", random.nextBoolean() ? "853" : "777"),
                Map.of("type", "MOVE_CANCELLED"),
                Map.of("type", "TURVAKIELTO"),
                Map.of("type", "TURVAKIELTO_END"),
                Map.of("type", "GUARDIAN_ADDED", "hetu", any(hetut)),
                Map.of("type", "GUARDIAN_ADDED", "etunimet", "Ann", "sukunimi", "Hetuton-" + random.nextInt(3)),
                Map.of("type", "GUARDIAN_REMOVED", "hetu", any(hetut)),
                Map.of("type", "MOTHER_TONGUE", "aidinkieli", random.nextBoolean() ? "sv" : "SV"),
                Map.of("type", "CITIZENSHIP", "kansalaisuudet", List.of("246", "752")),
                Map.of("type", "PASSIVATED"));
    }

    /** Free or somebody's: both are to happen. */
    private String uusiHetu() {
        var hetu =
                someone("Uusi", "Numero-" + (char) ('A' + random.nextInt(26))).hetu();
        hetut.add(hetu);
        return hetu;
    }

    private void hae() {
        var hetu = any(hetut);
        var vtj = sandbox.control().get("/vtj/persons/" + hetu.replace("+", "%2B"));
        if (vtj.statusCode() == 200) {
            var henkilo = VtjHenkilo.of(hetu, vtj.path("etunimet"), vtj.path("kutsumanimi"), vtj.path("sukunimi"));
            tell("hae " + hetu, sandbox.hae(haku(henkilo)).statusCode());
        }
    }

    private void arrivals() {
        var sources = List.of("KOSKI", "VARDA", "YKI", "HAKU", "VIRKAILIJA");
        var body = Map.of("source", any(sources), "count", 1 + random.nextInt(3));
        var status = sandbox.control().body(body).post("/arrivals").statusCode();
        tell("arrivals " + body, status);
        assertTrue(status == 201, story());
    }

    private void hetuton() {
        var status = rekisteri
                .post(KEEPER, "/henkilo", RegistryCalls.with(RegistryCalls.nimet(), "sukunimi", "Sama-Testi"))
                .statusCode();
        tell("somebody without a hetu", status);
        assertTrue(status == 201, story());
    }

    private void link(List<String> oids) {
        var call = random.nextInt(3) == 0 ? "/forcelink" : "/link";
        var slaves = List.of(any(oids), any(oids));
        var answer = rekisteri.post(KEEPER, "/henkilo/" + any(oids) + call, slaves);
        tell(call + " " + slaves, answer.statusCode());
        if (answer.statusCode() == 200) {
            for (var slave : answer.jsonPath().getList("", String.class)) {
                var henkilo = rekisteri.henkilo(slave).extract().jsonPath();
                assertTrue(henkilo.getBoolean("passivoitu") && henkilo.getBoolean("duplicate"), story());
            }
        }
    }

    private void unlink(List<String> oids) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("henkiloOids", null);
        var links = rekisteri.post(KEEPER, "/s2s/duplicateHenkilos", all).jsonPath();
        if (links.getList("").isEmpty()) {
            return;
        }
        var i = random.nextInt(links.getList("").size());
        var master = links.getString("[" + i + "].masterOid");
        var slave = links.getString("[" + i + "].henkiloOid");
        var status = rekisteri
                .delete(KEEPER, "/henkilo/" + master + "/unlink/" + slave)
                .statusCode();
        tell("unlink " + slave + " from " + master, status);
        assertTrue(status == 200 && !oids.isEmpty(), story());
    }

    private void clock() {
        var advance = any(List.of("PT2S", "PT10M", "PT1H", "P1D"));
        var status =
                sandbox.control().body(Map.of("advance", advance)).put("/clock").statusCode();
        tell("clock " + advance, status);
        assertTrue(status == 200, story());
    }

    private void tell(String what, int status) {
        story.add(story.size() + ". " + what + " → " + status);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
