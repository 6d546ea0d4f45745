package io.opintosandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.opintosandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * How near the sandbox is to the published service: what is known to differ, and the evidence for each operation.
 * Kept as data in {@code fidelity/*.json}; README and {@code /sandbox/fidelity} are made of it.
 */
public record Fidelity(List<Divergence> divergences, List<Operation> operations) {

    /**
     * One known difference.
     *
     * @param real what the published service does
     * @param sandbox what this one does
     * @param since ISO date
     * @param cases ids of the conformance cases that fail for this reason
     */
    public record Divergence(
            String id, String situation, String real, String sandbox, String why, String since, List<String> cases) {}

    /**
     * The evidence for one operation, in levels that are never added up.
     *
     * @param operation method and path below the registry's context path, as {@code GET /henkilo/{oid}}
     * @param served whether the server answers it at all
     * @param validated whether tests hold its answers against the OpenAPI document
     * @param recorded ids of the passing conformance cases that compare an answer of it with recorded behaviour
     * @param clients client programs, written by others, that have driven it
     */
    public record Operation(
            String operation, boolean served, boolean validated, List<String> recorded, List<String> clients) {}

    public static Fidelity read() {
        return new Fidelity(list("divergences.json", Divergence[].class), list("evidence.json", Operation[].class));
    }

    private static <T> List<T> list(String file, Class<T[]> type) {
        try (var in = Fidelity.class.getResourceAsStream("/io/opintosandbox/fidelity/" + file)) {
            JsonNode rows = Json.tree(in);
            return Arrays.asList(Json.convert(rows, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
