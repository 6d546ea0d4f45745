package io.opintosandbox.vtj;

import io.opintosandbox.vtj.NamePools.Ika;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Divides people of given birth years and genders into families: first those with children, whose parents are 20 to 42
 * years older, then couples, then people on their own. Everybody is used, so that the ages come out exactly as given.
 * The same for every seed, so all of it is drawn from a fixed one.
 */
final class Perheet {

    /** The population is that of the first day of 2026: who was a child then has guardians. */
    static final int LAPSET_VUODESTA = 2008;

    /** Differences of birth years, so that the difference in age is 20 to 42 years whatever the birthdays. */
    static final int LAHIN_ERO = 21;

    static final int PISIN_ERO = 41;

    private static final int MIES = 0;
    private static final int NAINEN = 1;

    private final int alku;
    private final int vuosia;
    private final int[][] vapaat = new int[2][];
    private final Draw draw = new Draw(0, 1);
    private final List<Perhe> perheet = new ArrayList<>();

    /** @param vakea how many people; their ages are divided as {@code ikaluokat} are */
    Perheet(List<Ika> ikaluokat, int vakea) {
        alku = ikaluokat.get(0).vuosi();
        vuosia = ikaluokat.size();
        int[] painot = new int[2 * vuosia];
        for (int i = 0; i < vuosia; i++) {
            painot[i] = ikaluokat.get(i).miehet();
            painot[vuosia + i] = ikaluokat.get(i).naiset();
        }
        int[] osat = Osuudet.jaa(vakea, painot);
        for (int sukupuoli = MIES; sukupuoli <= NAINEN; sukupuoli++) {
            vapaat[sukupuoli] = new int[vuosia];
            System.arraycopy(osat, sukupuoli * vuosia, vapaat[sukupuoli], 0, vuosia);
        }
    }

    record Syntynyt(int vuosi, boolean nainen) {}

    /** A family; the children oldest first. */
    record Perhe(List<Syntynyt> aikuiset, List<Syntynyt> lapset) {}

    List<Perhe> kaikki() {
        for (var esikoinen = lapsi(); esikoinen.isPresent(); esikoinen = lapsi()) {
            lapsiperhe(esikoinen.getAsInt());
        }
        for (int vuosi = alku; vuosi < alku + vuosia; vuosi++) {
            while (vapaat[MIES][vuosi - alku] + vapaat[NAINEN][vuosi - alku] > 0) {
                pariTaiYksin(vuosi);
            }
        }
        return perheet;
    }

    /** The birth year of one of the children that have no family yet; empty when there is none left. */
    private OptionalInt lapsi() {
        int[] jaljella = new int[vuosia];
        int yhteensa = 0;
        for (int i = Math.max(0, LAPSET_VUODESTA - alku); i < vuosia; i++) {
            jaljella[i] = vapaat[MIES][i] + vapaat[NAINEN][i];
            yhteensa += jaljella[i];
        }
        return yhteensa == 0 ? OptionalInt.empty() : OptionalInt.of(alku + draw.weighted(jaljella));
    }

    private void lapsiperhe(int esikoinen) {
        int dice = draw.below(100);
        int lapsia = dice < 40 ? 1 : dice < 79 ? 2 : dice < 94 ? 3 : 4;
        List<Syntynyt> lapset = new ArrayList<>(List.of(ota(esikoinen, draw.happens(488))));
        int nuorin = esikoinen;
        for (int n = 1; n < lapsia; n++) {
            // Two years apart at least, so that no birthdays need to agree.
            var seuraava = jokuVuosilta(nuorin + 2 + draw.below(2), nuorin + 5);
            if (seuraava.isEmpty()) {
                break;
            }
            nuorin = seuraava.getAsInt();
            lapset.add(ota(nuorin, draw.happens(488)));
        }
        int varhaisin = nuorin - PISIN_ERO;
        int viimeisin = esikoinen - LAHIN_ERO;
        int oma = rajoissa(esikoinen - 22 - draw.below(7) - draw.below(9), varhaisin, viimeisin);
        boolean yksin = draw.happens(220);
        boolean aiti = !yksin || draw.happens(850);
        List<Syntynyt> aikuiset = new ArrayList<>(List.of(lahin(oma, aiti, varhaisin, viimeisin)));
        if (!yksin) {
            int toinen = rajoissa(oma + 2 - draw.below(4) - draw.below(4), varhaisin, viimeisin);
            aikuiset.add(draw.happens(850) ? 0 : 1, lahin(toinen, draw.happens(10), varhaisin, viimeisin));
        }
        perheet.add(new Perhe(List.copyOf(aikuiset), List.copyOf(lapset)));
    }

