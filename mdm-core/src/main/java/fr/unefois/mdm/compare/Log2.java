package fr.unefois.mdm.compare;

/** Logarithms in thousandths of a bit, the same on every machine. */
final class Log2 {
    private static final double LN_2 = StrictMath.log(2);
    private static final int TABLED = 16_000;
    private static final int[] ONE_PLUS = onePlus();

    private Log2() {}

    /** log2(x), x above 0. */
    static int of(double x) {
        return (int) Math.round(1000 * StrictMath.log(x) / LN_2);
    }

    /** 2^w for w in thousandths of a bit. */
    static double power(int w) {
        return StrictMath.pow(2, w / 1000.0);
    }

    /** log2(1 + 2^w) for w in thousandths of a bit. */
    static int onePlusPower(int w) {
        if (w >= TABLED) {
            return w;
        }
        return w < -TABLED ? 0 : ONE_PLUS[w + TABLED];
    }

    private static int[] onePlus() {
        int[] table = new int[2 * TABLED];
        for (int w = -TABLED; w < TABLED; w++) {
            table[w + TABLED] = of(1 + StrictMath.pow(2, w / 1000.0));
        }
        return table;
    }
}
