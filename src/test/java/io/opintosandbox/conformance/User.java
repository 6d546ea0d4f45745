package io.opintosandbox.conformance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A service user that cases name by alias.
 *
 * @param kind {@code VIRKAILIJA} or {@code PALVELU}
 * @param roles rights by alias of the organisation
 */
record User(String alias, String kind, Map<String, List<String>> roles) {
    private static final String VIRKAILIJA = "VIRKAILIJA";
    private static final String PALVELU = "PALVELU";
    private static final String REGISTRY = "OPPIJANUMEROREKISTERI_";

    /** Organisations by alias. */
    static final Map<String, String> ORGANISATIONS = Map.of(
            "root", "1.2.246.562.10.00000000001",
            "a", "1.2.246.562.10.10000000001",
            "b", "1.2.246.562.10.20000000002");

    static final List<User> ALL = List.of(
            user("rekisteri", VIRKAILIJA, "root", "REKISTERINPITAJA"),
            user("rekisteria", VIRKAILIJA, "a", "REKISTERINPITAJA"),
            user("rekread", PALVELU, "root", "REKISTERINPITAJA_READ"),
            user("yleistunniste", PALVELU, "a", "YLEISTUNNISTE_LUONTI"),
            user("yleistunniste2", PALVELU, "b", "YLEISTUNNISTE_LUONTI"),
            user("tuonti", PALVELU, "b", "OPPIJOIDENTUONTI"),
            user("tuontia", PALVELU, "a", "OPPIJOIDENTUONTI"),
            user("rektuonti", VIRKAILIJA, "root", "REKISTERINPITAJA").and("b", REGISTRY + "OPPIJOIDENTUONTI"),
            user("tuontidata", PALVELU, "b", "TUONTIDATA_READ"),
            user("readru", VIRKAILIJA, "a", "READ", "HENKILON_RU"),
            user("read", VIRKAILIJA, "a", "READ"),
            user("henkilonru", VIRKAILIJA, "a", "HENKILON_RU"),
            user("duplicateread", PALVELU, "root", "DUPLICATE_READ"),
            user("duplikaatti", VIRKAILIJA, "a", "DUPLIKAATTINAKYMA", "MANUAALINEN_YKSILOINTI"),
            user("kotikunta", PALVELU, "root", "KOTIKUNTAHISTORIA"),
            user("turvakotikunta", PALVELU, "root", "TURVAKIELTOKOTIKUNTAHISTORIA"),
            user("eidas", PALVELU, "root", "REKISTERINPITAJA", "EIDAS_HENKILON_LUONTI"),
            new User("ophrekisteri", VIRKAILIJA, Map.of("root", List.of("HENKILONHALLINTA_OPHREKISTERI"))),
            new User("otherrole", VIRKAILIJA, Map.of("a", List.of("KOSKI_READ"))),
            new User("norole", VIRKAILIJA, Map.of()));

    static User of(String alias) {
        return ALL.stream()
                .filter(user -> user.alias().equals(alias))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no user " + alias));
    }

    /** The same user under another alias. */
    User as(String other) {
        return new User(other, kind, roles);
    }

    /** The OID of the user in a sandbox: under node 24, from the alias. */
    String oid() {
        long sum = 0;
        for (int i = 0; i < alias.length(); i++) {
            sum += (i + 1L) * alias.charAt(i);
        }
        return Identifiers.personOid("24", 9_000_000_000L + sum * 7919 % 1_000_000_000L);
    }

    private static User user(String alias, String kind, String organisation, String... rights) {
        return new User(
                alias,
                kind,
                Map.of(
                        organisation,
                        Arrays.stream(rights).map(right -> REGISTRY + right).toList()));
    }

    private User and(String organisation, String right) {
        var more = new LinkedHashMap<>(roles);
        more.put(organisation, List.of(right));
        return new User(alias, kind, more);
    }
}
