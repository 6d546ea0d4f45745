package io.opintosandbox.vtj;

import io.opintosandbox.vtj.NamePools.Ika;
import io.opintosandbox.vtj.Talous.Asukas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ten thousand people in households, a small country of its own (design decision 5). The population is as many
 * repetitions of it as are needed: in each, the same residents stand in another order, have other hetus and other
 * names. What is said here is the same for every seed and every repetition. Immutable and thread-safe.
 *
 * <p>A resident has a number here, {@code asukas}, 0 to {@link #VAKEA} - 1; its household is {@link #talous}. A place
 * ({@code paikka}) is where the resident stands in a repetition: members of a household stand next to each other,
 * adults first, and a household changes places with those of its size only.
 */
final class Lohko {

    static final int VAKEA = 10_000;

    /** Two adults and four children. */
    static final int SUURIN_TALOUS = 6;

    private final List<Talous> taloudet;
    private final int[] taloudenEnsimmainen;
    private final int[] talous = new int[VAKEA];
    private final int[] luokanEnsimmainen = new int[SUURIN_TALOUS + 2];

    private final int[] rivi = new int[VAKEA];
    private final int[] rivinEnsimmainen;
    private final int[] rivinSijaLuokassa;
    private final int[][] luokanRivit = new int[SUURIN_TALOUS + 1][];

    private final int alku;
    private final int[] sijaIkaluokassa = new int[VAKEA];
    private final int[][] ikaluokat;

    Lohko(NamePools pools) {
        List<Talous> kaikki = new ArrayList<>(Taloudet.of(pools, VAKEA));
        List<Integer> koot = new ArrayList<>(kaikki.stream().map(Talous::koko).toList());
        kaikki.sort(Comparator.comparingInt(Talous::koko));
        taloudet = List.copyOf(kaikki);
        taloudenEnsimmainen = new int[taloudet.size()];
        rivinEnsimmainen = new int[taloudet.size()];
        rivinSijaLuokassa = new int[taloudet.size()];
        sijoita();
        rivita(koot);
        List<Ika> vuodet = pools.ikaluokat();
        alku = vuodet.get(0).vuosi();
        ikaluokat = ikaluokat(vuodet.size());
    }

    /** @throws IllegalStateException when there are too few hetus for so many people of some birth year */
    void mahtuu(int vakea) {
        for (int i = 0; i < ikaluokat.length; i++) {
            long tarve = (long) ikaluokat[i].length * ((vakea + VAKEA - 1) / VAKEA);
            if (tarve > new HetuSequence(0, alku + i / 2, i % 2 == 1).capacity()) {
                throw new IllegalStateException("In the name pools, names/ika.json has too many people of the year "
                        + (alku + i / 2) + ": there are not so many hetus, make it fewer");
            }
        }
    }

    List<Talous> taloudet() {
        return taloudet;
    }

    /** The number of the household of a resident. */
    int talous(int asukas) {
        return talous[asukas];
    }

    Asukas asukas(int asukas) {
        int oma = talous[asukas];
        return taloudet.get(oma).asukkaat().get(asukas - taloudenEnsimmainen[oma]);
    }

    /** The first resident of a household; the others follow. */
    int ensimmainen(int talous) {
        return taloudenEnsimmainen[talous];
    }

    /** How many residents were born in the year of this one and are of its gender. */
    int ikaluokanKoko(int asukas) {
        return luokka(asukas(asukas).vuosi(), asukas(asukas).nainen()).length;
    }

    /** Which of those this one is. */
    int sijaIkaluokassa(int asukas) {
        return sijaIkaluokassa[asukas];
    }

    /** The residents of a birth year and gender; none when there are none. */
    int[] luokka(int vuosi, boolean nainen) {
        int at = 2 * (vuosi - alku) + (nainen ? 1 : 0);
        return at < 0 || at >= ikaluokat.length ? new int[0] : ikaluokat[at];
    }

    /** Who stands at a place, when those of one size have been mixed by {@code seka}. */
    int asukas(int paikka, Sekoitus seka) {
        int oma = rivi[paikka];
        int ensimmainen = rivinEnsimmainen[oma];
        int koko = koko(oma);
        int sija = (int) seka.luokka(koko, luokanRivit[koko].length).apply(rivinSijaLuokassa[oma]);
        return taloudenEnsimmainen[luokanEnsimmainen[koko] + sija] + paikka - ensimmainen;
    }

    /** The place of a resident: undoes {@link #asukas(int, Sekoitus)}. */
    int paikka(int asukas, Sekoitus seka) {
        int oma = talous[asukas];
        int koko = taloudet.get(oma).koko();
        int sija = (int) seka.luokka(koko, luokanRivit[koko].length).invert(oma - luokanEnsimmainen[koko]);
        return rivinEnsimmainen[luokanRivit[koko][sija]] + asukas - taloudenEnsimmainen[oma];
    }

    /** How households of one size change places. */
    interface Sekoitus {
        KeyedPermutation luokka(int koko, int talouksia);
    }

    /** Numbers the residents household by household, the smallest households first. */
    private void sijoita() {
        int asukas = 0;
        for (int t = 0; t < taloudet.size(); t++) {
            taloudenEnsimmainen[t] = asukas;
            for (int n = 0; n < taloudet.get(t).koko(); n++) {
                talous[asukas++] = t;
            }
        }
        for (int koko = 1, t = 0; koko <= SUURIN_TALOUS; koko++) {
            luokanEnsimmainen[koko] = t;
            while (t < taloudet.size() && taloudet.get(t).koko() == koko) {
                t++;
            }
            luokanEnsimmainen[koko + 1] = t;
            luokanRivit[koko] = new int[t - luokanEnsimmainen[koko]];
        }
    }

    /** Says which size of household stands where: all sizes mixed. */
    private void rivita(List<Integer> koot) {
        var draw = new Draw(0, 3);
        int[] sijat = new int[SUURIN_TALOUS + 1];
        int paikka = 0;
        for (int r = 0; r < koot.size(); r++) {
            int other = r + draw.below(koot.size() - r);
            int koko = koot.get(other);
            koot.set(other, koot.get(r));
            koot.set(r, koko);
            rivinEnsimmainen[r] = paikka;
            rivinSijaLuokassa[r] = sijat[koko];
            luokanRivit[koko][sijat[koko]++] = r;
            for (int n = 0; n < koko; n++) {
                rivi[paikka++] = r;
            }
        }
    }

    private int koko(int rivi) {
        int seuraava = rivi + 1 < rivinEnsimmainen.length ? rivinEnsimmainen[rivi + 1] : VAKEA;
        return seuraava - rivinEnsimmainen[rivi];
    }

    private int[][] ikaluokat(int vuosia) {
        int[] koot = new int[2 * vuosia];
        for (int asukas = 0; asukas < VAKEA; asukas++) {
            sijaIkaluokassa[asukas] = koot[ikaluokka(asukas)]++;
        }
        int[][] luokat = new int[2 * vuosia][];
        for (int i = 0; i < luokat.length; i++) {
            luokat[i] = new int[koot[i]];
        }
        for (int asukas = 0; asukas < VAKEA; asukas++) {
            luokat[ikaluokka(asukas)][sijaIkaluokassa[asukas]] = asukas;
        }
        return luokat;
    }

    private int ikaluokka(int asukas) {
        var oma = asukas(asukas);
        return 2 * (oma.vuosi() - alku) + (oma.nainen() ? 1 : 0);
    }
}
