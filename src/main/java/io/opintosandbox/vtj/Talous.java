package io.opintosandbox.vtj;

import java.util.List;

/**
 * A household, as it is in every block of the population: who lives there and where, without names and hetus. Immutable.
 *
 * @param kunta its municipality's place in {@link NamePools#kunnat}
 * @param aikuisia how many of {@code asukkaat} are adults
 * @param asukkaat adults first, then their children, oldest first; all adults are guardians of all children
 * @param sukunimikielet the languages of the household's two surnames, as places in {@link NamePools#kielet}
 */
record Talous(int kunta, int aikuisia, List<Asukas> asukkaat, List<Integer> sukunimikielet) {

    /** Which of the household's surnames somebody has. */
    enum Sukunimi {
        ENSIMMAINEN,
        TOINEN,
        /** The second one, a hyphen, and the first one. */
        MOLEMMAT
    }

    /**
     * Somebody of a household.
     *
     * @param kieli the place in {@link NamePools#kielet}
     * @param etunimia how many first names, 1-3
     * @param kutsumanimi which of them is the one in use
     * @param entinen whether the household's second surname is a former one of this person
     */
    record Asukas(
            int vuosi, boolean nainen, int kieli, int etunimia, int kutsumanimi, Sukunimi sukunimi, boolean entinen) {}

    int koko() {
        return asukkaat.size();
    }
}
