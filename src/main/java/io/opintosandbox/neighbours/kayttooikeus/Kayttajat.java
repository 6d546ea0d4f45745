package io.opintosandbox.neighbours.kayttooikeus;

import io.opintosandbox.access.ServiceUser;
import io.opintosandbox.access.ServiceUsers;
import io.opintosandbox.neighbours.kayttooikeus.Henkilonimet.Nimet;
import io.opintosandbox.neighbours.organisaatio.Organisaatiot;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The accounts of a world as the user service tells of them. Contract: neighbours.md 1.1 and 1.2. */
public final class Kayttajat {
    private static final String CLERK = "VIRKAILIJA";

    private final ServiceUsers users;
    private final Organisaatiot organisaatiot;
    private final Palvelukayttajat palvelukayttajat;
    private final Henkilonimet henkilot;

    public Kayttajat(
            ServiceUsers users, Organisaatiot organisaatiot, Palvelukayttajat palvelukayttajat, Henkilonimet henkilot) {
        this.users = users;
        this.organisaatiot = organisaatiot;
        this.palvelukayttajat = palvelukayttajat;
        this.henkilot = henkilot;
    }

    /**
     * Which people a user may see.
     *
     * @param admin whether that is everybody
     * @param oids the people otherwise, sorted, else null
     */
    public record Nakyvat(boolean admin, Set<String> oids) {}

    /** What is told of an account. */
    record Kayttajatiedot(
            String username, String mfaProvider, String kayttajaTyyppi, String etunimet, String sukunimi) {}

    /** A clerk who was searched for; of the person only what the registry tells. */
    record Virkailija(
            String oid,
            String etunimet,
            String kutsumanimi,
            String sukunimi,
            String asiointikieli,
            String sahkoposti) {}

    /** What clerks are searched by; an empty criterion does not restrict. */
    record Virkailijahaku(
            List<String> organisaatioOids,
            List<String> kayttoOikeusRyhmaNimet,
            Map<String, List<String>> kayttooikeudet,
            Optional<Boolean> passivoitu,
            Optional<Boolean> duplikaatti) {
        boolean isEmpty() {
            return organisaatioOids.isEmpty()
                    && kayttoOikeusRyhmaNimet.isEmpty()
                    && kayttooikeudet.isEmpty()
                    && passivoitu.isEmpty()
                    && duplikaatti.isEmpty();
        }
    }

    /** The account of a person; of several that share the OID, the one that came first. */
    Optional<ServiceUser> tili(String oid) {
        return users.byOids(List.of(oid)).getOrDefault(oid, List.of()).stream().findFirst();
    }

    /**
     * The people with an account whom somebody may see: those in the organisations of any of that person's
     * rights, or below them.
     *
     * @param organisaatioOids when not empty, only people in these organisations
     * @param ryhmat when not empty, only people in these user groups, of which the sandbox has none
     */
    public Nakyvat nakyvat(String oid, Collection<String> organisaatioOids, Collection<String> ryhmat) {
        var oikeudet = Oikeudet.of(users.byOids(List.of(oid)).getOrDefault(oid, List.of()));
        if (oikeudet.isAdmin() && organisaatioOids.isEmpty() && ryhmat.isEmpty()) {
            return new Nakyvat(true, null);
        }
        Set<String> nakyvat = new TreeSet<>();
        var omat = organisaatiot.withDescendants(oikeudet.roles().keySet());
        Predicate<String> covered = organisaatio -> ryhmat.isEmpty()
                && (organisaatioOids.isEmpty() || organisaatioOids.contains(organisaatio))
                && (oikeudet.isAdmin() || omat.contains(organisaatio));
        for (var tili : users.all()) {
            if (tili.roles().keySet().stream().anyMatch(covered)) {
                nakyvat.add(tili.oid());
            }
        }
        return new Nakyvat(false, nakyvat);
    }

    Optional<Kayttajatiedot> kayttajatiedot(String oid) {
        return tili(oid).map(tili -> {
            var nimet = nimet(tili);
            return new Kayttajatiedot(tili.username(), null, tili.kayttajaTyyppi(), nimet.etunimet(), nimet.sukunimi());
        });
    }

    /** Clerks in the order of their names. Closed accounts and duplicates are not kept apart: none is found. */
    List<Virkailija> virkailijat(Virkailijahaku haku) {
        if (!haku.kayttoOikeusRyhmaNimet().isEmpty()
                || haku.passivoitu().orElse(false)
                || haku.duplikaatti().orElse(false)) {
            return List.of();
        }
        return users.all().stream()
                .filter(tili -> tili.kayttajaTyyppi().equals(CLERK) && isWanted(tili, haku))
                .collect(Collectors.toMap(ServiceUser::oid, this::virkailija, (first, other) -> first))
                .values()
                .stream()
                .sorted(Comparator.comparing(Virkailija::sukunimi)
                        .thenComparing(Virkailija::kutsumanimi)
                        .thenComparing(Virkailija::oid))
                .toList();
    }

    /** A right counts in the organisations that are asked for, in any when none is. */
    private static boolean isWanted(ServiceUser tili, Virkailijahaku haku) {
        return (haku.organisaatioOids().isEmpty() && haku.kayttooikeudet().isEmpty())
                || tili.roles().entrySet().stream()
                        .filter(entry -> haku.organisaatioOids().isEmpty()
                                || haku.organisaatioOids().contains(entry.getKey()))
                        .anyMatch(entry -> haku.kayttooikeudet().isEmpty() || anyOf(entry.getValue(), haku));
    }

    private static boolean anyOf(List<String> rights, Virkailijahaku haku) {
        return haku.kayttooikeudet().entrySet().stream()
                .anyMatch(wanted ->
                        wanted.getValue().stream().anyMatch(rooli -> rights.contains(wanted.getKey() + "_" + rooli)));
    }

    private Virkailija virkailija(ServiceUser tili) {
        var nimet = nimet(tili);
        return new Virkailija(
                tili.oid(), nimet.etunimet(), nimet.kutsumanimi(), nimet.sukunimi(), nimet.asiointikieli(), null);
    }

    /**
     * What the user is called. A service is called by its name, and so is a clerk whose person the registry
     * does not have, as are the ready-made ones.
     */
    Nimet nimet(ServiceUser tili) {
        return henkilot.nimet(tili.oid())
                .filter(nimet -> tili.kayttajaTyyppi().equals(CLERK))
                .orElseGet(() -> new Nimet("_", "_", palvelukayttajat.nimi(tili.username()), null));
    }
}
