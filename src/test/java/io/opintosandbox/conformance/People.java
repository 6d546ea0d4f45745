package io.opintosandbox.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.json.Json;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Synthetic people: what a case says of them, the rest drawn. All hetus have an individual number 900-999. */
final class People {
    private static final List<String> SYLLABLES =
            List.of(("ka ki ko ku la li lo lu ma mi mo mu na ni no nu pa pi po pu ra ri ro ru sa si so su ta ti to tu"
                            + " va vi vo vu ha hi ho hu ja jo ju")
                    .split(" ", -1));
    private static final Map<Integer, String> SIGNS = Map.of(18, "+", 19, "-YXWVU", 20, "ABCDEF");
    private static final String VTJ_DEFAULTS = """
            {"entisetSukunimet":[],"aidinkieli":"fi","kansalaisuudet":["246"],"kotikunta":"091","turvakielto":false,
             "kuolinpaiva":null,"passivoitu":false,"uusiHetu":null,"sahkoposti":null,"osoite":null,"huoltajat":[]}
            """;

    private final Set<String> taken = new HashSet<>();

    /** The person of a case, complete; no two people of a run have the same hetu. */
    ObjectNode make(ObjectNode spec, SplittableRandom random) {
        var person = spec.deepCopy();
        putIfMissing(person, "etunimet", name(4, "", random) + " " + name(4, "", random));
        var etunimet = person.get("etunimet").asText().split(" ", -1);
        person.put("etunimi1", etunimet[0]).put("etunimi2", etunimet[etunimet.length - 1]);
        putIfMissing(person, "kutsumanimi", etunimet[0]);
        putIfMissing(person, "sukunimi", name(5, "nen", random));
        putIfMissing(person, "sukupuoli", random.nextBoolean() ? "1" : "2");
        var man = person.get("sukupuoli").asText().equals("1");
        String hetu;
        LocalDate born;
        do {
            born = birthDate(spec, random);
            var signs = SIGNS.get(born.getYear() / 100);
            var individual = 900 + 2 * random.nextInt(50) + (man ? 1 : 0);
            hetu = Identifiers.hetu(born, signs.charAt(random.nextInt(signs.length())), individual);
        } while (!taken.add(hetu));
        return person.put("hetu", hetu).put("syntymaaika", born.toString());
    }

    /** The person as the population register is to know it: {@code vtjTiedot} wins over the person's own data. */
    static ObjectNode inVtj(ObjectNode person) {
        var vtj = (ObjectNode) Json.read(VTJ_DEFAULTS, JsonNode.class);
        for (var field : List.of("hetu", "etunimet", "kutsumanimi", "sukunimi", "sukupuoli")) {
            vtj.set(field, person.get(field));
        }
        person.properties().stream()
                .filter(field -> vtj.has(field.getKey()))
                .forEach(field -> vtj.set(field.getKey(), field.getValue()));
        person.path("vtjTiedot").properties().forEach(field -> vtj.set(field.getKey(), field.getValue()));
        return vtj;
    }

    private static LocalDate birthDate(ObjectNode spec, SplittableRandom random) {
        if (spec.has("syntymaaika")) {
            return LocalDate.parse(spec.get("syntymaaika").asText());
        }
        var child = spec.path("lapsi").asBoolean();
        var from = spec.at("/vuodet/0").asInt(child ? 2010 : 1940);
        var to = spec.at("/vuodet/1").asInt(child ? 2020 : 1998);
        var month = YearMonth.of(random.nextInt(from, to + 1), random.nextInt(1, 13));
        return month.atDay(random.nextInt(1, month.lengthOfMonth() + 1));
    }

    private static String name(int syllables, String ending, SplittableRandom random) {
        var name = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name + ending;
    }

    private static void putIfMissing(ObjectNode person, String field, String value) {
        if (!person.has(field)) {
            person.put(field, value);
        }
    }
}
