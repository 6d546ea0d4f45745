package io.opintosandbox.registry.henkilo;

import com.fasterxml.jackson.annotation.JsonValue;
import io.opintosandbox.http.Problem;
import java.util.Arrays;

/** What kinds of identifiers people log in with. Contract: registry-api.md 5.1, IdentificationDto. */
public enum IdpEntityId {
    OPPIJA_TOKEN("oppijaToken"),
    GOOGLE("google"),
    EMAIL("email"),
    EIDAS("eidas");

    private final String koodi;

    IdpEntityId(String koodi) {
        this.koodi = koodi;
    }

    /** The code of koodisto henkilontunnistetyypit. */
    @JsonValue
    public String koodi() {
        return koodi;
    }

    /** The kind of a code in a path or query. Errors: 400 A. */
    public static IdpEntityId of(String koodi) {
        return Arrays.stream(values())
                .filter(kind -> kind.koodi.equals(koodi))
                .findFirst()
                .orElseThrow(() -> Problem.illegalArgument(
                        "No enum constant fi.vm.sade.oppijanumerorekisteri.dto.IdpEntityId." + koodi,
                        "the kinds are oppijaToken, google, email, eidas"));
    }
}