    private void pariTaiYksin(int vuosi) {
        var ensimmainen = ota(vuosi, draw.below(vapaita(vuosi)) < vapaat[NAINEN][vuosi - alku]);
        int pareja = vuosi < 1936 ? 350 : vuosi < 2000 ? 620 : vuosi < 2005 ? 250 : 0;
        if (draw.happens(pareja)) {
            int toinen = vuosi + draw.below(6);
            boolean nainen = draw.happens(985) != ensimmainen.nainen();
            var puoliso = vuosi(toinen, nainen, vuosi, vuosi + 8);
            if (puoliso.isPresent()) {
                var toinenAikuinen = ota(puoliso.getAsInt(), nainen);
                // Who is first gives the surname.
                boolean kaannetty = ensimmainen.nainen() && draw.happens(850);
                perheet.add(new Perhe(
                        kaannetty ? List.of(toinenAikuinen, ensimmainen) : List.of(ensimmainen, toinenAikuinen),
                        List.of()));
                return;
            }
        }
        perheet.add(new Perhe(List.of(ensimmainen), List.of()));
    }

    private int vapaita(int vuosi) {
        return vapaat[MIES][vuosi - alku] + vapaat[NAINEN][vuosi - alku];
    }

    private OptionalInt jokuVuosilta(int eka, int vika) {
        for (int vuosi = eka; vuosi <= Math.min(vika, alku + vuosia - 1); vuosi++) {
            if (vapaita(vuosi) > 0) {
                return OptionalInt.of(vuosi);
            }
        }
        return OptionalInt.empty();
    }

    /** Somebody of the year; of the other gender when nobody of this one is left. */
    private Syntynyt ota(int vuosi, boolean nainen) {
        boolean valittu = vapaat[nainen ? NAINEN : MIES][vuosi - alku] > 0 ? nainen : !nainen;
        vapaat[valittu ? NAINEN : MIES][vuosi - alku]--;
        return new Syntynyt(vuosi, valittu);
    }

    /** An adult of about that year; of the other gender when there is nobody else. */
    private Syntynyt lahin(int vuosi, boolean nainen, int eka, int vika) {
        var oma = vuosi(vuosi, nainen, eka, vika);
        var kumpikaan = oma.isPresent() ? oma : vuosi(vuosi, !nainen, eka, vika);
        return ota(
                kumpikaan.orElseThrow(() -> new IllegalStateException("names/ika.json has too few people of the years "
                        + eka + " to " + vika + " to be the parents of its children: add some")),
                oma.isPresent() == nainen);
    }

    /** The year from {@code eka} to {@code vika} nearest to {@code vuosi} of which somebody is left. */
    private OptionalInt vuosi(int vuosi, boolean nainen, int eka, int vika) {
        int[] omat = vapaat[nainen ? NAINEN : MIES];
        for (int ero = 0; ero < vuosia; ero++) {
            for (int ehdokas : new int[] {vuosi - ero, vuosi + ero}) {
                boolean sallittu = ehdokas >= Math.max(eka, alku) && ehdokas <= Math.min(vika, LAPSET_VUODESTA - 1);
                if (sallittu && omat[ehdokas - alku] > 0) {
                    return OptionalInt.of(ehdokas);
                }
            }
        }
        return OptionalInt.empty();
    }

    private static int rajoissa(int vuosi, int eka, int vika) {
        return Math.max(eka, Math.min(vika, vuosi));
    }
}
