package io.opintosandbox.registry.henkilo.dto;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.opintosandbox.http.BodyRules;
import io.opintosandbox.http.Problem;
import java.util.List;

/** Bodies that are lists of texts. Contract: registry-api.md 4.3 and 7. */
public final class Lists {
    private static final int MOST = 5000;

    private Lists() {}

    /** OIDs; unknown, empty and repeated ones are no mistake. */
    public record OidList(List<String> oids) implements BodyRules.Checked {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public OidList {}

        /** All of them. Errors: 400 A when there are too many. */
        public List<String> atMost5000() {
            return bounded(oids);
        }

        /** Each once. Errors: 400 A when there are too many then. */
        public List<String> distinctAtMost5000() {
            return bounded(oids.stream().distinct().toList());
        }
    }

    /** Hetus to look up. */
    public record HetuList(List<String> hetut) implements BodyRules.Checked {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public HetuList {}

        @Override
        public boolean onlyLooksUp() {
            return true;
        }

        /** All of them. Errors: 400 A when there are too many. */
        public List<String> atMost5000() {
            return bounded(hetut);
        }
    }

    /** Passport numbers. */
    public record PassinumeroList(List<String> passinumerot) implements BodyRules.Checked {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public PassinumeroList {}
    }

    private static List<String> bounded(List<String> values) {
        if (values.size() > MOST) {
            throw Problem.illegalArgument(
                    "Maximum amount of henkilös to be fetched is " + MOST + ". Tried to fetch:" + values.size());
        }
        return values;
    }
}
