package io.opintosandbox.vtj;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A pool of names of which some are more frequent than others. Each name has as many neighbouring places as its
 * weight says, in alphabetical order, so that the places of all names with a prefix are one range: that is how people
 * are found by name without being looked at. Immutable and thread-safe.
 */
final class Nimisto {

    private final List<String> nimet;
    private final String[] haku;
    private final int[] alku;
    private final int askel;

    /**
     * @param yleisinEnsin the names, the most frequent first; weights fall evenly
     * @param harvinaiset more names, each as rare as can be; those of the first list are left out
     * @throws IllegalArgumentException when there are none, or one twice in the first list
     */
    Nimisto(List<String> yleisinEnsin, Collection<String> harvinaiset) {
        int n = yleisinEnsin.size();
        Map<String, Integer> painot = new HashMap<>();
        for (int i = 0; i < n; i++) {
            painot.put(yleisinEnsin.get(i), 1 + 2 * n / (i + n / 4 + 1));
        }
        if (n == 0 || painot.size() < n) {
            throw new IllegalArgumentException("a pool of names needs at least one name, and none twice");
        }
        harvinaiset.forEach(nimi -> painot.putIfAbsent(nimi, 1));
        nimet = painot.keySet().stream()
                .sorted(Comparator.comparing(Nimisto::pieneksi).thenComparing(Comparator.naturalOrder()))
                .toList();
        haku = nimet.stream().map(Nimisto::pieneksi).toArray(String[]::new);
        alku = new int[nimet.size() + 1];
        for (int i = 0; i < nimet.size(); i++) {
            alku[i + 1] = alku[i] + painot.get(nimet.get(i));
        }
        askel = askel(paikkoja());
    }

    /** Half-open range of places. */
    record Vali(int alku, int loppu) {}

    /** How names are compared when they are searched. */
    static String pieneksi(String nimi) {
        return nimi.toLowerCase(Locale.ROOT);
    }

    int paikkoja() {
        return alku[nimet.size()];
    }

    /** The name at a place, 0 to {@link #paikkoja()} - 1. */
    String nimi(int paikka) {
        int found = Arrays.binarySearch(alku, paikka);
        return nimet.get(found >= 0 ? found : -found - 2);
    }

    /** The name at a point of an endless round through all places, in which neighbours are far apart. */
    String kierrossa(int kohta) {
        return nimi(paikkaKierrossa(kohta));
    }

    /** The points, up to a length, at which the round is at places of the range. */
    BitSet kierrossa(Vali vali, int pituus) {
        var kohdat = new BitSet(pituus);
        for (int kohta = 0; vali.alku() < vali.loppu() && kohta < pituus; kohta++) {
            int paikka = paikkaKierrossa(kohta);
            kohdat.set(kohta, paikka >= vali.alku() && paikka < vali.loppu());
        }
        return kohdat;
    }

    String arvo(Draw draw) {
        return nimi(draw.below(paikkoja()));
    }

    /** The places of the names that begin with a text in lower case. */
    Vali alkavat(String etuliite) {
        int from = at(etuliite);
        int to = from;
        while (to < haku.length && haku[to].startsWith(etuliite)) {
            to++;
        }
        return new Vali(alku[from], alku[to]);
    }

    /** The places of the names that are this text in lower case. */
    Vali tasan(String nimi) {
        int from = at(nimi);
        int to = from;
        while (to < haku.length && haku[to].equals(nimi)) {
            to++;
        }
        return new Vali(alku[from], alku[to]);
    }

    List<String> nimet() {
        return nimet;
    }

    private int at(String text) {
        int found = 0;
        while (found < haku.length && haku[found].compareTo(text) < 0) {
            found++;
        }
        return found;
    }

    private int paikkaKierrossa(int kohta) {
        return (int) ((long) kohta * askel % paikkoja());
    }

    /** About the golden section, which spreads any number of steps evenly; reaches every place. */
    private static int askel(int paikkoja) {
        int askel = Math.max(1, (int) (paikkoja * 618L / 1000));
        while (BigInteger.valueOf(askel).gcd(BigInteger.valueOf(paikkoja)).intValue() > 1) {
            askel--;
        }
        return askel;
    }
}
