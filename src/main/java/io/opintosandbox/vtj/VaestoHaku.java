package io.opintosandbox.vtj;

import io.opintosandbox.vtj.Nimisto.Vali;
import io.opintosandbox.vtj.Talous.Asukas;
import io.opintosandbox.vtj.Talous.Sukunimi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The people of a population who match a condition, in the order of their numbers, found without making any of them
 * (design decision 5): birth year and municipality are those of a resident in all repetitions of the {@link Lohko}; a
 * name comes and goes at known repetitions. So each of the ten thousand residents has a set of repetitions in which
 * it matches, and the sets say how many there are before any page. Made for one call; not thread-safe.
 */
final class VaestoHaku {

    private final Asutus asutus;
    private final Lohko lohko;
    private final int kertoja;
    private final BitSet kaikki;
    private final BitSet[] osumat = new BitSet[Lohko.VAKEA];
    private final List<Map<Nimisto, BitSet>> alkavat = new ArrayList<>();
    private final int[] osuneet;
    private final int[] maarat;

    /**
     * @param size how many people the population has
     * @param piilossa numbers of people who are not to be found
     */
    VaestoHaku(Asutus asutus, int size, Hakuehto ehto, Collection<Integer> piilossa) {
        this.asutus = asutus;
        this.lohko = asutus.lohko();
        kertoja = (size + Lohko.VAKEA - 1) / Lohko.VAKEA;
        kaikki = new BitSet(kertoja);
        kaikki.set(0, kertoja);
        ehto.sanat().forEach(sana -> alkavat.add(new HashMap<>()));
        for (int asukas = 0; asukas < Lohko.VAKEA; asukas++) {
            osumat[asukas] = osumat(asukas, ehto.sanat());
        }
        ehto.sanat()
                .forEach(sana ->
                        sana.hetu().ifPresent(hetu -> vain(asutus.numero(hetu).orElse(size), size)));
        lyhenna(size);
        piilossa.forEach(numero -> poista(asutus.kerta(numero), asutus.asukas(numero)));
        osuneet = IntStream.range(0, Lohko.VAKEA)
                .filter(asukas -> !osumat[asukas].isEmpty())
                .toArray();
        maarat = maarat();
    }

    /** How many match. */
    int maara() {
        return Arrays.stream(maarat).sum();
    }

    /** The numbers of those who match, without the first {@code ohita} of them, at most {@code enintaan}. */
    List<Integer> numerot(int ohita, int enintaan) {
        List<Integer> numerot = new ArrayList<>();
        int ennen = 0;
        for (int kerta = 0; kerta < kertoja && numerot.size() < enintaan; kerta++) {
            if (ennen + maarat[kerta] > ohita && maarat[kerta] > 0) {
                int[] omat = numerot(kerta);
                for (int i = Math.max(0, ohita - ennen); i < omat.length && numerot.size() < enintaan; i++) {
                    numerot.add(omat[i]);
                }
            }
            ennen += maarat[kerta];
        }
        return numerot;
    }

    /** The numbers of those of one repetition, ascending. */
    private int[] numerot(int kerta) {
        int[] numerot = new int[maarat[kerta]];
        int at = 0;
        var seka = asutus.sekoitus(kerta);
        for (int asukas : osuneet) {
            if (osumat[asukas].get(kerta)) {
                numerot[at++] = kerta * Lohko.VAKEA + lohko.paikka(asukas, seka);
            }
        }
        Arrays.sort(numerot);
        return numerot;
    }

    /** The repetitions in which a resident matches all words. */
    private BitSet osumat(int asukas, List<Hakuehto.Sana> sanat) {
        Asukas oma = lohko.asukas(asukas);
        int talous = lohko.talous(asukas);
        String kunta = asutus.pools()
                .kunnat()
                .get(lohko.taloudet().get(talous).kunta())
                .koodi();
        BitSet osumat = kaikki;
        for (int i = 0; i < sanat.size() && !osumat.isEmpty(); i++) {
            var sana = sanat.get(i);
            boolean aina = sana.hetu().isPresent()
                    || sana.vuosi() == oma.vuosi()
                    || sana.kunnat().contains(kunta);
            if (!aina) {
                BitSet nimella = nimella(asukas, oma, talous, sana.teksti(), alkavat.get(i));
                nimella.and(osumat);
                osumat = nimella;
            }
        }
        return osumat;
    }

