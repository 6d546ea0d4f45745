package io.opintosandbox.vtj;

/** Divides a whole into parts that are as near to given weights as whole numbers can be. */
final class Osuudet {

    private Osuudet() {}

    /**
     * The parts, which add up to {@code kaikki}; by largest remainders, of equal ones the earlier.
     *
     * @throws IllegalArgumentException when all weights are zero
     */
    static int[] jaa(int kaikki, int[] painot) {
        long sum = 0;
        for (int paino : painot) {
            sum += paino;
        }
        if (sum == 0) {
            throw new IllegalArgumentException("at least one weight must be above zero");
        }
        int[] osat = new int[painot.length];
        long[] jaannos = new long[painot.length];
        int jaetut = 0;
        for (int i = 0; i < painot.length; i++) {
            long osuus = (long) kaikki * painot[i];
            osat[i] = (int) (osuus / sum);
            jaannos[i] = osuus % sum;
            jaetut += osat[i];
        }
        for (; jaetut < kaikki; jaetut++) {
            int suurin = 0;
            for (int i = 1; i < painot.length; i++) {
                if (jaannos[i] > jaannos[suurin]) {
                    suurin = i;
                }
            }
            jaannos[suurin] = -1;
            osat[suurin]++;
        }
        return osat;
    }
}
