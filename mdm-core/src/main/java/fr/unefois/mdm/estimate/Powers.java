package fr.unefois.mdm.estimate;

/** 2 to the power of thousandths of a bit, fast and the same on every machine. */
final class Powers {
    private static final int BIT = 1000;
    private static final double[] FRACTIONS = fractions();

    private Powers() {}

    static double of(int thousandths) {
        return StrictMath.scalb(FRACTIONS[Math.floorMod(thousandths, BIT)], Math.floorDiv(thousandths, BIT));
    }

    private static double[] fractions() {
        double[] fractions = new double[BIT];
        for (int i = 0; i < BIT; i++) {
            fractions[i] = StrictMath.pow(2, (double) i / BIT);
        }
        return fractions;
    }
}
