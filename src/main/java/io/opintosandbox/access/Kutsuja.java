package io.opintosandbox.access;

import io.opintosandbox.world.World;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who calls: an authenticated user, in a world, with the rights that the ticket or token carried.
 * Contract: auth.md 9, registry-api.md 3.
 *
 * @param oid the person OID of the account
 * @param roles organisation OID to rights such as {@code OPPIJANUMEROREKISTERI_READ}
 * @param bearer whether the call carries a token rather than a session
 */
public record Kutsuja(
        World world, String username, String oid, Map<String, List<String>> roles, boolean bearer, Trace trace) {

    /** Whether the caller has the right in any organisation. */
    public boolean has(Right right) {
        return roles.values().stream().anyMatch(rights -> rights.contains(right.qualified()));
    }

    /**
     * The organisations that the caller has one of the rights in. As in the published service, a right
     * counts when its name begins with the one asked for.
     */
    public Set<String> organisaatiot(Right... rights) {
        Set<String> organisaatiot = new TreeSet<>();
        roles.forEach((organisaatio, held) -> {
            if (organisaatio.startsWith("1.2.246.562.10")
                    && Arrays.stream(rights)
                            .anyMatch(right -> held.stream().anyMatch(name -> name.startsWith(right.qualified())))) {
                organisaatiot.add(organisaatio);
            }
        });
        return organisaatiot;
    }

    /** Register keeper at the root organisation, which the contract calls super. */
    public boolean isSuper() {
        return hasAtRoot(Right.REKISTERINPITAJA);
    }

    /** Reads everything: {@link #isSuper()}, or the reading register keeper at the root organisation. */
    public boolean readsAll() {
        return isSuper() || hasAtRoot(Right.REKISTERINPITAJA_READ);
    }

    /** The rights as authorities, in the form of CAS. */
    public Set<String> authorities() {
        return ServiceUser.casRoles(roles);
    }

    private boolean hasAtRoot(Right right) {
        return roles.getOrDefault("1.2.246.562.10.00000000001", List.of()).contains(right.qualified());
    }
}
