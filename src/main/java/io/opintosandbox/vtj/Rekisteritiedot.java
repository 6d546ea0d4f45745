package io.opintosandbox.vtj;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Objects;

/**
 * What the register shows of a person: the fields of {@link VtjHenkilo}, then what follows from others.
 *
 * @param huollettavat hetus of those who name this person as a guardian; left out when there are none
 */
public record Rekisteritiedot(
        @JsonUnwrapped VtjHenkilo henkilo,
        @JsonInclude(Include.NON_EMPTY) List<String> huollettavat) {

    /** The hetus of those who are guardians of somebody whose hetu is good, each once. */
    static List<String> huoltajat(VtjHenkilo henkilo) {
        return henkilo.passivoitu()
                ? List.of()
                : henkilo.huoltajat().stream()
                        .map(VtjHenkilo.Huoltaja::hetu)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }
}
