package io.opintosandbox.vtj;

import io.opintosandbox.id.Hetu;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;

/**
 * The hetus of the procedural population, in the order of the person's number: who is number i, and which number has
 * this hetu. Both are computed (design decision 6). The hetus are those of birth days 1926-01-01 to 2025-12-31 with
 * individual number 900-999 and any century sign of registry-behaviour.md 2 (never {@code +}).
 *
 * <p>Every twentieth person has one of the newer signs ({@code Y X W V U}, {@code B C D E F}), as rare as a
 * developer should expect them but never missing; when the usual signs are used up, all that follow have them. A
 * person does not depend on the size of the population. Immutable and thread-safe.
 */
final class HetuSequence {

    /** Fixed, because the population must not change with the day on which it is looked at. */
    static final LocalDate FIRST_DAY = LocalDate.of(1926, 1, 1);

    static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    static final int DAYS = (int) ChronoUnit.DAYS.between(FIRST_DAY, LAST_DAY) + 1;
    static final int FIRST_INDIVIDUAL = 900;
    static final int INDIVIDUALS = 100;

    /** How many signs each of the two centuries has besides the usual one. */
    private static final int NEWER_SIGNS = 5;

    private static final int USUAL_SLOTS = DAYS * INDIVIDUALS;
    private static final int NEWER_SLOTS = USUAL_SLOTS * NEWER_SIGNS;

    private static final int NEWER_EVERY = 20;
    private static final int USUAL_RUN = NEWER_EVERY - 1;
    private static final int RUNS = USUAL_SLOTS / USUAL_RUN;

    /** From this number on only newer signs are left. */
    private static final int MIXED = RUNS * NEWER_EVERY;

    static final int CAPACITY = MIXED + NEWER_SLOTS - RUNS;

    private final KeyedPermutation usual;
    private final KeyedPermutation newer;

    HetuSequence(long seed) {
        usual = new KeyedPermutation(seed, USUAL_SLOTS);
        newer = new KeyedPermutation(Draw.mix(seed) + 1, NEWER_SLOTS);
    }

    /** @throws IndexOutOfBoundsException outside 0..CAPACITY-1 */
    Hetu at(int index) {
        if (index >= MIXED) {
            return newerSign((int) newer.apply(RUNS + index - MIXED));
        }
        int run = index / NEWER_EVERY;
        int place = index % NEWER_EVERY;
        return place == USUAL_RUN
                ? newerSign((int) newer.apply(run))
                : usualSign((int) usual.apply(run * USUAL_RUN + place));
    }

    /** The number of the person with this hetu; empty when no person ever has it. */
    OptionalInt indexOf(Hetu hetu) {
        LocalDate birth = hetu.syntymaaika();
        int individual = hetu.yksilonumero() - FIRST_INDIVIDUAL;
        if (individual < 0 || birth.isBefore(FIRST_DAY) || birth.isAfter(LAST_DAY)) {
            return OptionalInt.empty();
        }
        int day = (int) ChronoUnit.DAYS.between(FIRST_DAY, birth);
        int sign = Hetu.separatorsOf(birth.getYear() / 100).indexOf(hetu.separator());
        int index = sign == 0
                ? usualIndex(day * INDIVIDUALS + individual)
                : newerIndex((day * NEWER_SIGNS + sign - 1) * INDIVIDUALS + individual);
        // Asked back, because 310480 is accepted as another way of writing 300480: the same birth date, another hetu.
        return index >= 0 && at(index).equals(hetu) ? OptionalInt.of(index) : OptionalInt.empty();
    }

    private int usualIndex(int slot) {
        int rank = (int) usual.invert(slot);
        int run = rank / USUAL_RUN;
        return run < RUNS ? run * NEWER_EVERY + rank % USUAL_RUN : -1;
    }

    private int newerIndex(int slot) {
        int rank = (int) newer.invert(slot);
        return rank < RUNS ? rank * NEWER_EVERY + USUAL_RUN : MIXED + rank - RUNS;
    }

    private static Hetu usualSign(int slot) {
        return hetu(slot / INDIVIDUALS, 0, slot % INDIVIDUALS);
    }

    private static Hetu newerSign(int slot) {
        int dayAndSign = slot / INDIVIDUALS;
        return hetu(dayAndSign / NEWER_SIGNS, 1 + dayAndSign % NEWER_SIGNS, slot % INDIVIDUALS);
    }

    private static Hetu hetu(int day, int sign, int individual) {
        LocalDate birth = FIRST_DAY.plusDays(day);
        char separator = Hetu.separatorsOf(birth.getYear() / 100).charAt(sign);
        return Hetu.of(birth, separator, FIRST_INDIVIDUAL + individual);
    }
}
