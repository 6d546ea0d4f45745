package io.opintosandbox.vtj;

import io.opintosandbox.id.Hetu;
import io.opintosandbox.vtj.NamePools.Kieli;
import io.opintosandbox.vtj.Talous.Asukas;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The repetitions of a {@link Lohko} that a seed makes: who stands where, with which hetu and which names. A person is
 * named by the number of the repetition ({@code kerta}) and of the resident ({@code asukas}), and everything is
 * computed from the two. From one repetition to the next a resident's names move on by one point of the round of their
 * {@link Nimisto}, so the repetitions in which a resident has a certain name are known without trying them. Immutable
 * and thread-safe.
 */
final class Asutus {

    /** Keep what is drawn for different purposes apart. */
    private static final long JARJESTYS = 0x4A41_524A_4553_5459L;

    private static final long NIMET = 0x4E49_4D45_544E_494DL;
    private static final long KOTI = 0x4B4F_5449_4B4F_5449L;
    private static final int ETUNIMIA = 4;

    private final long seed;
    private final NamePools pools;
    private final Lohko lohko;

    Asutus(long seed, NamePools pools, Lohko lohko) {
        this.seed = seed;
        this.pools = pools;
        this.lohko = lohko;
    }

    NamePools pools() {
        return pools;
    }

    Lohko lohko() {
        return lohko;
    }

    /** The number in the population of a person. */
    int numero(int kerta, int asukas) {
        return kerta * Lohko.VAKEA + lohko.paikka(asukas, sekoitus(kerta));
    }

    int kerta(int numero) {
        return numero / Lohko.VAKEA;
    }

    int asukas(int numero) {
        return lohko.asukas(numero % Lohko.VAKEA, sekoitus(kerta(numero)));
    }

    Hetu hetu(int kerta, int asukas) {
        Asukas oma = lohko.asukas(asukas);
        int rank = kerta * lohko.ikaluokanKoko(asukas) + lohko.sijaIkaluokassa(asukas);
        return new HetuSequence(seed, oma.vuosi(), oma.nainen()).at(rank);
    }

    /** The number in the population of who has this hetu; empty when nobody ever has it. */
    OptionalInt numero(Hetu hetu) {
        int vuosi = hetu.syntymaaika().getYear();
        boolean nainen = hetu.yksilonumero() % 2 == 0;
        int[] luokka = lohko.luokka(vuosi, nainen);
        if (luokka.length == 0) {
            return OptionalInt.empty();
        }
        var rank = new HetuSequence(seed, vuosi, nainen).rankOf(hetu);
        if (rank.isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(numero(rank.getAsInt() / luokka.length, luokka[rank.getAsInt() % luokka.length]));
    }

    /** The hetus of the guardians of a resident; none for an adult. */
    List<String> huoltajat(int kerta, int asukas) {
        int talous = lohko.talous(asukas);
        int ensimmainen = lohko.ensimmainen(talous);
        int aikuisia = lohko.taloudet().get(talous).aikuisia();
        return asukas < ensimmainen + aikuisia ? List.of() : hetut(kerta, ensimmainen, ensimmainen + aikuisia);
    }

    /** The hetus of the children of whom a resident is a guardian, oldest first; none for a child. */
    List<String> huollettavat(int kerta, int asukas) {
        int talous = lohko.talous(asukas);
        int ensimmainen = lohko.ensimmainen(talous);
        Talous oma = lohko.taloudet().get(talous);
        return asukas >= ensimmainen + oma.aikuisia()
                ? List.of()
                : hetut(kerta, ensimmainen + oma.aikuisia(), ensimmainen + oma.koko());
    }

    /** The names from which the first names of a resident are. */
    Nimisto etunimisto(Asukas asukas) {
        return pools.kielet().get(asukas.kieli()).etunimet(asukas.nainen(), asukas.vuosi());
    }

    /** The names from which one of the two surnames of a household is. */
    Nimisto sukunimisto(Talous talous, int kumpi) {
        Kieli kieli = pools.kielet().get(talous.sukunimikielet().get(kumpi));
        return kieli.sukunimet();
    }

    /** Where in the round of its names the n-th first name of a resident is in repetition 0. */
    int etunimenAlku(int asukas, int n, Nimisto nimisto) {
        return kohta(ETUNIMIA * (long) asukas + n, nimisto);
    }

    /** Where in the round of its names surname 0 or 1 of a household is in repetition 0. */
    int sukunimenAlku(int talous, int kumpi, Nimisto nimisto) {
        return kohta(-1 - 2L * talous - kumpi, nimisto);
    }

    /** Draws for what the members of a household share. */
    Draw koti(int kerta, int talous) {
        return new Draw(seed ^ KOTI, kerta * (long) Lohko.VAKEA + talous);
    }

    /** Draws for what somebody has alone. */
    Draw oma(int kerta, int asukas) {
        return new Draw(seed, kerta * (long) Lohko.VAKEA + asukas);
    }

    private int kohta(long avain, Nimisto nimisto) {
        return (int) ((Draw.mix(Draw.mix(seed ^ NIMET) + avain) >>> 1) % nimisto.paikkoja());
    }

    private List<String> hetut(int kerta, int ensimmainen, int loppu) {
        List<String> hetut = new ArrayList<>();
        for (int asukas = ensimmainen; asukas < loppu; asukas++) {
            hetut.add(hetu(kerta, asukas).value());
        }
        return hetut;
    }

    /** How the households change places in a repetition. Not thread-safe. */
    Lohko.Sekoitus sekoitus(int kerta) {
        long avain = Draw.mix(seed ^ JARJESTYS) + 8L * kerta;
        var luokat = new KeyedPermutation[Lohko.SUURIN_TALOUS + 1];
        return (koko, talouksia) -> {
            if (luokat[koko] == null) {
                luokat[koko] = new KeyedPermutation(avain + koko, talouksia);
            }
            return luokat[koko];
        };
    }
}
