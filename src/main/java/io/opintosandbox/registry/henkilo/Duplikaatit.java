package io.opintosandbox.registry.henkilo;

import io.opintosandbox.registry.henkilo.DuplikaattiRepository.Nimet;
import io.opintosandbox.store.WorldDb;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** People who may be the same person. Contract: registry-behaviour.md 15. */
public final class Duplikaatit {
    private final Henkilot henkilot;
    private final DuplikaattiRepository rows;

    public Duplikaatit(WorldDb db, Henkilot henkilot) {
        this.henkilot = henkilot;
        this.rows = new DuplikaattiRepository(db);
    }

    /** Whether somebody active is like the newcomer. */
    boolean onSamankaltainen(UusiHenkilo uusi) {
        var wanted = Samankaltaisuus.of(uusi.etunimet(), uusi.kutsumanimi(), uusi.sukunimi(), uusi.syntymaaika());
        return rows.aktiiviset().stream().anyMatch(nimet -> similarity(wanted, nimet) >= Samankaltaisuus.RAJA);
    }

    /**
     * Who is like the names, the most like first.
     *
     * @param kutsujaOid who asks, who is left out
     */
    public List<Henkilo> samankaltaiset(
            String etunimet, String kutsumanimi, String sukunimi, LocalDate syntymaaika, String kutsujaOid) {
        return candidates(
                Samankaltaisuus.of(etunimet, kutsumanimi, sukunimi, syntymaaika),
                nimet -> !nimet.oid().equals(kutsujaOid));
    }

    /** Who is like the person: not itself, not its master, and nobody of VTJ when VTJ has identified the person. */
    public List<Henkilo> samankaltaiset(Henkilo henkilo, String kutsujaOid) {
        var own = henkilo.masterId() == null ? Set.of(henkilo.id()) : Set.of(henkilo.id(), henkilo.masterId());
        var known = henkilo.yksiloityVtj() && henkilo.hetu() != null;
        return candidates(
                Samankaltaisuus.of(
                        henkilo.etunimet(), henkilo.kutsumanimi(), henkilo.sukunimi(), henkilo.syntymaaika()),
                nimet -> !own.contains(nimet.id())
                        && !nimet.oid().equals(kutsujaOid)
                        && !(known && nimet.yksiloityVtj()));
    }

    private List<Henkilo> candidates(Samankaltaisuus wanted, Predicate<Nimet> eligible) {
        Map<Long, Double> found = new HashMap<>();
        for (var nimet : rows.aktiiviset()) {
            var similarity = similarity(wanted, nimet);
            if (similarity >= Samankaltaisuus.RAJA && eligible.test(nimet)) {
                found.put(nimet.id(), similarity);
            }
        }
        return henkilot.byIds(found.keySet()).stream()
                .sorted(Comparator.<Henkilo>comparingDouble(henkilo -> -found.get(henkilo.id()))
                        .thenComparing(Henkilo::id))
                .toList();
    }

    private static double similarity(Samankaltaisuus wanted, Nimet nimet) {
        return wanted.to(
                Samankaltaisuus.of(nimet.etunimet(), nimet.kutsumanimi(), nimet.sukunimi(), nimet.syntymaaika()));
    }
}
