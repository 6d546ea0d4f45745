package io.opintosandbox.vtj;

import io.opintosandbox.id.Hetu;
import java.time.LocalDate;
import java.time.Year;
import java.util.OptionalInt;

/**
 * The hetus of all women, or all men, of the population who were born in one year, in the order of their rank: who has
 * rank i, and which rank has this hetu. Both are computed (design decision 5). They are the days of the year with
 * individual number 900-999 and any century sign of registry-behaviour.md 2 (never {@code +}), at least 108 000 hetus.
 *
 * <p>Every twentieth person has one of the newer signs ({@code Y X W V U}, {@code B C D E F}), as rare as a
 * developer should expect them but never missing; when the usual signs are used up, all that follow have them. A
 * person does not depend on the size of the population. Immutable and thread-safe.
 */
final class HetuSequence {

    static final int FIRST_INDIVIDUAL = 900;
    static final int INDIVIDUALS = 100;

    /** Of one gender. */
    private static final int OWN_INDIVIDUALS = INDIVIDUALS / 2;

    /** How many signs each century has besides the usual one. */
    private static final int NEWER_SIGNS = 5;

    private static final int NEWER_EVERY = 20;
    private static final int USUAL_RUN = NEWER_EVERY - 1;

    /** In the middle of the twenty, so that the last twenty of a small population are neither favoured nor spared. */
    private static final int NEWER_PLACE = NEWER_EVERY / 2;

    private final int vuosi;
    private final boolean nainen;
    private final int runs;
    private final int newerSlots;
    private final KeyedPermutation usual;
    private final KeyedPermutation newer;

    HetuSequence(long seed, int vuosi, boolean nainen) {
        this.vuosi = vuosi;
        this.nainen = nainen;
        int usualSlots = Year.of(vuosi).length() * OWN_INDIVIDUALS;
        this.runs = usualSlots / USUAL_RUN;
        this.newerSlots = usualSlots * NEWER_SIGNS;
        long own = Draw.mix(seed) + 4L * vuosi + (nainen ? 2 : 0);
        usual = new KeyedPermutation(Draw.mix(own), usualSlots);
        newer = new KeyedPermutation(Draw.mix(own + 1), newerSlots);
    }

    /** How many ranks there are. */
    int capacity() {
        return mixed() + newerSlots - runs;
    }

    /** @throws IndexOutOfBoundsException outside 0..capacity-1 */
    Hetu at(int rank) {
        if (rank >= mixed()) {
            return newerSign((int) newer.apply(runs + rank - mixed()));
        }
        int run = rank / NEWER_EVERY;
        int place = rank % NEWER_EVERY;
        return place == NEWER_PLACE
                ? newerSign((int) newer.apply(run))
                : hetu((int) usual.apply(run * USUAL_RUN + (place < NEWER_PLACE ? place : place - 1)), 0);
    }

    /** The rank of who has this hetu; empty when nobody of this year and gender ever has it. */
    OptionalInt rankOf(Hetu hetu) {
        LocalDate birth = hetu.syntymaaika();
        int individual = hetu.yksilonumero() - FIRST_INDIVIDUAL;
        if (individual < 0 || birth.getYear() != vuosi || (individual % 2 == 0) != nainen) {
            return OptionalInt.empty();
        }
        int slot = (birth.getDayOfYear() - 1) * OWN_INDIVIDUALS + individual / 2;
        int sign = Hetu.separatorsOf(vuosi / 100).indexOf(hetu.separator());
        int rank = sign == 0 ? usualRank(slot) : newerRank(slot * NEWER_SIGNS + sign - 1);
        // Asked back, because 310480 is accepted as another way of writing 300480: the same birth date, another hetu.
        return rank >= 0 && at(rank).equals(hetu) ? OptionalInt.of(rank) : OptionalInt.empty();
    }

    /** From this rank on only newer signs are left. */
    private int mixed() {
        return runs * NEWER_EVERY;
    }

    private int usualRank(int slot) {
        int order = (int) usual.invert(slot);
        int place = order % USUAL_RUN;
        int run = order / USUAL_RUN;
        return run < runs ? run * NEWER_EVERY + (place < NEWER_PLACE ? place : place + 1) : -1;
    }

    private int newerRank(int slot) {
        int order = (int) newer.invert(slot);
        return order < runs ? order * NEWER_EVERY + NEWER_PLACE : mixed() + order - runs;
    }

    private Hetu newerSign(int slot) {
        return hetu(slot / NEWER_SIGNS, 1 + slot % NEWER_SIGNS);
    }

    private Hetu hetu(int slot, int sign) {
        LocalDate birth = LocalDate.ofYearDay(vuosi, 1 + slot / OWN_INDIVIDUALS);
        char separator = Hetu.separatorsOf(vuosi / 100).charAt(sign);
        return Hetu.of(birth, separator, FIRST_INDIVIDUAL + slot % OWN_INDIVIDUALS * 2 + (nainen ? 0 : 1));
    }
}
