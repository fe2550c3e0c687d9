package fr.unefois.mdm.cluster;

import fr.unefois.mdm.compare.Thresholds;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.decide.Certified;
import fr.unefois.mdm.decide.Judgements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Joins again what cutting separated and the evidence holds together. Each cluster is weighed by its most central
 * records, against those clusters to which the strongest edges lead, best gain first, round after round; so the work
 * grows with the number of clusters, not of their pairs. Clusters of one part have been weighed already, whole.
 */
final class Rejoining {
    /** Two clusters are weighed as exactly as {@link Likelihood} weighs small ones. */
    private static final int CENTRAL = 6;
    /** So many clusters, of those not weighed before, does each try in a round. */
    private static final int NEIGHBOURS = 60;

    private static final int ROUNDS = 20;

    private static final Comparator<Found> BEST_FIRST = Comparator.comparingInt(Found::gain)
            .reversed()
            .thenComparingInt(Found::left)
            .thenComparingInt(Found::right);

    private final Weighing weighing;
    private final Thresholds thresholds;
    private final Apart apart;
    private final Certified certified;
    private final Contradicted contradicted;
    private final Growth growth;
    private final List<Piece> pieces = new ArrayList<>();
    private final int[] pieceOf;
    private final DisjointSets sets;
    private final Map<Long, Failed> failed = new HashMap<>();

    /** Two pieces, by number, that may be one. */
    private record Found(int left, int right, int gain) {}

    /** What two pieces gained when they were as large as this. */
    private record Failed(int size, int gain) {}

    /**
     * @param weighing over the component's records alone, sorted by key
     * @param parts of each its clusters, positions: every record in exactly one
     */
    Rejoining(Weighing weighing, List<List<int[]>> parts, Apart apart, Certified certified, Growth growth) {
        this.weighing = weighing;
        this.thresholds = weighing.model().thresholds();
        this.apart = apart;
        this.certified = certified;
        this.contradicted = new Contradicted(certified, weighing);
        this.growth = growth;
        for (int part = 0; part < parts.size(); part++) {
            for (int[] cluster : parts.get(part)) {
                pieces.add(new Piece(cluster, central(cluster), part));
            }
        }
        // Numbered by their smallest records, whatever the order in which the parts came.
        pieces.sort(Comparator.comparingInt(piece -> piece.members[0]));
        this.pieceOf = new int[weighing.columns().size()];
        for (int number = 0; number < pieces.size(); number++) {
            for (int member : pieces.get(number).members) {
                pieceOf[member] = number;
            }
        }
        this.sets = new DisjointSets(pieces.size());
    }

    /** A cluster. */
    private static final class Piece {
        /** Positions of records, sorted. */
        private final int[] members;
        /** Those that stand for it. */
        private final int[] central;
        /** The part that it was found in; −1 once it is of several. */
        private final int part;

        Piece(int[] members, int[] central, int part) {
            this.members = members;
            this.central = central;
            this.part = part;
        }
    }