    /** The repetitions in which a name of a resident begins with a word. */
    private BitSet nimella(int asukas, Asukas oma, int talous, String sana, Map<Nimisto, BitSet> alkavat) {
        var kerrat = new BitSet(kertoja);
        Nimisto etunimet = asutus.etunimisto(oma);
        Function<Nimisto, BitSet> alkaa = nimisto -> alkavat.computeIfAbsent(nimisto, n -> kohdat(n, n.alkavat(sana)));
        for (int n = 0; n < oma.etunimia(); n++) {
            kerrat.or(kerrat(alkaa.apply(etunimet), asutus.etunimenAlku(asukas, n, etunimet)));
        }
        kerrat.or(sukunimella(talous, oma.sukunimi() == Sukunimi.ENSIMMAINEN ? 0 : 1, alkaa));
        if (oma.sukunimi() == Sukunimi.MOLEMMAT) {
            for (int viiva = sana.indexOf('-'); viiva >= 0; viiva = sana.indexOf('-', viiva + 1)) {
                String toinen = sana.substring(0, viiva);
                String ensimmainen = sana.substring(viiva + 1);
                BitSet molemmat = sukunimella(talous, 0, n -> kohdat(n, n.alkavat(ensimmainen)));
                // Who would have one name twice has it once.
                molemmat.andNot(sukunimella(talous, 0, n -> kohdat(n, n.tasan(toinen))));
                molemmat.and(sukunimella(talous, 1, n -> kohdat(n, n.tasan(toinen))));
                kerrat.or(molemmat);
            }
        }
        return kerrat;
    }

    private BitSet sukunimella(int talous, int kumpi, Function<Nimisto, BitSet> kohdat) {
        Nimisto nimisto = asutus.sukunimisto(lohko.taloudet().get(talous), kumpi);
        return kerrat(kohdat.apply(nimisto), asutus.sukunimenAlku(talous, kumpi, nimisto));
    }

    /** The points of the round of names, as far as any resident comes, that are in a range. */
    private BitSet kohdat(Nimisto nimisto, Vali vali) {
        return nimisto.kierrossa(vali, nimisto.paikkoja() + kertoja);
    }

    /** Of the points those that a resident passes who begins at {@code alku}. */
    private BitSet kerrat(BitSet kohdat, int alku) {
        return kohdat.get(alku, alku + kertoja);
    }

    /** Leaves one person, or nobody when the number is outside. */
    private void vain(int numero, int size) {
        int ainoa = numero < size ? asutus.asukas(numero) : -1;
        for (int asukas = 0; asukas < Lohko.VAKEA; asukas++) {
            BitSet kerrat = new BitSet();
            if (asukas == ainoa && osumat[asukas].get(asutus.kerta(numero))) {
                kerrat.set(asutus.kerta(numero));
            }
            osumat[asukas] = kerrat;
        }
    }

    /** The last repetition may be cut off. */
    private void lyhenna(int size) {
        int viimeinen = kertoja - 1;
        if (size % Lohko.VAKEA == 0) {
            return;
        }
        var seka = asutus.sekoitus(viimeinen);
        for (int asukas = 0; asukas < Lohko.VAKEA; asukas++) {
            if (osumat[asukas].get(viimeinen) && lohko.paikka(asukas, seka) >= size % Lohko.VAKEA) {
                poista(viimeinen, asukas);
            }
        }
    }

    private void poista(int kerta, int asukas) {
        if (osumat[asukas].equals(kaikki)) {
            osumat[asukas] = (BitSet) kaikki.clone();
        }
        osumat[asukas].clear(kerta);
    }

    /** How many match in each repetition. */
    private int[] maarat() {
        int[] omat = new int[kertoja];
        int aina = 0;
        for (BitSet kerrat : osumat) {
            if (kerrat.equals(kaikki)) {
                aina++;
            } else {
                for (int kerta = kerrat.nextSetBit(0); kerta >= 0; kerta = kerrat.nextSetBit(kerta + 1)) {
                    omat[kerta]++;
                }
            }
        }
        for (int kerta = 0; kerta < kertoja; kerta++) {
            omat[kerta] += aina;
        }
        return omat;
    }
}
