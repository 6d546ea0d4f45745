package io.opintosandbox.vtj;

import io.opintosandbox.vtj.NamePools.Kieli;
import io.opintosandbox.vtj.NamePools.Kunta;
import io.opintosandbox.vtj.Talous.Asukas;
import io.opintosandbox.vtj.Talous.Sukunimi;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the households of a block of the population out of {@link Perheet}: gives them municipalities as those are
 * large, languages as they are spoken there, and says who is called how. The same for every seed.
 */
final class Taloudet {

    private static final int PROMILLE = 1000;

    private final NamePools pools;
    private final Draw draw = new Draw(0, 2);
    private final int[] muidenPainot;

    private Taloudet(NamePools pools) {
        this.pools = pools;
        this.muidenPainot = pools.kielet().stream().mapToInt(Kieli::paino).toArray();
    }

    /** The households of {@code vakea} people. */
    static List<Talous> of(NamePools pools, int vakea) {
        return new Taloudet(pools).taloudet(new Perheet(pools.ikaluokat(), vakea).kaikki());
    }

    private List<Talous> taloudet(List<Perheet.Perhe> perheet) {
        int[] kunnat = kunnat(perheet.size());
        List<Talous> taloudet = new ArrayList<>();
        for (int i = 0; i < perheet.size(); i++) {
            taloudet.add(talous(perheet.get(i), kunnat[i]));
        }
        return taloudet;
    }

    /** The municipality of each household, mixed; each has at least one. */
    private int[] kunnat(int talouksia) {
        int kuntia = pools.kunnat().size();
        int[] osat = Osuudet.jaa(
                talouksia - kuntia,
                pools.kunnat().stream().mapToInt(Kunta::asukkaita).toArray());
        int[] kunnat = new int[talouksia];
        int at = 0;
        for (int kunta = 0; kunta < kuntia; kunta++) {
            for (int n = 0; n <= osat[kunta]; n++) {
                kunnat[at++] = kunta;
            }
        }
        for (int i = talouksia - 1; i > 0; i--) {
            int other = draw.below(i + 1);
            int kunta = kunnat[i];
            kunnat[i] = kunnat[other];
            kunnat[other] = kunta;
        }
        return kunnat;
    }

    private Talous talous(Perheet.Perhe perhe, int kunta) {
        int kieli = kieli(pools.kunnat().get(kunta));
        boolean pari = perhe.aikuiset().size() == 2;
        int toinenKieli = pari ? puolisonKieli(kieli) : kieli;
        int nimet = draw.below(100);
        boolean yhteinen = pari && nimet < 65;
        boolean molemmat = pari && !yhteinen && nimet < 73 && Math.max(kieli, toinenKieli) <= NamePools.RUOTSI;
        List<Asukas> asukkaat = new ArrayList<>();
        for (var aikuinen : perhe.aikuiset()) {
            boolean ensimmainen = asukkaat.isEmpty();
            if (ensimmainen) {
                boolean eronnut = !pari && aikuinen.vuosi() < 2000 && draw.happens(aikuinen.nainen() ? 260 : 40);
                asukkaat.add(asukas(aikuinen, kieli, Sukunimi.ENSIMMAINEN, eronnut));
            } else if (yhteinen || molemmat) {
                var nimi = molemmat ? Sukunimi.MOLEMMAT : Sukunimi.ENSIMMAINEN;
                asukkaat.add(asukas(aikuinen, toinenKieli, nimi, true));
            } else {
                asukkaat.add(asukas(aikuinen, toinenKieli, Sukunimi.TOINEN, false));
            }
        }
        boolean toisenMukaan = pari && !yhteinen && !molemmat && draw.happens(400);
        for (var lapsi : perhe.lapset()) {
            var nimi = toisenMukaan ? Sukunimi.TOINEN : Sukunimi.ENSIMMAINEN;
            asukkaat.add(asukas(lapsi, kieli, nimi, false));
        }
        return new Talous(kunta, perhe.aikuiset().size(), List.copyOf(asukkaat), List.of(kieli, toinenKieli));
    }

    private Asukas asukas(Perheet.Syntynyt syntynyt, int kieli, Sukunimi sukunimi, boolean entinen) {
        int dice = draw.below(100);
        int etunimia = dice < 12 ? 1 : dice < 82 ? 2 : 3;
        int kutsumanimi = draw.happens(850) ? 0 : draw.below(etunimia);
        return new Asukas(syntynyt.vuosi(), syntynyt.nainen(), kieli, etunimia, kutsumanimi, sukunimi, entinen);
    }

    private int kieli(Kunta kunta) {
        int at = draw.below(PROMILLE);
        if (at < kunta.ruotsi()) {
            return NamePools.RUOTSI;
        }
        return at < kunta.ruotsi() + kunta.muut() ? draw.weighted(muidenPainot) : NamePools.SUOMI;
    }

    /** Most couples speak one language; where they do not, one of them mostly speaks Finnish. */
    private int puolisonKieli(int kieli) {
        if (kieli == NamePools.SUOMI) {
            int at = draw.below(PROMILLE);
            return at < 10 ? NamePools.RUOTSI : at < 25 ? draw.weighted(muidenPainot) : kieli;
        }
        return draw.happens(kieli == NamePools.RUOTSI ? 200 : 120) ? NamePools.SUOMI : kieli;
    }
}
