package io.opintosandbox.snapshot;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.arrivals.Lahde;
import io.opintosandbox.fixtures.Scheduled;
import io.opintosandbox.json.Json;
import io.opintosandbox.registry.viestit.Viesti;
import io.opintosandbox.virheraportti.Yritys;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.muutostieto.Muutostieto;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns whose texts are more than texts: the words that they may hold, and what their JSON is to be read as. */
final class Meanings {
    private static final Map<String, Set<String>> WORDS = Map.of(
            "ajastettu.laji", names(Scheduled.Kind.values()),
            "ajastettu.tila", names(Scheduled.State.values()),
            "muutostieto.tila", names(Muutostieto.Tila.values()),
            "saapuminen.lahde", names(Lahde.values()),
            "viesti.tila", names(Viesti.Tila.values()));

    private static final Map<String, Class<?>> JSON = Map.of(
            "ajastettu.tehtava", ObjectNode.class,
            "hakemus.hakemus", JsonNode.class,
            "muutostieto.tietoryhmat", ArrayNode.class,
            "palvelukayttaja.oikeudet", Roles.class,
            "viesti.vastaanottajat", String[].class,
            "virheraportti.hetut", Yritys.Torjuttu[].class,
            "vtj_henkilo.henkilo", VtjHenkilo.class,
            "yksilointitieto.vtj_henkilo", VtjHenkilo.class);

    private static final Set<String> TABLES = Stream.concat(WORDS.keySet().stream(), JSON.keySet().stream())
            .map(column -> column.substring(0, column.indexOf('.')))
            .collect(Collectors.toUnmodifiableSet());

    /** The rights of a user. */
    private record Roles(Map<String, List<String>> roles) {}

    private Meanings() {}

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Checks a text of a column. Errors: {@link BadSnapshot}. */
    static void check(String table, String name, String text, Supplier<String> at, Texts texts) {
        if (!TABLES.contains(table)) {
            return;
        }
        var column = table + "." + name;
        var words = WORDS.get(column);
        if (words != null && !words.contains(text)) {
            throw BadSnapshot.invalid(at.get(), "The value must be one of " + String.join(", ", words) + ".");
        }
        var type = JSON.get(column);
        if (type == null) {
            return;
        }
        try {
            var json = Json.tree(text.getBytes(StandardCharsets.UTF_8));
            texts.check(json, at.get());
            if (Json.convert(json, type) == null
                    || (type == Roles.class && !json.path("roles").isObject())) {
                throw BadSnapshot.invalid(at.get(), "The text must hold JSON of the kind that this column has.");
            }
        } catch (JacksonException | IllegalArgumentException e) {
            throw BadSnapshot.invalid(at.get(), "The text must hold JSON of the kind that this column has.");
        }
    }
}
