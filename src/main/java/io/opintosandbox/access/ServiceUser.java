package io.opintosandbox.access;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Somebody who may log in. The password opens CAS, the client secret the token endpoint, where the user's
 * name is the client id. Contract: control-api.md, "service-users".
 *
 * @param kayttajaTyyppi {@code PALVELU} or {@code VIRKAILIJA}
 * @param roles organisation OID to rights such as {@code OPPIJANUMEROREKISTERI_READ}
 */
public record ServiceUser(
        String username,
        String password,
        String clientSecret,
        String oid,
        String kayttajaTyyppi,
        Map<String, List<String>> roles) {

    /** The same account under another name. */
    public ServiceUser called(String name) {
        return new ServiceUser(name, password, clientSecret, oid, kayttajaTyyppi, roles);
    }

    /** The roles in the form of CAS: sorted, and per right with the service, the right and the organisation. */
    public SortedSet<String> casRoles() {
        return casRoles(roles);
    }

    /** Rights by organisation in the form of CAS. */
    public static SortedSet<String> casRoles(Map<String, List<String>> roles) {
        SortedSet<String> names = new TreeSet<>();
        roles.forEach((organisation, rights) -> rights.forEach(right -> {
            var service = right.indexOf('_') < 0 ? right : right.substring(0, right.indexOf('_'));
            names.add("ROLE_APP_" + service);
            names.add("ROLE_APP_" + right);
            names.add("ROLE_APP_" + right + "_" + organisation);
        }));
        return names;
    }
}
