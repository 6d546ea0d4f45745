package io.opintosandbox.registry.huoltajat;

import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.huoltajat.HuoltajatRepository.Suhde;
import io.opintosandbox.vtj.VtjHenkilo.Huoltaja;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A child's relations as the change feed and full data leave them. Contract: registry-behaviour.md 11. */
final class Huoltajuusmuutokset {
    private final HuoltajatRepository rows;
    private final Henkilot henkilot;
    private final HuoltajaLuonti luonti;

    Huoltajuusmuutokset(HuoltajatRepository rows, Henkilot henkilot, HuoltajaLuonti luonti) {
        this.rows = rows;
        this.henkilot = henkilot;
        this.luonti = luonti;
    }

    /** See {@link Huoltajat#sovella}. */
    boolean sovella(long lapsiId, List<HuoltajaMuutos> muutokset, LocalDate today, Instant now) {
        var suhteet = suhteet(lapsiId);
        var oliHuoltajia = !suhteet.isEmpty();
        for (var muutos : muutokset) {
            if (!sovella(suhteet, muutos, today)) {
                return false;
            }
        }
        if (oliHuoltajia || !suhteet.isEmpty()) {
            tallenna(lapsiId, suhteet, now);
        }
        return true;
    }

    private boolean sovella(Map<Long, Suhde> suhteet, HuoltajaMuutos muutos, LocalDate today) {
        var samat = samat(suhteet, muutos);
        if (!muutos.isInForce(today)) {
            suhteet.keySet().removeAll(samat);
            return true;
        }
        var huoltajat = luonti.ids(List.of(muutos.huoltaja()), henkilot.byIds(suhteet.keySet()));
        for (long huoltajaId : huoltajat) {
            if (!samat.isEmpty() || suhteet.containsKey(huoltajaId)) {
                paivita(henkilot.byIds(List.of(huoltajaId)).get(0), muutos.huoltaja());
            }
            suhteet.keySet().removeAll(samat);
            suhteet.put(huoltajaId, new Suhde(huoltajaId, muutos.alku(), muutos.loppu()));
        }
        return !huoltajat.isEmpty();
    }

    /** See {@link Huoltajat#korvaaPerustiedoilla}. */
    void korvaa(long lapsiId, List<HuoltajaMuutos> muutokset, LocalDate today, Instant now) {
        var ennen = suhteet(lapsiId);
        var huoltajat = henkilot.byIds(ennen.keySet());
        Map<Long, Suhde> suhteet = new TreeMap<>();
        for (var muutos : muutokset) {
            if (muutos.isInForce(today)) {
                suhteet.keySet().removeAll(samat(suhteet, muutos));
                luonti.ids(List.of(muutos.huoltaja()), huoltajat)
                        .forEach(id -> suhteet.put(id, new Suhde(id, muutos.alku(), muutos.loppu())));
            }
        }
        if (!ennen.isEmpty() || !suhteet.isEmpty()) {
            tallenna(lapsiId, suhteet, now);
        }
    }

    private Map<Long, Suhde> suhteet(long lapsiId) {
        Map<Long, Suhde> suhteet = new TreeMap<>();
        rows.suhteet(lapsiId).forEach(suhde -> suhteet.put(suhde.huoltajaId(), suhde));
        return suhteet;
    }

    /** Odd on purpose: namesakes are one relation, whatever their hetus. */
    private Set<Long> samat(Map<Long, Suhde> suhteet, HuoltajaMuutos muutos) {
        var huoltaja = muutos.huoltaja();
        return henkilot.byIds(suhteet.keySet()).stream()
                .filter(nykyinen -> (nykyinen.hetu() != null && nykyinen.hetu().equals(huoltaja.hetu()))
                        || HuoltajaLuonti.isNamed(nykyinen, huoltaja))
                .map(Henkilo::id)
                .collect(Collectors.toSet());
    }

    /** Odd on purpose: only somebody who is a guardian already is updated, and loses its kutsumanimi by it. */
    private void paivita(Henkilo huoltaja, Huoltaja tiedot) {
        if (huoltaja.yksiloityVtj() && tiedot.etunimet() != null && tiedot.sukunimi() != null) {
            rows.updateNimet(huoltaja.id(), tiedot.etunimet(), tiedot.sukunimi());
        }
        if (huoltaja.hetu() == null && !tiedot.kansalaisuudet().isEmpty()) {
            henkilot.korvaaKansalaisuudet(huoltaja, luonti.kansalaisuudet(tiedot.kansalaisuudet()));
        }
    }

    /** Odd on purpose: stored anew by every message, also by one that has nothing to do with guardians. */
    private void tallenna(long lapsiId, Map<Long, Suhde> suhteet, Instant now) {
        rows.delete(List.of(lapsiId));
        rows.insert(lapsiId, suhteet.values(), now);
        rows.insertMuutokset(List.of(lapsiId), now);
        henkilot.merkitseMuokatuiksi(suhteet.keySet());
    }
}
