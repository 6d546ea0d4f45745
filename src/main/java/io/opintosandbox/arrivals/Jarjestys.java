package io.opintosandbox.arrivals;

/**
 * An order of all numbers below a size that follows from the seed: steps of one length around the circle, so that
 * neighbours, who are a family, come at different times.
 */
record Jarjestys(long alku, long askel, int koko) {
    private static final long HAJOTUS = 0x9E3779B97F4A7C15L;
    private static final double KULTAINEN_LEIKKAUS = 0.6180339887498949;

    Jarjestys(long seed, int koko) {
        this(koko == 0 ? 0 : Long.remainderUnsigned((seed + 1) * HAJOTUS, koko), askel(seed, koko), koko);
    }

    /** The number at a place, each once for places 0..size-1. */
    int numero(int kohta) {
        return (int) ((alku + kohta * askel) % koko);
    }

    /** Near the golden section, which spreads best, and without a factor that the size has too. */
    private static long askel(long seed, int koko) {
        long step = (long) (koko * KULTAINEN_LEIKKAUS) + Long.remainderUnsigned(seed * HAJOTUS, 97) + 1;
        while (koko > 1 && yhteinenTekija(step, koko) != 1) {
            step++;
        }
        return step;
    }

    private static long yhteinenTekija(long a, long b) {
        return b == 0 ? a : yhteinenTekija(b, a % b);
    }
}
