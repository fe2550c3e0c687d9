package fr.unefois.mdm.estimate;

import fr.unefois.mdm.compare.LinkageModel;

/** How many pairs have each outcome of each comparison, by class: of one person, of one household, unrelated. */
final class Tally {
    final double[][] m;
    final double[][] h;
    final double[][] u;
    /** Pairs of one person, and of one household. */
    double matches;

    double households;

    Tally(LinkageModel model) {
        int comparisons = model.comparisons().size();
        m = new double[comparisons][];
        h = new double[comparisons][];
        u = new double[comparisons][];
        for (int c = 0; c < comparisons; c++) {
            int outcomes = model.outcomes(c).size();
            m[c] = new double[outcomes];
            h[c] = new double[outcomes];
            u[c] = new double[outcomes];
        }
    }

    void add(Tally other) {
        add(m, other.m);
        add(h, other.h);
        add(u, other.u);
        matches += other.matches;
        households += other.households;
    }

    private static void add(double[][] sums, double[][] more) {
        for (int c = 0; c < sums.length; c++) {
            for (int outcome = 0; outcome < sums[c].length; outcome++) {
                sums[c][outcome] += more[c][outcome];
            }
        }
    }
}
