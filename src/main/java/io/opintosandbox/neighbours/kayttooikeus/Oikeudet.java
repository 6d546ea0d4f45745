package io.opintosandbox.neighbours.kayttooikeus;

import io.opintosandbox.access.ServiceUser;
import io.opintosandbox.neighbours.organisaatio.Organisaatiot;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rights of a user, as far as the user service looks at them. Contract: neighbours.md 1.
 *
 * @param roles organisation OID to rights such as {@code KAYTTOOIKEUS_REKISTERINPITAJA}
 */
record Oikeudet(Map<String, List<String>> roles) {
    private static final String REKISTERINPITAJA = "KAYTTOOIKEUS_REKISTERINPITAJA";
    private static final String HENKILOREKISTERINPITAJA = "OPPIJANUMEROREKISTERI_REKISTERINPITAJA";

    /** The rights of all accounts of one person together. */
    static Oikeudet of(List<ServiceUser> tilit) {
        Map<String, Set<String>> roles = new LinkedHashMap<>();
        tilit.forEach(tili -> tili.roles()
                .forEach((organisaatio, rights) -> roles.computeIfAbsent(organisaatio, oid -> new LinkedHashSet<>())
                        .addAll(rights)));
        Map<String, List<String>> all = new LinkedHashMap<>();
        roles.forEach((organisaatio, rights) -> all.put(organisaatio, List.copyOf(rights)));
        return new Oikeudet(all);
    }

    boolean has(String right) {
        return roles.values().stream().anyMatch(rights -> rights.contains(right));
    }

    /** Register keeper at the root, of the users or of the learners; the clerk's UI calls that admin. */
    boolean isAdmin() {
        return atRoot().contains(REKISTERINPITAJA) || atRoot().contains(HENKILOREKISTERINPITAJA);
    }

    /** Any right at the root. */
    boolean isMiniAdmin() {
        return !atRoot().isEmpty();
    }

    private List<String> atRoot() {
        return roles.getOrDefault(Organisaatiot.ROOT, List.of());
    }

    /** A right as the answers name it: {@code OPPIJANUMEROREKISTERI} and {@code READ}. */
    record Kayttooikeus(String palvelu, String oikeus) {
        static Kayttooikeus of(String right) {
            var end = right.indexOf('_');
            return end < 0
                    ? new Kayttooikeus(right, "")
                    : new Kayttooikeus(right.substring(0, end), right.substring(end + 1));
        }
    }
}
