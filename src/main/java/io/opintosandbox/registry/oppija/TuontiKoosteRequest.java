package io.opintosandbox.registry.oppija;

/**
 * Which imports to list, and how. Contract: registry-api.md 4.2, tuontikooste.
 *
 * @param id of the only one wanted, or null
 * @param author part of the sender's name, or null
 * @param page from 1
 */
public record TuontiKoosteRequest(Long id, String author, int page, int pageSize, Sort sort, Field field) {

    /** The direction. */
    public enum Sort {
        ASC,
        DESC
    }

    /** What to sort by, as the API spells it. */
    public enum Field {
        id,
        timestamp,
        oid,
        author,
        total,
        successful,
        failures,
        inProgress,
        conflicts
    }
}
