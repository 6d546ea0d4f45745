package io.opintosandbox.neighbours.kayttooikeus;

import io.opintosandbox.access.ServiceUser;
import io.opintosandbox.access.ServiceUsers;
import io.opintosandbox.neighbours.organisaatio.Organisaatio;
import io.opintosandbox.neighbours.organisaatio.Organisaatiot;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which people a caller may see by the rights of the user service, for any number of people at once.
 * Contract: neighbours.md 1.1, "canUserAccessUser".
 */
public final class Henkilopaasy {
    private static final String APP = "ROLE_APP_";
    private static final String KEEPER_OF_ALL = APP + "KAYTTOOIKEUS_REKISTERINPITAJA_" + Organisaatiot.ROOT;

    private final ServiceUsers users;
    private final Organisaatiot organisaatiot;
    private final UlkoisetPalvelut ulkoiset;

    public Henkilopaasy(ServiceUsers users, Organisaatiot organisaatiot, UlkoisetPalvelut ulkoiset) {
        this.users = users;
        this.organisaatiot = organisaatiot;
        this.ulkoiset = ulkoiset;
    }

    /**
     * Those of the people whom the caller may access, in the order given.
     *
     * @param callerOid who asks; the rules go by the roles alone
     * @param callerRoles authorities such as {@code ROLE_APP_OPPIJANUMEROREKISTERI_READ_1.2.246.562.10.…}
     * @param allowedPalveluRooli service to rights, any of which will do
     * @param ulkoinen the service that may vouch for the caller instead
     * @param oids people, with an account or without
     */
    public Set<String> sallitut(
            String callerOid,
            Collection<String> callerRoles,
            Map<String, List<String>> allowedPalveluRooli,
            Optional<ExternalPermissionService> ulkoinen,
            Collection<String> oids) {
        if (oids.isEmpty() || callerRoles.contains(KEEPER_OF_ALL)) {
            return new LinkedHashSet<>(oids);
        }
        var held = heldIn(callerRoles, allowedPalveluRooli);
        Map<String, List<ServiceUser>> tilit = held.none() ? Map.of() : users.byOids(oids);
        Set<String> sallitut = new LinkedHashSet<>();
        for (var oid : oids) {
            if (byRights(tilit.getOrDefault(oid, List.of()), held)
                    || ulkoinen.filter(service -> ulkoiset.allows(service, oid)).isPresent()) {
                sallitut.add(oid);
            }
        }
        return sallitut;
    }

    /** What the caller holds of the allowed rights: anything at all, and in which organisations. */
    private record Held(boolean any, Set<String> organisaatiot) {
        boolean none() {
            return !any && organisaatiot.isEmpty();
        }
    }

    private static Held heldIn(Collection<String> callerRoles, Map<String, List<String>> allowedPalveluRooli) {
        Set<String> allowed = new HashSet<>();
        allowedPalveluRooli.forEach(
                (palvelu, roolit) -> roolit.forEach(rooli -> allowed.add(APP + palvelu + "_" + rooli)));
        var any = false;
        Set<String> in = new HashSet<>();
        for (var role : callerRoles) {
            var end = role.lastIndexOf('_');
            any |= allowed.contains(role);
            if (end > 0 && allowed.contains(role.substring(0, end))) {
                in.add(role.substring(end + 1));
            }
        }
        return new Held(any, in);
    }

    /** A learner has no account and is open to no right. Accounts that share an OID are one user. */
    private boolean byRights(List<ServiceUser> tilit, Held held) {
        if (tilit.isEmpty()) {
            return false;
        }
        var omat =
                tilit.stream().flatMap(tili -> tili.roles().keySet().stream()).toList();
        if (omat.isEmpty()) {
            return held.any();
        }
        return omat.stream()
                .filter(this::isActive)
                .anyMatch(oid -> organisaatiot.withParents(oid).stream().anyMatch(held.organisaatiot()::contains));
    }

    /** An organisation that the fixtures do not name is as good as any: rights may be given in it. */
    private boolean isActive(String organisaatioOid) {
        return organisaatiot
                .organisaatio(organisaatioOid)
                .map(Organisaatio::isAktiivinen)
                .orElse(true);
    }
}
