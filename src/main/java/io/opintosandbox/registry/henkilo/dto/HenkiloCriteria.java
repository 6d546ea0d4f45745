package io.opintosandbox.registry.henkilo.dto;

import io.opintosandbox.http.BodyRules;
import java.util.List;

/**
 * Conditions for a search, combined with AND; what is absent or empty does not restrict. Contract: registry-api.md 5.1.
 *
 * @param nameQuery each part between spaces must occur in etunimet or sukunimi
 */
public record HenkiloCriteria(
        List<String> henkiloOids, String hetu, Boolean passivoitu, Boolean duplikaatti, String nameQuery)
        implements BodyRules.Checked {

    /** Everybody. */
    public static final HenkiloCriteria NONE = new HenkiloCriteria(null, null, null, null, null);

    @Override
    public boolean onlyLooksUp() {
        return true;
    }
}
