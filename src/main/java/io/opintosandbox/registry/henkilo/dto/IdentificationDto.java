package io.opintosandbox.registry.henkilo.dto;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.opintosandbox.http.BodyRules;
import io.opintosandbox.registry.henkilo.Henkilotiedot.Tunniste;
import io.opintosandbox.registry.henkilo.IdpEntityId;
import java.util.List;

/** What somebody logs in with, in both directions; keys in alphabetical order. Contract: registry-api.md 5.1, 5.2. */
@JsonPropertyOrder({"identifier", "idpEntityId"})
public record IdentificationDto(IdpEntityId idpEntityId, String identifier) implements BodyRules.Checked {

    static IdentificationDto of(Tunniste tunniste) {
        return new IdentificationDto(IdpEntityId.of(tunniste.idp()), tunniste.tunniste());
    }

    /** As results list them. */
    public static List<IdentificationDto> of(List<Tunniste> tunnisteet) {
        return tunnisteet.stream().map(IdentificationDto::of).toList();
    }

    public Tunniste tunniste() {
        return new Tunniste(idpEntityId.koodi(), identifier);
    }

    @Override
    public void check(BodyRules rules) {
        check(rules, "");
    }

    void check(BodyRules rules, String prefix) {
        rules.require(idpEntityId != null, "NotNull", prefix + "idpEntityId", null, "must not be null");
        Fields.required(rules, prefix + "identifier", identifier);
    }
}
