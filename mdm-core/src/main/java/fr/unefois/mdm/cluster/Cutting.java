package fr.unefois.mdm.cluster;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.block.KeyReader;
import fr.unefois.mdm.command.Cores;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Cuts a component that is too large to compare every two records: the floor rises by 3 bits until the parts are small.
 * What no floor cuts, because all its records are the same to the model, is one cluster whole.
 */
final class Cutting {
    private static final int STEP = 3_000;
    /** A block of many equals hangs together by its neighbours: about so many pairs are scored of each. */
    private static final int PAIRS_OF_A_BLOCK = 100_000;

    private static final int PAIRS_AT_ONCE = 10_000;

    private final Weighing weighing;
    private final Columns columns;
    private final Judgements judgements;
    private final Scope scope;
    private final int match;
    private final List<int[]> parts = new ArrayList<>();
    private final List<int[]> wholes = new ArrayList<>();

    private final List<Edge> edges;
    private int highestFloor = Integer.MIN_VALUE;

    record Edge(int left, int right, int weight) {}

    /** @param weighing over the component's records alone, sorted by key */
    Cutting(Weighing weighing, BlockingRules rules, Judgements judgements, Scope scope) {
        this.scope = scope;
        this.weighing = weighing;
        this.columns = weighing.columns();
        this.judgements = judgements;
        LinkageModel model = weighing.model();
        this.match = model.thresholds().match();
        this.edges = edges(rules);
        cut(columns.positions().toArray(), edges, model.thresholds().floor());
    }

    /** Parts that are small enough: positions, sorted. */
    List<int[]> parts() {
        return parts;
    }

    /** Clusters that could not be cut: positions, sorted. */
    List<int[]> wholes() {
        return wholes;
    }

    /** The component's candidate pairs. */
    List<Edge> edges() {
        return edges;
    }

    /** The highest floor that was needed, in thousandths of a bit. */
    int floor() {
        return highestFloor;
    }

    private List<Edge> edges(BlockingRules rules) {
        long[] pairs = pairs(rules);
        return Cores.map((pairs.length + PAIRS_AT_ONCE - 1) / PAIRS_AT_ONCE, piece -> {
                    int from = piece * PAIRS_AT_ONCE;
                    return weighed(pairs, from, Math.min(pairs.length, from + PAIRS_AT_ONCE));
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Edge> weighed(long[] pairs, int from, int to) {
        List<Edge> some = new ArrayList<>();
        for (int at = from; at < to; at++) {
            if (at == 0 || pairs[at] != pairs[at - 1]) {
                int left = (int) (pairs[at] >>> 32);
                int right = (int) pairs[at];
                some.add(new Edge(left, right, weighing.weight(left, right)));
            }
        }
        return some;
    }

    /** The left position in the upper half, the right one in the lower; sorted, a pair as often as it meets. */
    private long[] pairs(BlockingRules rules) {
        Map<Long, IntStream.Builder> blocks = new HashMap<>();
        KeyReader reader = rules.over(columns).reader();
        for (int i = 0; i < columns.size(); i++) {
            int keys = reader.read(i);
            for (int at = 0; at < keys; at++) {
                blocks.computeIfAbsent(reader.key(at), absent -> IntStream.builder())
                        .add(i);
            }
        }
        LongStream.Builder pairs = LongStream.builder();
        blocks.values().forEach(block -> addPairs(block.build().toArray(), pairs));
        long[] all = pairs.build().toArray();
        Arrays.parallelSort(all);
        return all;
    }

    private void addPairs(int[] block, LongStream.Builder pairs) {
        int neighbours = Math.max(20, PAIRS_OF_A_BLOCK / block.length);
        for (int i = 0; i < block.length; i++) {
            for (int j = i + 1; j < Math.min(block.length, i + 1 + neighbours); j++) {
                if (scope == Scope.LINK_AND_DEDUPE || scope.allows(columns.key(block[i]), columns.key(block[j]))) {
                    pairs.add((long) block[i] << 32 | block[j]);
                }
            }
        }
    }

    private void cut(int[] members, List<Edge> edges, int floor) {
        if (members.length <= Clusterer.LARGE) {
            parts.add(members);
            return;
        }
        highestFloor = Math.max(highestFloor, floor);
        int highest = edges.stream().mapToInt(Edge::weight).max().orElse(Integer.MIN_VALUE);
        if (floor > highest) {
            // The strongest pairs are all that is left: they match, or nothing here does.
            List<Edge> matching = highest >= match ? edges : List.of();
            components(members, matching).forEach(component -> wholes.addAll(whole(component.members)));
            return;
        }
        List<Edge> kept = edges.stream().filter(edge -> edge.weight >= floor).toList();
        components(members, kept).forEach(component -> cut(component.members, component.edges, floor + STEP));
    }

    private static final class Component {
        /** Positions, sorted. */
        private final int[] members;

        private final List<Edge> edges;

        Component(List<Integer> members, List<Edge> edges) {
            this.members = members.stream().mapToInt(Integer::intValue).toArray();
            this.edges = edges;
        }
    }

    private List<Component> components(int[] members, List<Edge> edges) {
        DisjointSets sets = new DisjointSets(members.length);
        for (Edge edge : edges) {
            sets.join(Arrays.binarySearch(members, edge.left), Arrays.binarySearch(members, edge.right));
        }
        joinJudged(members, sets);
        Map<Integer, List<Edge>> edgesOf = new HashMap<>();
        for (Edge edge : edges) {
            int set = sets.find(Arrays.binarySearch(members, edge.left));
            edgesOf.computeIfAbsent(set, absent -> new ArrayList<>()).add(edge);
        }
        Map<Integer, List<Integer>> membersOf = new TreeMap<>();
        for (int i = 0; i < members.length; i++) {
            membersOf.computeIfAbsent(sets.find(i), absent -> new ArrayList<>()).add(members[i]);
        }
        List<Component> components = new ArrayList<>();
        membersOf.forEach((set, some) -> components.add(new Component(some, edgesOf.getOrDefault(set, List.of()))));
        return components;
    }

    /** One cluster, or as many as it takes to keep apart what may not be together. */
    private List<int[]> whole(int[] members) {
        Groups groups = new Groups(scope, judgements);
        Map<SourceKey, Integer> positions = new HashMap<>();
        for (int member : members) {
            groups.add(columns.key(member));
            positions.put(columns.key(member), member);
        }
        return groups.all().stream()
                .map(group -> group.stream().mapToInt(positions::get).sorted().toArray())
                .toList();
    }

    private void joinJudged(int[] members, DisjointSets sets) {
        Collection<fr.unefois.mdm.record.Judgement> all = judgements.all();
        if (all.isEmpty()) {
            return;
        }
        Map<SourceKey, Integer> positions = new HashMap<>();
        for (int i = 0; i < members.length; i++) {
            positions.put(columns.key(members[i]), i);
        }
        for (var judgement : all) {
            Integer left = positions.get(judgement.left());
            Integer right = positions.get(judgement.right());
            if (judgement.verdict() == Verdict.SAME && left != null && right != null) {
                sets.join(left, right);
            }
        }
    }
}
