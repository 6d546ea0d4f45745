package io.opintosandbox.arrivals;

import io.opintosandbox.arrivals.Lahde.Ulkomaalaiset;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.Henkilot;
import io.opintosandbox.vtj.Vtj;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.world.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses who comes: people of VTJ's population, of the service's age, alive. They are met in an order that follows
 * from the seed, each service going on where it stopped. Not thread-safe.
 */
final class Valinta {
    private static final String SUOMI = "246";
    private static final int ERA = 500;
    /** How many people are looked at for one who fits, at most: hardly any age is rarer. */
    private static final int KATSOTAAN = 50;

    private final World world;
    private final Vtj vtj;
    private final Henkilot henkilot;
    private final SaapuminenRepository rows;
    private final Map<Lahde, Integer> kohta = new EnumMap<>(Lahde.class);

    Valinta(World world, Vtj vtj, Henkilot henkilot, SaapuminenRepository rows) {
        this.world = world;
        this.vtj = vtj;
        this.henkilot = henkilot;
        this.rows = rows;
    }

    /** People whom other services have brought before, as far as there are so many. */
    List<Tulija> tuttuja(Lahde lahde, int count) {
        var today = today();
        var hetut = rows.muidenTuomat(
                lahde, today.minusYears(lahde.vanhin() + 1L).plusDays(1), today.minusYears(lahde.nuorin()), count);
        return hetulla(hetut);
    }

    /** People whom nobody has brought, with a hetu or without, as far as there are so many. */
    List<Tulija> uusia(Lahde lahde, int count) {
        List<Tulija> chosen = new ArrayList<>();
        var size = vtj.vaesto();
        var most = Math.min(size, 10_000L + (long) KATSOTAAN * count);
        var jarjestys = new Jarjestys(world.settings().seed(), size);
        for (long seen = 0; seen < most && chosen.size() < count; ) {
            var from = kohta.getOrDefault(lahde, 0);
            var era = (int) Math.min(Math.min(ERA, most - seen), size - from);
            var passed = valitse(lahde, jarjestys, from, era, count - chosen.size(), chosen);
            kohta.put(lahde, (from + passed) % size);
            seen += passed;
        }
        return chosen;
    }

    /** Looks at a stretch of the order, and answers how far it had to. */
    private int valitse(Lahde lahde, Jarjestys jarjestys, int from, int era, int count, List<Tulija> chosen) {
        Map<String, Integer> kohdat = new LinkedHashMap<>();
        for (int i = from; i < from + era; i++) {
            var at = i;
            vtj.asukas(jarjestys.numero(i)).filter(hetu -> fits(lahde, hetu)).ifPresent(hetu -> kohdat.put(hetu, at));
        }
        var people = vtj.henkilot(kohdat.keySet());
        var inRegistry = henkilot.byAnyHetu(kohdat.keySet());
        var before = rows.lahteet(kohdat.keySet());
        var end = chosen.size() + count;
        for (var entry : kohdat.entrySet()) {
            var hetu = entry.getKey();
            var henkilo = people.get(hetu);
            var isNew = !inRegistry.containsKey(hetu) && !before.containsKey(hetu);
            if (isNew && isAlive(henkilo)) {
                chosen.add(tulija(lahde, henkilo, jarjestys.numero(entry.getValue())));
                if (chosen.size() == end) {
                    return entry.getValue() - from + 1;
                }
            }
        }
        return era;
    }

    private static Tulija tulija(Lahde lahde, VtjHenkilo henkilo, int numero) {
        var ulkomaalainen =
                !henkilo.kansalaisuudet().isEmpty() && !henkilo.kansalaisuudet().contains(SUOMI);
        return ulkomaalainen && lahde.ulkomaalaiset() != Ulkomaalaiset.HETULLA
                ? Tulija.hetuton(lahde, henkilo, numero)
                : Tulija.hetulla(henkilo, Optional.empty());
    }

    /** The living people of these hetus, in their order, as VTJ and the registry have them. */
    List<Tulija> hetulla(Collection<String> hetut) {
        var people = vtj.henkilot(hetut);
        Map<String, Henkilo> inRegistry = hetut.isEmpty() ? Map.of() : henkilot.byAnyHetu(hetut);
        return hetut.stream()
                .map(people::get)
                .filter(Valinta::isAlive)
                .map(henkilo -> Tulija.hetulla(henkilo, Optional.ofNullable(inRegistry.get(henkilo.hetu()))))
                .toList();
    }

    /** Whether somebody is under age. */
    boolean isAlaikainen(VtjHenkilo henkilo) {
        return Hetu.of(henkilo.hetu()).syntymaaika().isAfter(today().minusYears(18));
    }

    private boolean fits(Lahde lahde, String hetu) {
        var ika = Hetu.of(hetu).syntymaaika().until(today()).getYears();
        return ika >= lahde.nuorin()
                && ika <= lahde.vanhin()
                && !Hetu.of(hetu).syntymaaika().isAfter(today());
    }

    private static boolean isAlive(VtjHenkilo henkilo) {
        return henkilo != null
                && !henkilo.passivoitu()
                && henkilo.kuolinpaiva() == null
                && henkilo.etunimet() != null
                && henkilo.sukunimi() != null;
    }

    private LocalDate today() {
        return world.clock().today();
    }
}
