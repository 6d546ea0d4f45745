package io.opintosandbox.registry.huoltajat;

import io.opintosandbox.neighbours.koodisto.Koodisto;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.HenkiloLuonti;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.registry.henkilo.UusiHenkilo;
import io.opintosandbox.registry.henkilo.VtjKoodit;
import io.opintosandbox.vtj.VtjHenkilo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the persons behind guardians, and creates those that the registry does not know. */
final class HuoltajaLuonti {
    private static final Logger LOG = LoggerFactory.getLogger(HuoltajaLuonti.class);

    /** A nationality that is not known. */
    private static final String TUNTEMATON = "998";

    private final HuoltajatRepository rows;
    private final Henkilot henkilot;
    private final HenkiloLuonti luonti;
    private final Koodisto koodisto;

    HuoltajaLuonti(HuoltajatRepository rows, Henkilot henkilot, HenkiloLuonti luonti, Koodisto koodisto) {
        this.rows = rows;
        this.henkilot = henkilot;
        this.luonti = luonti;
        this.koodisto = koodisto;
    }

    /** Guardians may have been created since then: identification learns of them. Called after the commit. */
    void kerroYksiloinnille(Instant since) {
        luonti.kerroYksiloinnille(since);
    }

    /**
     * The person behind each guardian, in the caller's transaction. Whoever has a hetu is found by it, also by an old one;
     * the others by their names among the present guardians. Left out is who is not found and has no names.
     */
    Set<Long> ids(List<VtjHenkilo.Huoltaja> huoltajat, Collection<Henkilo> nykyiset) {
        var hetut = huoltajat.stream()
                .map(VtjHenkilo.Huoltaja::hetu)
                .filter(hetu -> hetu != null)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var byHetu = hetut.isEmpty() ? Map.<String, Henkilo>of() : henkilot.byAnyHetu(hetut);
        Set<Long> found = new LinkedHashSet<>();
        Map<Object, VtjHenkilo.Huoltaja> uudet = new LinkedHashMap<>();
        for (var huoltaja : huoltajat) {
            var known = huoltaja.hetu() == null
                    ? nykyiset.stream()
                            .filter(nykyinen -> isNamed(nykyinen, huoltaja))
                            .findFirst()
                    : Optional.ofNullable(byHetu.get(huoltaja.hetu()));
            if (known.isPresent()) {
                found.add(known.get().id());
            } else if (huoltaja.etunimet() != null && huoltaja.sukunimi() != null) {
                uudet.putIfAbsent(huoltaja.hetu() == null ? huoltaja : huoltaja.hetu(), huoltaja);
            } else {
                // Where nobody made the data up by hand this cannot be.
                LOG.warn("a guardian was left out: give it names, or put it into VTJ");
            }
        }
        luonti.luoKaikki(uudet.values().stream().map(this::uusi).toList(), Henkilo.TAUSTA_AJO)
                .forEach(henkilo -> found.add(henkilo.id()));
        return found;
    }

    static boolean isNamed(Henkilo henkilo, VtjHenkilo.Huoltaja huoltaja) {
        return henkilo.etunimet().equals(huoltaja.etunimet())
                && henkilo.sukunimi().equals(huoltaja.sukunimi());
    }

    private UusiHenkilo uusi(VtjHenkilo.Huoltaja huoltaja) {
        return UusiHenkilo.nimeltaan(huoltaja.etunimet(), huoltaja.etunimet(), huoltaja.sukunimi())
                .hetu(huoltaja.hetu())
                .syntymaaika(huoltaja.syntymaaika() == null ? null : LocalDate.parse(huoltaja.syntymaaika()))
                .kansalaisuudet(kansalaisuudet(huoltaja.kansalaisuudet()))
                .valmis();
    }

    /**
     * VTJ's nationality codes as the registry stores them. Odd on purpose: a code that nobody in the registry has is
     * dropped, as in the published service.
     */
    List<String> kansalaisuudet(List<String> vtjssa) {
        var koodit = vtjssa.stream()
                .map(VtjKoodit::maa)
                .map(koodi -> koodisto.has("maatjavaltiot2", koodi) ? koodi : TUNTEMATON)
                .distinct()
                .toList();
        var kaytetyt = koodit.isEmpty() ? Set.<String>of() : rows.kaytetytKansalaisuudet(koodit);
        return koodit.stream().filter(kaytetyt::contains).toList();
    }
}
