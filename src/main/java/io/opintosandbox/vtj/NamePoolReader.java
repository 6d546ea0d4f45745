package io.opintosandbox.vtj;

import io.opintosandbox.vtj.NamePools.Katu;
import io.opintosandbox.vtj.NamePools.Kunta;
import io.opintosandbox.vtj.NamePools.Muunkieliset;
import io.opintosandbox.vtj.NamePools.Nimet;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.datafaker.service.FakeValuesService;
import net.datafaker.service.FakerContext;
import net.datafaker.service.RandomService;

/**
 * Reads the name pools through Datafaker, to which they are provider files. The only class that knows Datafaker, so
 * that it is loaded with the first procedural person and not before. Only its reader is used: its expressions would
 * cost more per person than everything else, and its random numbers are those of the JDK.
 */
final class NamePoolReader {

    private static final List<String> FILES =
            List.of("names/fi.yml", "names/sv.yml", "names/muut.yml", "names/kunnat.yml");

    private final FakeValuesService values = new FakeValuesService();
    private final FakerContext context;

    private NamePoolReader(Function<String, URL> fixtures) {
        Locale locale = Locale.forLanguageTag("fi");
        context = new FakerContext(locale, new RandomService(new Random(0)));
        values.updateFakeValuesInterfaceMap(context.getLocaleChain());
        for (String file : FILES) {
            URL url = fixtures.apply(file);
            if (url == null) {
                throw new IllegalStateException("The name pool " + file + " is missing from the fixtures: add it");
            }
            values.addUrl(locale, url);
        }
    }

    /** @throws IllegalStateException that names the file or the key, when a pool is missing or has a wrong form */
    static NamePools read(Function<String, URL> fixtures) {
        return new NamePoolReader(fixtures).pools();
    }

    private NamePools pools() {
        List<Muunkieliset> muut = items("muunkieliset.kielet").stream()
                .map(item -> new Muunkieliset(
                        item.text("kieli"),
                        item.text("kansalaisuus"),
                        item.number("paino"),
                        new Nimet(item.texts("naiset"), item.texts("miehet"), item.texts("sukunimet"))))
                .toList();
        List<Kunta> kunnat = items("kunnat.lista").stream()
                .map(item -> new Kunta(
                        item.text("koodi"),
                        item.text("nimi"),
                        item.has("namn") ? item.text("namn") : null,
                        item.number("paino"),
                        item.number("painoSv"),
                        item.texts("postinumerot")))
                .toList();
        List<Katu> kaksikieliset = items("ruotsinkieliset.kadut").stream()
                .map(item -> new Katu(item.text("fi"), item.text("sv")))
                .toList();
        return new NamePools(
                nimet("suomenkieliset"),
                nimet("ruotsinkieliset"),
                muut,
                new Weighted<>(muut, Muunkieliset::paino),
                texts("suomenkieliset.kadut"),
                kaksikieliset,
                kunnat,
                new Weighted<>(kunnat, Kunta::paino),
                new Weighted<>(kunnat, Kunta::painoSv));
    }

    private Nimet nimet(String provider) {
        return new Nimet(texts(provider + ".naiset"), texts(provider + ".miehet"), texts(provider + ".sukunimet"));
    }

    private List<String> texts(String key) {
        return Item.texts(key, fetch(key));
    }

    private List<Item> items(String key) {
        return Item.list(key, fetch(key)).stream()
                .map(item -> {
                    if (item instanceof Map<?, ?> fields) {
                        return new Item(key, fields);
                    }
                    throw Item.wrong(key, "a list of maps");
                })
                .toList();
    }

    private Object fetch(String key) {
        return values.fetchObject(key, context);
    }

    /** One map of a list, as YAML gave it. */
    private record Item(String key, Map<?, ?> fields) {

        boolean has(String field) {
            return fields.containsKey(field);
        }

        String text(String field) {
            return text(key + "." + field, fields.get(field));
        }

        int number(String field) {
            if (fields.get(field) instanceof Integer number) {
                return number;
            }
            throw wrong(key + "." + field, "a whole number");
        }

        List<String> texts(String field) {
            return texts(key + "." + field, fields.get(field));
        }

        static List<String> texts(String key, Object value) {
            return list(key, value).stream().map(item -> text(key, item)).toList();
        }

        static List<?> list(String key, Object value) {
            if (value instanceof List<?> list && !list.isEmpty()) {
                return list;
            }
            throw wrong(key, "a list with at least one item");
        }

        private static String text(String key, Object value) {
            if (value instanceof String text) {
                return text;
            }
            throw wrong(key, "text (put it in quotes)");
        }

        static IllegalStateException wrong(String key, String needed) {
            return new IllegalStateException("In the name pools, " + key + " must be " + needed);
        }
    }
}
