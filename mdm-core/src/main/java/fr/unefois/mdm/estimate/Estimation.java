package fr.unefois.mdm.estimate;

import fr.unefois.mdm.bulk.Blocks;
import fr.unefois.mdm.bulk.BulkWalk;
import fr.unefois.mdm.cluster.Cluster;
import fr.unefois.mdm.cluster.Clusterer;
import fr.unefois.mdm.cluster.Linkage;
import fr.unefois.mdm.cluster.Partition;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.LinkageModel.Outcome;
import fr.unefois.mdm.compare.OperatingPoint;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Arrays;
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
    /** Of a larger cluster so many records say enough. */
    private static final int LARGE = 60;
    /** The shares have settled when no weight moves by more, in thousandths of a bit. */
    private static final int SETTLED = 5;

    private final LinkageModel prior;
    private final List<StandardRecord> records;
    private final Scope scope;
    private final Judgements judgements;

    private Estimation(LinkageModel prior, List<StandardRecord> records, Scope scope, Judgements judgements) {
        this.prior = prior;
        this.records = records;
        this.scope = scope;
        this.judgements = judgements;
    }

    /** The model with frequencies, priors and weights of the records, whatever their order. */
    public static LinkageModel learn(LinkageModel model, List<StandardRecord> given, Scope scope) {
        return learn(model, given, scope, Judgements.none());
    }

    /** The same, where stewards judged some pairs: of these it is known which class they are of. */
    public static LinkageModel learn(
            LinkageModel model, List<StandardRecord> given, Scope scope, Judgements judgements) {
        List<StandardRecord> records =
                given.stream().sorted(Comparator.comparing(StandardRecord::key)).toList();
        // What a file adds of its own is rare or frequent by its own count only.
        boolean known = records.stream().allMatch(record -> record.others().isEmpty());
        if (known && records.size() > 1 && FewPeople.areIn(records, model.forRecords(records.size()))) {
            return model.forRecords(records.size());
        }
        LinkageModel counted =
                model.withFrequencies(Counting.frequencies(records)).forRecords(records.size());
        return records.size() < 2 ? counted : new Estimation(counted, records, scope, judgements).learn();
    }

    private LinkageModel learn() {
        Positions candidates = new Positions();
        Blocks blocks = Blocks.of(prior.rules(), records);
        blocks.sample(scope, CANDIDATES, candidates::add);
        Positions random = random();
        Freedom freedom = new Freedom(prior.rules(), records, prior.comparisons());
        int[] free = new int[candidates.size];
        for (int pair = 0; pair < free.length; pair++) {
            free[pair] = freedom.of(candidates.lefts[pair], candidates.rights[pair]);
        }
        PairTable met = new PairTable(prior, records, candidates.lefts(), candidates.rights());
        PairTable any = new PairTable(prior, records, random.lefts(), random.rights());
        Maximisation maximisation = new Maximisation(
                prior, records.size(), met, free, any, judged(Verdict.SAME), judged(Verdict.DIFFERENT));
        LinkageModel model = maximisation.first();
        for (int round = 0; round < ROUNDS; round++) {
            LinkageModel next = maximisation.after(model);
            boolean settled = Maximisation.distance(model, next) <= SETTLED;
            model = next;
            if (settled) {
                break;
            }
        }
        for (int round = 0; round < CLUSTER_ROUNDS; round++) {
            model = maximisation.counting(model, together(model, blocks));
        }
        return model;
    }

    /** The pairs that the model brings together in clusters. */
    private PairTable together(LinkageModel model, Blocks blocks) {
        LinkageModel at = model.at(OperatingPoint.BALANCED);
        Map<SourceKey, Integer> positions = positions();
        Clusterer clusterer = new Clusterer(at, at.rules(), Linkage.LIKELIHOOD, scope);
        List<Partition> partitions = new BulkWalk(at.rules(), at, scope)
                .components(blocks, judgements).components().parallelStream()
                        .filter(component -> component.length > 1)
                        .map(component -> clusterer.partition(
                                Arrays.stream(component).mapToObj(records::get).toList(),
                                judgements.among(keys(component))))
                        .toList();
        Positions pairs = new Positions();
        for (Partition partition : partitions) {
            for (Cluster cluster : partition.clusters()) {
                int[] members =
                        cluster.members().stream().mapToInt(positions::get).toArray();
                for (int i = 0; i < Math.min(LARGE, members.length); i++) {
                    for (int j = i + 1; j < Math.min(LARGE, members.length); j++) {
                        pairs.add(members[i], members[j]);
                    }
                }
            }
        }
        return new PairTable(prior, records, pairs.lefts(), pairs.rights());
    }

    /** The pairs of records at hand that stewards judged so, in a stable order. */
    private PairTable judged(Verdict verdict) {
        Map<SourceKey, Integer> positions = judgements.all().isEmpty() ? Map.of() : positions();
        Positions pairs = new Positions();
        judgements.all().stream()
                .filter(judgement -> judgement.verdict() == verdict)
                .filter(judgement ->
                        positions.containsKey(judgement.left()) && positions.containsKey(judgement.right()))
                .sorted(Comparator.comparing(Judgement::left).thenComparing(Judgement::right))
                .forEach(judgement -> pairs.add(
                        positions.getOrDefault(judgement.left(), 0), positions.getOrDefault(judgement.right(), 0)));
        return new PairTable(prior, records, pairs.lefts(), pairs.rights());
    }

    private Map<SourceKey, Integer> positions() {
        Map<SourceKey, Integer> positions = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            positions.put(records.get(i).key(), i);
        }
        return positions;
    }

    private List<SourceKey> keys(int[] component) {
        return Arrays.stream(component)
                .mapToObj(position -> records.get(position).key())
                .toList();
    }

    /** Pairs drawn by chance, the same every time; all pairs where they are few. */
    private Positions random() {
        Positions drawn = new Positions();
        int n = records.size();
        if ((long) n * (n - 1) / 2 <= RANDOM) {
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    drawn.add(i, j);
                }
            }
            return drawn;
        }
        SplittableRandom dice = new SplittableRandom(SEED);
        while (drawn.size < RANDOM) {
            int left = dice.nextInt(n);
            int right = dice.nextInt(n);
            if (left != right) {
                drawn.add(Math.min(left, right), Math.max(left, right));
            }
        }
        return drawn;
    }

    /** The outcomes of every comparison of a model. */
    static List<List<Outcome>> outcomes(LinkageModel model) {
        List<List<Outcome>> all = new ArrayList<>();
        for (int c = 0; c < model.comparisons().size(); c++) {
            all.add(model.outcomes(c));
        }
        return all;
    }

    /** Pairs of positions, growing. */
    private static final class Positions {
        private int[] lefts = new int[1 << 16];
        private int[] rights = new int[1 << 16];
        private int size;

        void add(int left, int right) {
            if (size == lefts.length) {
                lefts = Arrays.copyOf(lefts, 2 * size);
                rights = Arrays.copyOf(rights, 2 * size);
            }
            lefts[size] = left;
            rights[size++] = right;
        }

        int[] lefts() {
            return Arrays.copyOf(lefts, size);
        }

        int[] rights() {
            return Arrays.copyOf(rights, size);
        }
    }
}
