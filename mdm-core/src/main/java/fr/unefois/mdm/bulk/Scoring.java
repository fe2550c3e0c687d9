package fr.unefois.mdm.bulk;

import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Scores every candidate pair once, in parallel; the result is the same whatever the number of threads. */
final class Scoring {
    private static final int CHUNKS = 512;
    /** Neighbours on each side within a block that is compared along its sorted order. */
    private static final int NEIGHBOURS = 10;

    private static final Comparator<BulkWalk.Edge> ORDER =
            Comparator.comparingInt(BulkWalk.Edge::left).thenComparingInt(BulkWalk.Edge::right);

    private final Candidates candidates;
    private final LinkageModel model;
    private final Scope scope;
    private final List<StandardRecord> records;
    private final int floor;
    private final List<BulkWalk.Edge> edges;
    private final long pairs;

    Scoring(Candidates candidates, LinkageModel model, Scope scope, List<StandardRecord> records) {
        this.scope = scope;
        this.candidates = candidates;
        this.model = model;
        this.records = records;
        this.floor = model.thresholds().floor();
        List<Part> parts = new ArrayList<>(
                IntStream.range(0, CHUNKS).parallel().mapToObj(this::chunk).toList());
        parts.addAll(
                candidates.sortedBlocks().parallelStream().map(this::neighbours).toList());
        edges = parts.stream()
                .flatMap(part -> part.edges.stream())
                .sorted(ORDER)
                .distinct()
                .toList();
        pairs = parts.stream().mapToLong(part -> part.pairs).sum();
    }

    List<BulkWalk.Edge> edges() {
        return edges;
    }

    long pairs() {
        return pairs;
    }

    /** The blocks that begin within one of the equal slices of the table. */
    private Part chunk(int number) {
        KeyTable table = candidates.table();
        Part part = new Part();
        int start = blockStart((int) ((long) table.size() * number / CHUNKS));
        int stop = blockStart((int) ((long) table.size() * (number + 1) / CHUNKS));
        while (start < stop) {
            int end = table.end(start);
            for (int i = start; i < end; i++) {
                for (int j = i + 1; j < end; j++) {
                    if (candidates.meetFirst(table.key(start), table.record(i), table.record(j))) {
                        part.score(table.record(i), table.record(j));
                    }
                }
            }
            start = end;
        }
        return part;
    }

    private int blockStart(int at) {
        KeyTable table = candidates.table();
        int start = at;
        while (start > 0 && start < table.size() && table.key(start) == table.key(start - 1)) {
            start++;
        }
        return start;
    }

    private Part neighbours(int[] block) {
        Part part = new Part();
        for (int i = 0; i < block.length; i++) {
            for (int j = i + 1; j < Math.min(block.length, i + 1 + NEIGHBOURS); j++) {
                if (!candidates.meet(block[i], block[j])) {
                    part.score(Math.min(block[i], block[j]), Math.max(block[i], block[j]));
                }
            }
        }
        return part;
    }

    /** What one slice found. */
    private final class Part {
        private final List<BulkWalk.Edge> edges = new ArrayList<>();
        private long pairs;

        void score(int left, int right) {
            if (!scope.allows(records.get(left).key(), records.get(right).key())) {
                return;
            }
            pairs++;
            int weight = model.weight(records.get(left), records.get(right));
            if (weight >= floor) {
                edges.add(new BulkWalk.Edge(left, right, weight));
            }
        }
    }
}
