package io.opintosandbox.vtj;

import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.json.Json;
import io.opintosandbox.vtj.NamePools.Ika;
import io.opintosandbox.vtj.NamePools.Katu;
import io.opintosandbox.vtj.NamePools.Kieli;
import io.opintosandbox.vtj.NamePools.Kunta;
import io.opintosandbox.vtj.NamePools.Polvi;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads {@link NamePools} from {@code names/*.json}. Errors: IllegalStateException that names the file and the field. */
final class NamePoolReader {

    private final Function<String, URL> fixtures;

    private NamePoolReader(Function<String, URL> fixtures) {
        this.fixtures = fixtures;
    }

    static NamePools read(Function<String, URL> fixtures) {
        return new NamePoolReader(fixtures).pools();
    }

    private NamePools pools() {
        var fi = Item.of("names/fi.json", tree("names/fi.json"));
        var sv = Item.of("names/sv.json", tree("names/sv.json"));
        List<Kieli> kielet = new ArrayList<>();
        kielet.add(oma(fi, "fi"));
        kielet.add(oma(sv, "sv"));
        items("names/muut.json").map(NamePoolReader::muu).forEach(kielet::add);
        return new NamePools(
                List.copyOf(kielet),
                fi.texts("kadut"),
                sv.items("kadut")
                        .map(katu -> new Katu(katu.text("fi"), katu.text("sv")))
                        .toList(),
                items("names/kunnat.json").map(NamePoolReader::kunta).toList(),
                ikaluokat());
    }

    /** Of the generations before and after somebody, names are rare but not missing. */
    private static Kieli oma(Item file, String koodi) {
        List<Item> polvet = file.items("etunimet").toList();
        List<Polvi> etunimet = new ArrayList<>();
        for (int i = 0; i < polvet.size(); i++) {
            List<Item> naapurit = polvet.subList(Math.max(0, i - 1), Math.min(polvet.size(), i + 2));
            etunimet.add(new Polvi(
                    polvet.get(i).number("vuodesta"),
                    polvet.get(i).names("naiset", naapurit),
                    polvet.get(i).names("miehet", naapurit)));
        }
        return new Kieli(koodi, "246", 0, List.copyOf(etunimet), file.names("sukunimet", List.of()));
    }

    private static Kieli muu(Item item) {
        return new Kieli(
                item.text("kieli"),
                item.text("kansalaisuus"),
                item.number("paino"),
                List.of(new Polvi(0, item.names("naiset", List.of()), item.names("miehet", List.of()))),
                item.names("sukunimet", List.of()));
    }

    private static Kunta kunta(Item item) {
        String nimi = item.text("nimi");
        return new Kunta(
                item.text("koodi"),
                nimi,
                item.has("namn") ? item.text("namn") : null,
                item.has("postitoimipaikka") ? item.text("postitoimipaikka") : nimi.toUpperCase(Locale.ROOT),
                item.number("asukkaita"),
                item.number("ruotsi"),
                item.number("muut"),
                item.texts("postinumerot"));
    }

    private List<Ika> ikaluokat() {
        List<Ika> ikaluokat = items("names/ika.json")
                .map(item -> new Ika(item.number("vuosi"), item.number("naiset"), item.number("miehet")))
                .toList();
        for (int i = 1; i < ikaluokat.size(); i++) {
            if (ikaluokat.get(i).vuosi() != ikaluokat.get(i - 1).vuosi() + 1) {
                throw Item.wrong("names/ika.json", "a list of years without a gap, oldest first");
            }
        }
        return ikaluokat;
    }

    private Stream<Item> items(String file) {
        return Item.list(file, tree(file));
    }

    private JsonNode tree(String file) {
        URL url = fixtures.apply(file);
        if (url == null) {
            throw new IllegalStateException("The name pool " + file + " is missing from the fixtures: add it");
        }
        try (var in = url.openStream()) {
            return Json.tree(in);
        } catch (IOException e) {
            throw new IllegalStateException("The name pool " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** One object of a file. */
    private record Item(String place, JsonNode node) {

        static Item of(String place, JsonNode node) {
            if (!node.isObject()) {
                throw wrong(place, "an object");
            }
            return new Item(place, node);
        }

        static Stream<Item> list(String place, JsonNode node) {
            if (!node.isArray() || node.isEmpty()) {
                throw wrong(place, "a list with at least one item");
            }
            return StreamSupport.stream(node.spliterator(), false).map(item -> of(place, item));
        }

        boolean has(String field) {
            return node.has(field);
        }

        Stream<Item> items(String field) {
            return list(place + " " + field, node.path(field));
        }

        String text(String field) {
            if (!node.path(field).isTextual()) {
                throw wrong(place + " " + field, "text");
            }
            return node.path(field).textValue();
        }

        int number(String field) {
            if (!node.path(field).isInt() || node.path(field).intValue() < 0) {
                throw wrong(place + " " + field, "a whole number, zero or more");
            }
            return node.path(field).intValue();
        }

        List<String> texts(String field) {
            var list = node.path(field);
            if (!list.isArray() || list.isEmpty()) {
                throw wrong(place + " " + field, "a list with at least one item");
            }
            return StreamSupport.stream(list.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }

        /** Lines of names with spaces between them. */
        private List<String> lines(String field) {
            return texts(field).stream()
                    .flatMap(line -> Stream.of(line.strip().split("\\s+")))
                    .toList();
        }

        /** The names of the field, and as rare ones those that others have there. */
        Nimisto names(String field, List<Item> others) {
            try {
                return new Nimisto(
                        lines(field),
                        others.stream()
                                .flatMap(other -> other.lines(field).stream())
                                .toList());
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException("In the name pools, " + place + " " + field + ": " + e.getMessage(), e);
            }
        }

        static IllegalStateException wrong(String place, String needed) {
            return new IllegalStateException("In the name pools, " + place + " must be " + needed);
        }
    }
}
