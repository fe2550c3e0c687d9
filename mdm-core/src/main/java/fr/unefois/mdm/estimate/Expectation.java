package fr.unefois.mdm.estimate;

import fr.unefois.mdm.command.Cores;
import fr.unefois.mdm.compare.LinkageModel;

/** What every pair is by a model, summed up: on all cores, and the same to the last digit whatever their number. */
final class Expectation {
    /** Sums of doubles depend on their order: so many pairs are summed up by one thread. */
    private static final int CHUNK = 1 << 15;

    private final LinkageModel model;
    private final Tally sums;

    /** @param sums where they are added */
    Expectation(LinkageModel model, Tally sums) {
        this.model = model;
        this.sums = sums;
    }

    private interface Step {
        void add(int pair, Posterior posterior, Tally part);
    }

    /**
     * Candidate pairs, of each those comparisons that its meeting left free.
     *
     * @param matching whether those of one person count too, or households alone
     */
    void met(MetPairs met, boolean matching) {
        PairTable table = met.table();
        PairList pairs = met.pairs();
        each(table, (pair, posterior, part) -> {
            posterior.of(table, pair);
            part.matches += posterior.match;
            part.households += posterior.household;
            int free = pairs.mark(pair);
            for (int c = 0; c < part.m.length; c++) {
                byte outcome = table.outcome(c, pair);
                if (outcome != PairTable.MISSING && (free & 1 << c) != 0) {
                    part.h[c][outcome] += posterior.household;
                    if (matching) {
                        part.m[c][outcome] += posterior.match;
                    }
                }
            }
        });
    }

    /** Random pairs: nearly all are unrelated. */
    void any(PairTable any) {
        each(any, (pair, posterior, part) -> {
            posterior.of(any, pair);
            double unrelated = 1 - posterior.match - posterior.household;
            for (int c = 0; c < part.u.length; c++) {
                byte outcome = any.outcome(c, pair);
                if (outcome != PairTable.MISSING) {
                    part.u[c][outcome] += unrelated;
                }
            }
        });
    }

    /** Pairs of which it is known that they are of two people. */
    void different(PairTable different) {
        each(different, (pair, posterior, part) -> {
            posterior.of(different, pair);
            part.households += posterior.householdOfTwo;
            for (int c = 0; c < part.h.length; c++) {
                byte outcome = different.outcome(c, pair);
                if (outcome != PairTable.MISSING) {
                    part.h[c][outcome] += posterior.householdOfTwo;
                }
            }
        });
    }

    /** Pairs of which it is known that they are of one person. */
    void same(PairTable same) {
        each(same, (pair, posterior, part) -> {
            part.matches++;
            for (int c = 0; c < part.m.length; c++) {
                byte outcome = same.outcome(c, pair);
                if (outcome != PairTable.MISSING) {
                    part.m[c][outcome]++;
                }
            }
        });
    }

    private void each(PairTable pairs, Step step) {
        Cores.map((pairs.size() + CHUNK - 1) / CHUNK, chunk -> {
                    Tally part = new Tally(model);
                    Posterior posterior = new Posterior(model);
                    int end = Math.min(pairs.size(), (chunk + 1) * CHUNK);
                    for (int pair = chunk * CHUNK; pair < end; pair++) {
                        step.add(pair, posterior, part);
                    }
                    return part;
                })
                .forEach(sums::add);
    }
}
