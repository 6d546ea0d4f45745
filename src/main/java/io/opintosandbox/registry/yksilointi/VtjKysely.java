package io.opintosandbox.registry.yksilointi;

import io.opintosandbox.registry.henkilo.Henkilo;
import io.opintosandbox.registry.henkilo.NameMatching;
import io.opintosandbox.vtj.Vtj;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.vtj.VtjVastaus;
import io.opintosandbox.world.World;
import java.util.stream.Stream;

/** Asks VTJ about a person that has a hetu. Decision table: registry-behaviour.md 8, rules 1 to 6. */
final class VtjKysely {
    private final World world;
    private final Vtj vtj;

    VtjKysely(World world, Vtj vtj) {
        this.world = world;
        this.vtj = vtj;
    }

    /**
     * What came of it: one of the two is null.
     *
     * @param henkilo as VTJ has it, under the hetu that it has now
     */
    record Tulos(VtjHenkilo henkilo, Yksilointivirhe virhe) {}

    /** As identification asks: some people are refused before VTJ hears of them. */
    Tulos yksiloi(Henkilo henkilo) {
        if (henkilo.yksiloityEidas()) {
            return new Tulos(null, Yksilointivirhe.MUU);
        }
        if (!world.settings().identifiesTestHetus() && henkilo.hetu().charAt(7) == '9') {
            return new Tulos(null, Yksilointivirhe.HETU_EI_OIKEA);
        }
        return kysy(henkilo);
    }

    /** As a refresh asks, of people who have been identified. */
    Tulos kysy(Henkilo henkilo) {
        var vastaus = vtj.kysy(henkilo.hetu(), henkilo.etunimet(), henkilo.kutsumanimi(), henkilo.sukunimi());
        if (vastaus instanceof VtjVastaus.Loytyi loytyi) {
            return new Tulos(loytyi.henkilo(), null);
        }
        if (vastaus instanceof VtjVastaus.EiLoydy) {
            return new Tulos(null, Yksilointivirhe.HETU_EI_VTJ);
        }
        return new Tulos(
                null,
                vastaus instanceof VtjVastaus.Passivoitu
                        ? Yksilointivirhe.HETU_PASSIVOITU
                        : Yksilointivirhe.MUU_UUDELLEENYRITETTAVA);
    }

    /** More lenient than hae: former surnames count, and the names may be swapped. */
    static boolean namesMatch(Henkilo henkilo, VtjHenkilo vtj) {
        var sukunimet = Stream.concat(Stream.of(vtj.sukunimi()), vtj.entisetSukunimet().stream())
                .toList();
        return NameMatching.identifies(henkilo.etunimet(), henkilo.sukunimi(), vtj.etunimet(), sukunimet);
    }
}
