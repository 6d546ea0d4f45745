package io.opintosandbox.vtj.muutostieto;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;

/**
 * A message of VTJ's change feed, and what has become of it. Contract: registry-behaviour.md 20.
 *
 * @param id the message's key in the feed: later messages have larger ones
 * @param henkilotunnus the hetu that the person had when it happened
 * @param muutospv when it happened; messages of one run are applied in this order
 * @param tietoryhmat what has changed: objects that name a group and how it has changed, with the group's data
 * @param yrityksia how often the registry has tried to apply it
 * @param syy why it failed or was lost, or null
 * @param kasitelty when the registry last had it in hand, or null
 */
public record Muutostieto(
        long id,
        String henkilotunnus,
        Instant muutospv,
        ArrayNode tietoryhmat,
        Tila tila,
        int yrityksia,
        String syy,
        Instant kasitelty) {

    /** How far a message has come. */
    public enum Tila {
        /** In the feed; the registry has not looked yet. */
        UUSI,
        /** Fetched, and waiting to be applied. */
        HAETTU,
        /** Applied. */
        TEHTY,
        /** Could not be applied; tried again at every run, and later messages of the hetu wait for it. */
        EPAONNISTUNUT,
        /** Nobody in the registry to whom it could be applied: it is never applied. */
        KADONNUT
    }
}
