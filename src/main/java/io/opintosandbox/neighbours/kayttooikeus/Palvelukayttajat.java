package io.opintosandbox.neighbours.kayttooikeus;

import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.access.ServiceUser;
import io.opintosandbox.access.ServiceUsers;
import io.opintosandbox.access.ServiceUsers.NameTaken;
import io.opintosandbox.world.World;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Service users as their keepers see them: made by name, given a password for CAS and a secret for OAuth2.
 * What the account itself has no place for is kept here for the life of the world. Contract: neighbours.md 1.2.
 */
public final class Palvelukayttajat {
    private static final String SERVICE = "PALVELU";
    private static final int LONGEST_NAME = 80;

    private final World world;
    private final ServiceUsers users;
    private Instant begun;
    private final Map<String, Made> made = new HashMap<>();

    public Palvelukayttajat(World world, ServiceUsers users) {
        this.world = world;
        this.users = users;
        this.begun = world.clock().now();
    }

    /** As the calls answer it; without a client secret the credentials are null. */
    record Palvelukayttaja(String oid, String nimi, String kayttajatunnus, List<Oauth2Credential> oauth2Credentials) {}

    /**
     * A client secret, without the secret.
     *
     * @param created text, as {@code updated}: ISO 8601
     * @param kasittelija who made it; null for what the sandbox came with
     */
    public record Oauth2Credential(String clientId, String created, String updated, Kasittelija kasittelija) {
        private Oauth2Credential renamed(UnaryOperator<String> names) {
            return new Oauth2Credential(
                    names.apply(clientId),
                    created,
                    updated,
                    kasittelija == null
                            ? null
                            : new Kasittelija(kasittelija.oid(), names.apply(kasittelija.username())));
        }
    }

    /** Who did something. */
    public record Kasittelija(String oid, String username) {
        static Kasittelija of(Kutsuja kutsuja) {
            return new Kasittelija(kutsuja.oid(), kutsuja.username());
        }
    }

    /** What is remembered of a service user; the credential is null until there is a secret. */
    public record Made(String nimi, Oauth2Credential credential) {
        /** The same in a world where the users have other names. */
        public Made renamed(UnaryOperator<String> names) {
            return credential == null ? this : new Made(nimi, credential.renamed(names));
        }
    }

    /**
     * What is kept here.
     *
     * @param begun when the ready-made users were made
     * @param made by user name in lower case
     */
    public record Muisti(Instant begun, Map<String, Made> made) {}

    public synchronized Muisti muisti() {
        return new Muisti(begun, new TreeMap<>(made));
    }

    /** Takes over what another world has kept. */
    public synchronized void muista(Muisti muisti) {
        begun = muisti.begun();
        made.clear();
        made.putAll(muisti.made());
    }

    /** The name of the service behind an account: what it was given, else the user name. */
    synchronized String nimi(String username) {
        return Optional.ofNullable(made.get(key(username))).map(Made::nimi).orElse(username);
    }

    /** Makes a service user without rights, password and secret; its user name comes from the name. */
    synchronized Palvelukayttaja luo(String nimi) {
        for (int number = 1; ; number++) {
            var username = username(nimi) + (number == 1 ? "" : "-" + number);
            if (users.find(username).isEmpty() && isInserted(username)) {
                made.put(key(username), new Made(nimi, null));
                return palvelukayttaja(users.find(username).orElseThrow());
            }
        }
    }

    /** False when a user of another world has the name. */
    private boolean isInserted(String username) {
        try {
            users.insert(List.of(new ServiceUser(username, secret(), secret(), null, SERVICE, Map.of())));
            return true;
        } catch (NameTaken e) {
            return false;
        }
    }

    synchronized Optional<Palvelukayttaja> find(String oid) {
        return tili(oid).map(this::palvelukayttaja);
    }

    /** A new password for CAS; the old one ends at once. */
    synchronized Optional<String> uusiSalasana(String oid) {
        return tili(oid).map(tili -> {
            var password = secret();
            users.changePassword(tili.username(), password);
            return password;
        });
    }

    /** A new client secret for OAuth2; the old one ends at once. */
    synchronized Optional<String> uusiSalaisuus(String oid, Kutsuja kutsuja) {
        return tili(oid).map(tili -> {
            var secret = secret();
            users.changeClientSecret(tili.username(), secret);
            var now = world.clock().now().toString();
            var before = credential(tili.username());
            made.put(
                    key(tili.username()),
                    new Made(
                            nimi(tili.username()),
                            new Oauth2Credential(
                                    tili.username(),
                                    before.map(Oauth2Credential::created).orElse(now),
                                    now,
                                    Kasittelija.of(kutsuja))));
            return secret;
        });
    }

    /** Forty characters with every kind that the rules ask for. Contract: auth.md 2.1 and 7.1. */
    public String secret() {
        var drawn = world.ids().ticket("salaisuus", 36);
        var begin = drawn.indexOf('-', drawn.indexOf('-') + 1) + 1;
        return drawn.substring(begin, begin + 36).replace('-', '+') + "aA1=";
    }

    private Optional<ServiceUser> tili(String oid) {
        return users.byOids(List.of(oid)).getOrDefault(oid, List.of()).stream()
                .filter(tili -> tili.kayttajaTyyppi().equals(SERVICE))
                .findFirst();
    }

    private Palvelukayttaja palvelukayttaja(ServiceUser tili) {
        return new Palvelukayttaja(
                tili.oid(),
                nimi(tili.username()),
                tili.username(),
                credential(tili.username()).map(List::of).orElse(null));
    }

    /** Whoever was not made here came with a secret. */
    private Optional<Oauth2Credential> credential(String username) {
        var known = made.get(key(username));
        return known == null
                ? Optional.of(new Oauth2Credential(username, begun.toString(), begun.toString(), null))
                : Optional.ofNullable(known.credential());
    }

    private static String username(String nimi) {
        var plain = Normalizer.normalize(nimi, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var name = plain.length() < 5 ? "palvelu-" + plain : plain;
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
