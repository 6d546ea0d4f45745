package io.opintosandbox.neighbours.kayttooikeus;

import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.access.ServiceUser;
import io.opintosandbox.access.ServiceUsers;
import io.opintosandbox.json.Json;
import io.opintosandbox.neighbours.kayttooikeus.Henkilonimet.Nimet;
import io.opintosandbox.neighbours.kayttooikeus.Oikeudet.Kayttooikeus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What callers ask about themselves. Contract: neighbours.md 1.2. */
final class OmatCalls {
    private static final String LANGUAGE = "fi";

    /** The caller's rights in one organisation. */
    record OmaOrganisaatio(String organisaatioOid, List<Kayttooikeus> kayttooikeudet) {}

    Object omattiedot(KayttooikeusCall call) {
        var kutsuja = call.kutsuja();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("oidHenkilo", kutsuja.oid());
        json.put("username", kutsuja.username());
        json.put("kayttajaTyyppi", tili(call).map(ServiceUser::kayttajaTyyppi).orElse(null));
        json.put(
                "organisaatiot",
                kutsuja.roles().entrySet().stream()
                        .map(entry -> new OmaOrganisaatio(
                                entry.getKey(),
                                entry.getValue().stream().map(Kayttooikeus::of).toList()))
                        .toList());
        json.put("isAdmin", call.oikeudet().isAdmin());
        json.put("isMiniAdmin", call.oikeudet().isMiniAdmin());
        json.put("anomusilmoitus", List.of());
        json.put("mfaProvider", null);
        json.put("idpEntityId", null);
        return json;
    }

    Object me(KayttooikeusCall call) {
        var kutsuja = call.kutsuja();
        var nimet = tili(call).map(call.feature(Kayttajat.class)::nimet);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("uid", kutsuja.username());
        json.put("oid", kutsuja.oid());
        json.put("firstName", nimet.map(Nimet::kutsumanimi).orElse("_"));
        json.put("lastName", nimet.map(Nimet::sukunimi).orElse(kutsuja.username()));
        json.put("groups", groups(call));
        json.put("roles", Json.write(myRoles(call)));
        json.put("lang", language(call));
        return json;
    }

    Set<String> myRoles(KayttooikeusCall call) {
        var roles = groups(call);
        roles.add("USER_" + call.kutsuja().username());
        return roles;
    }

    private static Set<String> groups(KayttooikeusCall call) {
        Set<String> groups = new TreeSet<>();
        ServiceUser.casRoles(call.kutsuja().roles()).forEach(role -> groups.add(role.substring("ROLE_".length())));
        groups.add("LANG_" + language(call));
        tili(call).map(ServiceUser::kayttajaTyyppi).ifPresent(groups::add);
        return groups;
    }

    private static String language(KayttooikeusCall call) {
        return tili(call)
                .map(call.feature(Kayttajat.class)::nimet)
                .map(Nimet::asiointikieli)
                .orElse(LANGUAGE);
    }

    /** The caller's account, unless it has been removed after the login. */
    private static Optional<ServiceUser> tili(KayttooikeusCall call) {
        Kutsuja kutsuja = call.kutsuja();
        return call.feature(ServiceUsers.class).find(kutsuja.username());
    }
}
