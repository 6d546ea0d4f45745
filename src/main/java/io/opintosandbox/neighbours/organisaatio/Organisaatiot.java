package io.opintosandbox.neighbours.organisaatio;

import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The organisations and who is above whom, read once from {@code fixtures/organisations.json} when they are
 * first asked for. An OID that is not there has neither parents nor descendants. Contract: neighbours.md 2.
 */
public final class Organisaatiot {
    /** The organisation above all others. */
    public static final String ROOT = "1.2.246.562.10.00000000001";

    private static final String FILE = "organisations.json";

    private final Function<String, URL> fixtures;
    private Tree tree;

    /** @param fixtures from a path below the fixtures to a URL */
    public Organisaatiot(Function<String, URL> fixtures) {
        this.fixtures = fixtures;
    }

    private record Tree(Map<String, Organisaatio> byOid, Map<String, List<Organisaatio>> children) {}

    /** Whether there is such an organisation, be it active, planned or closed. */
    public boolean has(String oid) {
        return organisaatio(oid).isPresent();
    }

    public Optional<Organisaatio> organisaatio(String oid) {
        return Optional.ofNullable(tree().byOid().get(oid));
    }

    /** What rights in these organisations cover: they themselves, known or not, and what is below, closed too. */
    public Set<String> withDescendants(Collection<String> oids) {
        Set<String> all = new LinkedHashSet<>(oids);
        oids.forEach(oid -> all.addAll(descendants(oid, below -> !below.isSuunniteltu())));
        return all;
    }

    /** The organisation itself, known or not, and everything above it up to the root. */
    public Set<String> withParents(String oid) {
        Set<String> all = new LinkedHashSet<>();
        // A file of one's own may say that two organisations are above each other.
        for (var at = oid; at != null && all.add(at); ) {
            at = organisaatio(at).map(Organisaatio::parentOid).orElse(null);
        }
        return all;
    }

    /** The organisations right below this one. */
    List<String> children(String oid, Predicate<Organisaatio> wanted) {
        return tree().children().getOrDefault(oid, List.of()).stream()
                .filter(wanted)
                .map(Organisaatio::oid)
                .toList();
    }

    /** All organisations below this one, level by level, whatever those between them are. */
    List<String> descendants(String oid, Predicate<Organisaatio> wanted) {
        Set<String> seen = new LinkedHashSet<>(Set.of(oid));
        List<String> found = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (var child : tree().children().getOrDefault(open.removeFirst(), List.of())) {
                if (seen.add(child.oid())) {
                    open.add(child.oid());
                    if (wanted.test(child)) {
                        found.add(child.oid());
                    }
                }
            }
        }
        return found;
    }

    private synchronized Tree tree() {
        if (tree == null) {
            tree = read();
        }
        return tree;
    }

    private Tree read() {
        Map<String, Organisaatio> byOid = new LinkedHashMap<>();
        Map<String, List<Organisaatio>> children = new LinkedHashMap<>();
        try (var in = fixtures.apply(FILE).openStream()) {
            for (JsonNode node : Json.tree(in)) {
                var organisaatio = Json.convert(node, Organisaatio.class);
                byOid.put(organisaatio.oid(), organisaatio);
                if (organisaatio.parentOid() != null) {
                    children.computeIfAbsent(organisaatio.parentOid(), oid -> new ArrayList<>())
                            .add(organisaatio);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("fixtures/" + FILE, e);
        }
        return new Tree(byOid, children);
    }
}
