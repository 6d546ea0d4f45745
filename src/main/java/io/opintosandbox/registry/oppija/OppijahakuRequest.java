package io.opintosandbox.registry.oppija;

import io.opintosandbox.http.BodyRules;

/** A clerk's search for learners. Contract: registry-api.md 4.6. */
public record OppijahakuRequest(String query, boolean passive, Integer page) implements BodyRules.Checked {
    private static final int SHORTEST = 3;

    @Override
    public String objectName() {
        return "oppijahakuCriteria";
    }

    @Override
    public void check(BodyRules rules) {
        rules.require(
                query == null || query.length() >= SHORTEST,
                "Size",
                "query",
                query,
                "size must be between " + SHORTEST + " and 2147483647");
        rules.require(page == null || page >= 0, "Min", "page", page, "must be greater than or equal to 0");
    }

    @Override
    public boolean onlyLooksUp() {
        return true;
    }
}
