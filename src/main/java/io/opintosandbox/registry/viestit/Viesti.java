package io.opintosandbox.registry.viestit;

import io.opintosandbox.json.Json;
import io.opintosandbox.store.Row;
import java.time.Instant;
import java.util.List;

/**
 * A message in the outbox. Contract: registry-behaviour.md 17.5.
 *
 * @param luotu when it was put there
 * @param vastaanottajat addresses, each once
 * @param yrityksia how often the mail service has been asked to take it
 */
public record Viesti(long id, Instant luotu, List<String> vastaanottajat, Tila tila, int yrityksia) {

    /** Where a message is on its way. */
    public enum Tila {
        /** It waits for the mail task, for the first time or again. */
        JONOSSA,
        /** The mail service has taken it. */
        LAHETETTY,
        /** The mail service will not have it, and is not asked again. */
        HYLATTY
    }

    static Viesti of(Row row) {
        return new Viesti(
                row.number("id"),
                row.time("luotu"),
                List.of(Json.read(row.text("vastaanottajat"), String[].class)),
                Tila.valueOf(row.text("tila")),
                (int) row.number("yrityksia"));
    }
}
