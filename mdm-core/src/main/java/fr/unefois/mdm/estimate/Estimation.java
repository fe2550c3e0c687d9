package fr.unefois.mdm.estimate;

import fr.unefois.mdm.bulk.Blocks;
import fr.unefois.mdm.command.Phase;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Learns a model's shares without labels, by expectation and maximisation over three classes of pairs: of one person, of
 * two people of one household, of unrelated people (Dempster, Laird and Rubin 1977; Winkler 1988 for record linkage).
 *
 * <p>What unrelated people share is counted over random pairs; what one person's records share over candidate pairs, each
 * comparison only where the pair met under a rule that does not ask for it. The model at hand is the prior: it counts for
 * some pairs (a Dirichlet prior), so that few records change it little.
 */
public final class Estimation {
    private static final int CANDIDATES = 1_000_000;
    private static final int RANDOM = 500_000;
    private static final long SEED = 20_240_917L;
    private static final int ROUNDS = 40;
    /** After so many rounds over clusters nothing moves any more. */
    private static final int CLUSTER_ROUNDS = 2;
    /** The shares have settled when no weight moves by more, in thousandths of a bit. */
    private static final int SETTLED = 5;
    /** How far learning is, in thousandths, once the pairs are known, and once the shares have settled on them. */
    private static final int PAIRS_KNOWN = 250;

    private static final int SHARES_SETTLED = 400;
    private static final int LEARNED = 1000;

    private final LinkageModel prior;
    private final Blocks blocks;
    private final Columns columns;
    private final Lots lots;
    private final Scope scope;
    private final Judgements judgements;
    private final Phase phase;

    private Estimation(LinkageModel prior, Blocks blocks, Lots lots, Scope scope, Judgements judgements, Phase phase) {
        this.prior = prior;
        this.blocks = blocks;
        this.columns = blocks.columns();
        this.lots = lots;
        this.scope = scope;
        this.judgements = judgements;
        this.phase = phase;
    }

    /** The model with frequencies, priors and weights of the records, whatever their order. */
    public static LinkageModel learn(LinkageModel model, List<StandardRecord> given, Scope scope) {
        return learn(model, Columns.of(given), scope, Judgements.none(), new Progress.Silence());
    }

    /** The same, where stewards judged some pairs: of these it is known which class they are of. */
    public static LinkageModel learn(
            LinkageModel model, List<StandardRecord> given, Scope scope, Judgements judgements, Progress progress) {
        return learn(model, Columns.of(given), scope, judgements, progress);
    }

    /** The same of records in columns. */
    public static LinkageModel learn(
            LinkageModel model, Columns columns, Scope scope, Judgements judgements, Progress progress) {
        return learn(model, Blocks.of(model.rules(), columns), scope, judgements, progress);
    }

    /**
     * The same of records whose blocks are known.
     *
     * @param blocks under the model's rules
     */
    public static LinkageModel learn(
            LinkageModel model, Blocks blocks, Scope scope, Judgements judgements, Progress progress) {
        try (Phase phase = Phase.begin(progress, "learn", LEARNED)) {
            return learn(model, blocks, scope, judgements, phase);
        }
    }

    private static LinkageModel learn(
            LinkageModel model, Blocks blocks, Scope scope, Judgements judgements, Phase phase) {
        Columns columns = blocks.columns();
        int size = columns.size();
        Lots lots = new Lots(columns);
        // What a file adds of its own is rare or frequent by its own count only.
        boolean known = columns.attributes().isEmpty();
        if (known && size > 1 && FewPeople.areIn(columns, lots, model.forRecords(size))) {
            return model.forRecords(size);
        }
        LinkageModel counted =
                model.withFrequencies(Counting.frequencies(columns)).forRecords(size);
        return size < 2 ? counted : new Estimation(counted, blocks, lots, scope, judgements, phase).learn();
    }

    private LinkageModel learn() {
        PairList candidates = new PairList();
        blocks.sample(scope, CANDIDATES, lots::of, Freedom.byRule(prior.rules(), prior.comparisons()), candidates::add);
        Weighing weighing = prior.over(columns);
        Maximisation maximisation = new Maximisation(
                prior,
                columns.size(),
                new MetPairs(weighing, lots.inOrder(candidates)),
                new PairTable(weighing, random()),
                new PairTable(weighing, judged(Verdict.SAME)),
                new PairTable(weighing, judged(Verdict.DIFFERENT)));
        phase.at(PAIRS_KNOWN);
        LinkageModel model = maximisation.first();
        for (int round = 0; round < ROUNDS; round++) {
            phase.at(PAIRS_KNOWN + (long) (SHARES_SETTLED - PAIRS_KNOWN) * round / ROUNDS);
            LinkageModel next = maximisation.after(model);
            boolean settled = Maximisation.distance(model, next) <= SETTLED;
            model = next;
            if (settled) {
                break;
            }
        }
        ClusterPairs clusters = new ClusterPairs(blocks, lots, scope, judgements);
        int step = (LEARNED - SHARES_SETTLED) / (2 * CLUSTER_ROUNDS);
        for (int round = 0; round < CLUSTER_ROUNDS; round++) {
            PairList together = clusters.of(model, phase, SHARES_SETTLED + 2L * round * step, step);
            model = maximisation.counting(model, new PairTable(weighing, together), clusters.share());
        }
        phase.at(LEARNED);
        return model;
    }

    /** The pairs of records at hand that stewards judged so, in a stable order. */
    private PairList judged(Verdict verdict) {
        Map<SourceKey, Integer> positions = new HashMap<>();
        if (!judgements.all().isEmpty()) {
            columns.positions().forEach(record -> positions.put(columns.key(record), record));
        }
        PairList pairs = new PairList();
        judgements.all().stream()
                .filter(judgement -> judgement.verdict() == verdict)
                .filter(judgement ->
                        positions.containsKey(judgement.left()) && positions.containsKey(judgement.right()))
                .sorted(Comparator.comparing(Judgement::left).thenComparing(Judgement::right))
                .forEach(judgement -> pairs.add(
                        positions.getOrDefault(judgement.left(), 0), positions.getOrDefault(judgement.right(), 0)));
        return pairs;
    }

    /** PairList drawn by chance, the same every time; all pairs where they are few. */
    private PairList random() {
        PairList drawn = new PairList();
        int[] order = lots.order();
        if ((long) order.length * (order.length - 1) / 2 <= RANDOM) {
            for (int i = 0; i < order.length; i++) {
                for (int j = i + 1; j < order.length; j++) {
                    drawn.add(order[i], order[j]);
                }
            }
            return drawn;
        }
        SplittableRandom dice = new SplittableRandom(SEED);
        while (drawn.size() < RANDOM) {
            int left = dice.nextInt(order.length);
            int right = dice.nextInt(order.length);
            if (left != right) {
                drawn.add(order[left], order[right]);
            }
        }
        return drawn;
    }
}