    /** @param edges of the component that was cut, those below the model's floor left aside */
    void join(List<Cutting.Edge> edges) {
        List<Cutting.Edge> strongest = edges.stream()
                .filter(edge -> edge.weight() >= thresholds.floor())
                .sorted(Comparator.comparingInt(Cutting.Edge::weight)
                        .reversed()
                        .thenComparingInt(Cutting.Edge::left)
                        .thenComparingInt(Cutting.Edge::right))
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            if (!joinAny(found(strongest))) {
                return;
            }
        }
    }

    private List<Found> found(List<Cutting.Edge> edges) {
        List<Found> found = new ArrayList<>();
        int[] tried = new int[pieces.size()];
        Set<Long> seen = new HashSet<>();
        for (Cutting.Edge edge : edges) {
            int a = sets.find(pieceOf[edge.left()]);
            int b = sets.find(pieceOf[edge.right()]);
            int left = Math.min(a, b);
            int right = Math.max(a, b);
            if (left == right
                    || (tried[left] >= NEIGHBOURS && tried[right] >= NEIGHBOURS)
                    || isWeighed(left, right)
                    || !seen.add(pair(left, right))) {
                continue;
            }
            tried[left]++;
            tried[right]++;
            int gain = gain(left, right);
            if (gain >= thresholds.match()) {
                found.add(new Found(left, right, gain));
            }
        }
        found.sort(BEST_FIRST);
        return found;
    }

    private boolean joinAny(List<Found> found) {
        boolean any = false;
        for (Found one : found) {
            int left = Math.min(sets.find(one.left), sets.find(one.right));
            int right = Math.max(sets.find(one.left), sets.find(one.right));
            // What has grown meanwhile is weighed anew.
            if (left != right && !isWeighed(left, right)) {
                int gain = gain(left, right);
                if (gain >= thresholds.match()) {
                    join(left, right, gain);
                    any = true;
                }
            }
        }
        return any;
    }

    private void join(int left, int right, int gain) {
        Piece one = pieces.get(left);
        Piece other = pieces.get(right);
        growth.joined(one.members, other.members, gain);
        int[] central = central(Likelihood.merged(one.central, other.central));
        pieces.set(left, new Piece(Likelihood.merged(one.members, other.members), central, -1));
        sets.join(left, right);
    }

    /** Whether it is known that the two do not join. */
    private boolean isWeighed(int left, int right) {
        Piece one = pieces.get(left);
        Piece other = pieces.get(right);
        Failed before = failed.get(pair(left, right));
        return (one.part >= 0 && one.part == other.part)
                || (before != null && before.size == one.members.length + other.members.length);
    }

    private static long pair(int left, int right) {
        return (long) left << 32 | right;
    }

    private int gain(int left, int right) {
        Piece one = pieces.get(left);
        Piece other = pieces.get(right);
        int gain = Integer.MIN_VALUE;
        if (!apart.areApart(one.members, other.members)) {
            int[] both = Arrays.copyOf(one.central, one.central.length + other.central.length);
            System.arraycopy(other.central, 0, both, one.central.length, other.central.length);
            gain = new Likelihood(new EvidenceTable(weighing, both, certified))
                    .gain(
                            IntStream.range(0, one.central.length).toArray(),
                            IntStream.range(one.central.length, both.length).toArray());
            // Those who stand for a cluster need not be those whose sources have seen proof.
            if (gain >= thresholds.match() && contradicted.between(one.members, other.members)) {
                gain = thresholds.match() - 1;
            }
        }
        if (gain < thresholds.match()) {
            failed.put(pair(left, right), new Failed(one.members.length + other.members.length, gain));
        }
        return gain;
    }

    /** Those that have most in common with all others; ties by key. */
    private int[] central(int[] members) {
        if (members.length <= CENTRAL) {
            return members;
        }
        // What no floor could cut is alike, however many they are.
        int[] some = members.length <= Clusterer.LARGE ? members : Arrays.copyOf(members, Clusterer.LARGE);
        long[] common = new long[some.length];
        for (int i = 0; i < some.length; i++) {
            for (int j = 0; j < i; j++) {
                int weight = weighing.weight(some[i], some[j]);
                common[i] += weight;
                common[j] += weight;
            }
        }
        return IntStream.range(0, some.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> common[i])
                        .reversed()
                        .thenComparing(i -> i))
                .limit(CENTRAL)
                .mapToInt(i -> some[i])
                .sorted()
                .toArray();
    }

    /** The clusters, each sorted, by their smallest records. */
    List<int[]> clusters() {
        return IntStream.range(0, pieces.size())
                .filter(number -> sets.find(number) == number)
                .mapToObj(number -> pieces.get(number).members)
                .toList();
    }

    boolean areTogether(int left, int right) {
        return sets.find(pieceOf[left]) == sets.find(pieceOf[right]);
    }

    /** The two clusters that the pair is of, whichever comes first. */
    long between(int[] pair) {
        int one = sets.find(pieceOf[pair[0]]);
        int other = sets.find(pieceOf[pair[1]]);
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    /** Of clusters that nearly joined, the strongest pair of central records that nobody judged. */
    List<int[]> doubtful(Judgements judgements) {
        List<int[]> doubtful = new ArrayList<>();
        failed.forEach((pair, last) -> {
            int left = (int) (pair >>> 32);
            int right = (int) (long) pair;
            Piece one = pieces.get(left);
            Piece other = pieces.get(right);
            boolean current = sets.find(left) == left
                    && sets.find(right) == right
                    && last.size == one.members.length + other.members.length;
            if (current && last.gain >= thresholds.review()) {
                strongest(one, other, judgements).ifPresent(doubtful::add);
            }
        });
        return doubtful;
    }

    private Optional<int[]> strongest(Piece one, Piece other, Judgements judgements) {
        int[] best = null;
        int most = Integer.MIN_VALUE;
        for (int left : one.central) {
            for (int right : other.central) {
                int weight = weighing.weight(left, right);
                boolean judged = judgements
                        .verdict(
                                weighing.columns().key(left), weighing.columns().key(right))
                        .isPresent();
                if (weight > most && !judged) {
                    most = weight;
                    best = new int[] {left, right};
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
