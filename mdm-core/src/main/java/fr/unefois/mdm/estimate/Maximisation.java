package fr.unefois.mdm.estimate;

import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.LinkageModel.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One round of learning: what every pair is by the model so far, and the shares that follow. */
final class Maximisation {
    /** How many pairs the prior shares count for. */
    private static final double PRIOR_PAIRS = 200;
    /** How many records the prior number of matches counts for. */
    private static final double PRIOR_RECORDS = 10;
    /**
     * How many others of a household are known beforehand: an exponential prior, whose rate is its mean's inverse. A
     * file tells of families, or of none, by itself: weighed any heavier, the families of a town reach a file of a
     * thousand people without.
     */
    private static final double PRIOR_HOUSEHOLDS = 1;
    /** No file proves that there are no families at all. */
    private static final double FEWEST_HOUSEHOLDS = 0.001;
    /** Share of the pairs of one person that the blocking rules bring together, as far as is known beforehand. */
    private static final double RECALL = 0.95;

    /** What people of one household have no more in common than others, or as much as the prior says. */
    private static final Set<String> PERSONAL = Set.of("givenNames", "birthDate", "sex");

    private static final double LEAST = 1e-7;

    private final LinkageModel prior;
    private final int records;
    private final MetPairs met;
    private final PairTable any;
    private final PairTable same;
    private final PairTable different;

    /**
     * @param met candidate pairs
     * @param any random pairs
     * @param same pairs that stewards judged to be of one person; likewise different
     */
    Maximisation(LinkageModel prior, int records, MetPairs met, PairTable any, PairTable same, PairTable different) {
        this.prior = prior;
        this.records = records;
        this.met = met;
        this.any = any;
        this.same = same;
        this.different = different;
    }

    /** The prior shares, with what random pairs share counted: nearly all of them are unrelated. */
    LinkageModel first() {
        Tally tally = new Tally(prior);
        Tally all = new Tally(prior);
        new Expectation(prior, all).same(any);
        for (int c = 0; c < tally.u.length; c++) {
            System.arraycopy(all.m[c], 0, tally.u[c], 0, tally.u[c].length);
        }
        return prior.learned(2, 8, shares(tally));
    }

    LinkageModel after(LinkageModel model) {
        Tally tally = expected(model, true);
        new Expectation(model, tally).same(same);
        return model.learned(
                Math.max(0.2, each(tally.matches / RECALL, prior.matches(), PRIOR_RECORDS)),
                Math.min(
                        16,
                        Math.max(
                                FEWEST_HOUSEHOLDS,
                                each(tally.households, prior.households(), PRIOR_HOUSEHOLDS / prior.households()))),
                shares(tally));
    }

    /**
     * The model with the shares of one person's pairs counted over clusters: there the hard pairs are too.
     *
     * @param share of all clusters, that the pairs are of
     */
    LinkageModel counting(LinkageModel model, PairTable together, double share) {
        Tally tally = expected(model, false);
        new Expectation(model, tally).same(together);
        return model.learned(
                Math.max(0.2, each(together.size() / share, prior.matches(), PRIOR_RECORDS)),
                model.households(),
                shares(tally));
    }

    private Tally expected(LinkageModel model, boolean matching) {
        Tally tally = new Tally(model);
        Expectation expectation = new Expectation(model, tally);
        expectation.met(met, matching);
        expectation.different(different);
        expectation.any(any);
        return tally;
    }

    /** Twice so many pairs by the number of records, drawn towards what was known before, which counts for so many. */
    private double each(double pairs, double before, double counts) {
        return (2 * pairs + counts * before) / (records + counts);
    }

    private List<List<Outcome>> shares(Tally tally) {
        List<List<Outcome>> learned = new ArrayList<>();
        for (int c = 0; c < tally.m.length; c++) {
            List<Outcome> before = prior.outcomes(c);
            double[] m =
                    shares(tally.m[c], before.stream().mapToDouble(Outcome::m).toArray());
            double pairs = Math.max(1, sum(tally.u[c]));
            boolean personal = PERSONAL.contains(prior.comparisons().get(c));
            double[] u = new double[m.length];
            double[] related = new double[m.length];
            for (int i = 0; i < m.length; i++) {
                Outcome known = before.get(i);
                // What argues against one person in the prior argues for one nowhere.
                double least = prior.weight(c, known.level()) < 0 ? m[i] : 0;
                u[i] = Math.min(1, Math.max((tally.u[c][i] + 1) / (pairs + 1 / known.u()), least));
                related[i] = Math.min(1, u[i] * Powers.of(prior.householdWeight(c, known.level())));
            }
            // What no two records tell is not learned: the next file may tell it.
            boolean told = sum(tally.u[c]) + sum(tally.m[c]) > 0;
            double[] h = personal ? related : shares(tally.h[c], related);
            List<Outcome> after = new ArrayList<>();
            for (int i = 0; i < m.length; i++) {
                Outcome known = before.get(i);
                after.add(new Outcome(known.level(), known.m() == 0 || !told ? 0 : m[i], h[i], u[i]));
            }
            learned.add(after);
        }
        return learned;
    }

    /** Counted shares drawn towards the prior ones, which count for some pairs. */
    private static double[] shares(double[] counted, double[] prior) {
        double total = sum(counted);
        double priorTotal = sum(prior);
        double[] shares = new double[counted.length];
        for (int i = 0; i < counted.length; i++) {
            shares[i] = Math.max(LEAST, (counted[i] + PRIOR_PAIRS * prior[i] / priorTotal) / (total + PRIOR_PAIRS));
        }
        return shares;
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    /** The largest change of a weight, in thousandths of a bit. */
    static int distance(LinkageModel one, LinkageModel other) {
        int most = 0;
        for (int c = 0; c < one.comparisons().size(); c++) {
            for (Outcome outcome : one.outcomes(c)) {
                most = Math.max(most, Math.abs(one.weight(c, outcome.level()) - other.weight(c, outcome.level())));
            }
        }
        return most;
    }
}
