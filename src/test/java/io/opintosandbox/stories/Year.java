package io.opintosandbox.stories;

import io.opintosandbox.id.Hetu;
import io.opintosandbox.json.Json;
import io.opintosandbox.vtj.VtjHenkilo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A scenario that nobody has written: a thousand events of a year, drawn by chance, the same every time. */
final class Year {
    static final String NAME = "year";
    static final Instant START = Instant.parse("2026-01-01T06:00:00Z");

    private static final int EVENTS = 1000;
    private static final int PEOPLE = 60;
    private static final int GUARDIANS = 20;
    private static final long MINUTES = 364 * 24 * 60L;

    private final SplittableRandom random = new SplittableRandom(20260101);
    private final List<VtjHenkilo> guardians = people(1970, GUARDIANS);
    private final List<VtjHenkilo> people = people(2008, PEOPLE);
    // A hetu changes on the way, so events are told under the one of their time.
    private final List<String> hetut =
            new ArrayList<>(people.stream().map(VtjHenkilo::hetu).toList());
    private int changes;

    /** A folder of fixtures with this scenario in it. */
    static Path fixtures() {
        try {
            var folder = Files.createDirectories(Path.of("target", "fixtures-of-a-year", "scenarios"));
            Files.write(folder.resolve(NAME + ".json"), Json.bytes(new Year().scenario()));
            return folder.getParent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> scenario() {
        List<Map<String, Object>> persons = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            persons.add(Map.of(
                    "name", "child-" + i, "title", "Identified", "vtj", people.get(i), "onr", onr(people.get(i))));
        }
        for (int i = 0; i < GUARDIANS; i++) {
            persons.add(Map.of("name", "guardian-" + i, "title", "Known to VTJ only", "vtj", guardians.get(i)));
        }
        Map<String, Object> scenario = new LinkedHashMap<>();
        scenario.put("name", NAME);
        scenario.put("title", "A year");
        scenario.put("story", "A thousand things happen to sixty people.");
        scenario.put("clock", START.toString());
        scenario.put("persons", persons);
        scenario.put("faults", List.of(Map.of("at", "P100D", "until", "P101D", "effect", Map.of("vtj", "down"))));
        scenario.put("events", events());
        return scenario;
    }

    private List<Map<String, Object>> events() {
        return random.longs(EVENTS, 0, MINUTES)
                .boxed()
                .sorted(Comparator.naturalOrder())
                .map(minute -> {
                    int who = random.nextInt(PEOPLE);
                    var hetu = hetut.get(who);
                    return Map.of("at", "PT" + minute + "M", "hetu", hetu, "event", event(who, minute));
                })
                .toList();
    }

    private Map<String, Object> event(int who, long minute) {
        var day = START.plusSeconds(minute * 60).toString().substring(0, 10);
        var guardian = guardians.get(random.nextInt(GUARDIANS)).hetu();
        var draw = random.nextInt(100);
        if (draw < 20) {
            return Map.of("type", "NAME_CHANGE", "sukunimi", "Vuosi" + (char) ('a' + random.nextInt(26)));
        } else if (draw < 35) {
            return Map.of("type", "MOVE", "kotikunta", random.nextBoolean() ? "049" : "837", "osoite", osoite());
        } else if (draw < 50) {
            return Map.of("type", "ADDRESS", "osoite", osoite());
        } else if (draw < 60) {
            return Map.of("type", random.nextBoolean() ? "TURVAKIELTO" : "TURVAKIELTO_END");
        } else if (draw < 75) {
            return Map.of("type", "GUARDIAN_ADDED", "hetu", guardian, "huoltajuusAlku", "2026-01-01");
        } else if (draw < 85) {
            return Map.of("type", "GUARDIAN_REMOVED", "hetu", guardian);
        } else if (draw < 92) {
            return Map.of(
                    "type", "CITIZENSHIP", "kansalaisuudet", List.of("246", random.nextBoolean() ? "752" : "804"));
        } else if (draw < 97) {
            hetut.set(
                    who,
                    Hetu.of(LocalDate.of(2009, 1, 1).plusDays(changes++), 'A', 900 + who)
                            .value());
            return Map.of("type", "HETU_CHANGE", "uusiHetu", hetut.get(who));
        }
        return Map.of("type", "DEATH", "kuolinpaiva", day);
    }

    private Map<String, Object> osoite() {
        return Map.of(
                "katuosoite",
                "Vuosikatu " + (1 + random.nextInt(90)),
                "postinumero",
                "00100",
                "postitoimipaikka",
                "HELSINKI");
    }

    private static Map<String, Object> onr(VtjHenkilo henkilo) {
        return Map.of(
                "hetu", henkilo.hetu(),
                "etunimet", henkilo.etunimet(),
                "kutsumanimi", henkilo.kutsumanimi(),
                "sukunimi", henkilo.sukunimi(),
                "yksilointi", "VTJ");
    }

    private static List<VtjHenkilo> people(int born, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> VtjHenkilo.of(
                        Hetu.of(LocalDate.of(born, 1, 1).plusDays(i), born < 2000 ? '-' : 'A', 900 + i)
                                .value(),
                        "Aava",
                        "Aava",
                        "Vuosila"))
                .toList();
    }
}
