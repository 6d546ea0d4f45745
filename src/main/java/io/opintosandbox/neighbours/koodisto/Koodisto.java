package io.opintosandbox.neighbours.koodisto;

import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The code sets, read from {@code fixtures/koodisto} when they are first asked for. Contract: neighbours.md 3 and 6. */
public final class Koodisto {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+");

    private final Function<String, URL> fixtures;
    private final Map<String, Map<String, Koodi>> sets = new ConcurrentHashMap<>();

    /** @param fixtures from a path below the fixtures to a URL */
    public Koodisto(Function<String, URL> fixtures) {
        this.fixtures = fixtures;
    }

    /** A code and its names; a name that the set lacks is null. */
    public record Koodi(String koodi, String fi, String sv, String en) {}

    /**
     * A code of a set, spelled as the set spells it.
     *
     * @param koodisto for example {@code kieli}
     */
    public Optional<Koodi> koodi(String koodisto, String koodi) {
        return Optional.ofNullable(sets.computeIfAbsent(koodisto, this::read).get(koodi));
    }

    /** All codes of a set in their order; empty when there is no such set. */
    public Optional<Collection<Koodi>> koodit(String koodisto) {
        if (!NAME.matcher(koodisto).matches() || fixtures.apply(file(koodisto)) == null) {
            return Optional.empty();
        }
        return Optional.of(
                List.copyOf(sets.computeIfAbsent(koodisto, this::read).values()));
    }

    public boolean has(String koodisto, String koodi) {
        return koodi(koodisto, koodi).isPresent();
    }

    private Map<String, Koodi> read(String koodisto) {
        try (var in = fixtures.apply(file(koodisto)).openStream()) {
            Map<String, Koodi> codes = new LinkedHashMap<>();
            for (JsonNode node : Json.tree(in)) {
                var koodi = new Koodi(text(node, "koodi"), text(node, "fi"), text(node, "sv"), text(node, "en"));
                codes.put(koodi.koodi(), koodi);
            }
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException("fixtures/koodisto/" + koodisto + ".json", e);
        }
    }

    private static String file(String koodisto) {
        return "koodisto/" + koodisto + ".json";
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }
}
