package io.opintosandbox.registry.tuonti;

import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.Henkilotiedot.Tunniste;
import io.opintosandbox.registry.henkilo.IdpEntityId;
import io.opintosandbox.registry.henkilo.UusiHenkilo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whom each row of a part means: by OID, else hetu, else passport number, else e-mail address, the first that hits.
 * Whoever a row brings in is there for the rows after it. Contract: registry-behaviour.md 17.3.
 *
 * <p>One statement for each kind of key, however many rows.
 */
final class Kohdistus {
    private static final List<String> UNKNOWN_NATIONALITY = List.of("999");

    private final Map<String, Kohde> byOid;
    private final Map<String, Kohde> byHetu;
    private final Map<String, Kohde> byPassinumero;
    private final Map<String, Kohde> bySahkoposti;
    private final List<Kohde> kohteet = new ArrayList<>();
    private final List<UusiHenkilo> uudet = new ArrayList<>();

    /** A person of the registry, or, when that is null, the newcomer of a number. */
    private record Kohde(Henkilo vanha, int uusi) {
        static Kohde of(Henkilo henkilo) {
            return new Kohde(henkilo, -1);
        }
    }

    private Kohdistus(Henkilot henkilot, List<TuontiRivi> rivit) {
        byOid = known(henkilot.byOids(keys(rivit, TuontiRivi::oid)).stream()
                .collect(Collectors.toMap(Henkilo::oid, Function.identity())));
        byHetu = known(henkilot.byAnyHetu(keys(rivit, TuontiRivi::hetu)));
        byPassinumero = known(henkilot.byPassinumerot(keys(rivit, TuontiRivi::passinumero)));
        bySahkoposti = known(henkilot.byTunnisteet(IdpEntityId.EMAIL.koodi(), keys(rivit, TuontiRivi::sahkoposti)));
    }

    static Kohdistus of(Henkilot henkilot, List<TuontiRivi> rivit) {
        var kohdistus = new Kohdistus(henkilot, rivit);
        rivit.forEach(kohdistus::kohdista);
        return kohdistus;
    }

    /** Those who are to be created, in the order of their rows. */
    List<UusiHenkilo> uudet() {
        return uudet;
    }

    /** The people who were there before, each once. */
    Set<Long> loydetyt() {
        return kohteet.stream()
                .filter(kohde -> kohde.vanha() != null)
                .map(kohde -> kohde.vanha().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The person of each row.
     *
     * @param luodut what became of {@link #uudet()}, in their order
     */
    List<Henkilo> henkilot(List<Henkilo> luodut) {
        return kohteet.stream()
                .map(kohde -> kohde.vanha() == null ? luodut.get(kohde.uusi()) : kohde.vanha())
                .toList();
    }

    private void kohdista(TuontiRivi rivi) {
        var kohde = first(
                get(byOid, rivi.oid()),
                get(byHetu, rivi.hetu()),
                get(byPassinumero, rivi.passinumero()),
                get(bySahkoposti, rivi.sahkoposti()));
        kohteet.add(kohde == null ? luo(rivi) : kohde);
    }

    /** The OID of a row leads to nobody new: whoever is created gets another. */
    private Kohde luo(TuontiRivi rivi) {
        var kohde = new Kohde(null, uudet.size());
        uudet.add(uusi(rivi));
        put(byHetu, rivi.hetu(), kohde);
        put(byPassinumero, rivi.passinumero(), kohde);
        put(bySahkoposti, rivi.sahkoposti(), kohde);
        return kohde;
    }

    private static UusiHenkilo uusi(TuontiRivi rivi) {
        var kieli = rivi.aidinkieli();
        return UusiHenkilo.nimeltaan(rivi.etunimet(), rivi.kutsumanimi(), rivi.sukunimi())
                .hetu(rivi.hetu())
                .syntymaaika(rivi.syntymaaika())
                .sukupuoli(rivi.sukupuoli())
                .aidinkieli(kieli == null ? null : kieli.toLowerCase(Locale.ROOT))
                .kansalaisuudet(rivi.kansalaisuudet() == null ? UNKNOWN_NATIONALITY : rivi.kansalaisuudet())
                .passinumerot(isKey(rivi.passinumero()) ? List.of(rivi.passinumero()) : List.of())
                .tunnisteet(
                        isKey(rivi.sahkoposti())
                                ? List.of(new Tunniste(IdpEntityId.EMAIL.koodi(), rivi.sahkoposti()))
                                : List.of())
                .valmis();
    }

    private static Kohde first(Kohde... kohteet) {
        for (var kohde : kohteet) {
            if (kohde != null) {
                return kohde;
            }
        }
        return null;
    }

    private static Kohde get(Map<String, Kohde> kohteet, String key) {
        return key == null ? null : kohteet.get(key);
    }

    private static void put(Map<String, Kohde> kohteet, String key, Kohde kohde) {
        if (isKey(key)) {
            kohteet.put(key, kohde);
        }
    }

    private static Set<String> keys(List<TuontiRivi> rivit, Function<TuontiRivi, String> key) {
        return rivit.stream().map(key).filter(Kohdistus::isKey).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Blank ones point at nobody, as blank passport numbers are dropped everywhere. */
    private static boolean isKey(String key) {
        return key != null && !key.isBlank();
    }

    private static Map<String, Kohde> known(Map<String, Henkilo> henkilot) {
        Map<String, Kohde> kohteet = new HashMap<>();
        henkilot.forEach((key, henkilo) -> kohteet.put(key, Kohde.of(henkilo)));
        return kohteet;
    }
}
