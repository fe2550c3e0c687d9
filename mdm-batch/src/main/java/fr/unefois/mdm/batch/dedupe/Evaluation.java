package fr.unefois.mdm.batch.dedupe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Clusters against the truth: pairs of records in one cluster against pairs of one entity; B-cubed averages over
 * records; an entity is exact when one cluster holds its records and no other.
 *
 * @param falseMerges clusters that hold more than one entity
 */
record Evaluation(
        int records,
        int entities,
        int clusters,
        long truePairs,
        long foundPairs,
        double precision,
        double recall,
        double b3Precision,
        double b3Recall,
        int exact,
        int falseMerges) {

    private record Cell(String entity, String cluster) {}

    /** @param truth by record its entity; {@code found} by record its cluster, in the same order */
    static Evaluation of(List<String> truth, List<String> found) {
        Map<String, Integer> entities = new HashMap<>();
        Map<String, Integer> clusters = new HashMap<>();
        Map<Cell, Integer> cells = new HashMap<>();
        for (int i = 0; i < truth.size(); i++) {
            entities.merge(truth.get(i), 1, Integer::sum);
            clusters.merge(found.get(i), 1, Integer::sum);
            cells.merge(new Cell(truth.get(i), found.get(i)), 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        int exact = 0;
        Map<String, Integer> entitiesOf = new HashMap<>();
        for (Map.Entry<Cell, Integer> cell : cells.entrySet()) {
            double shared = cell.getValue();
            int whole = entities.getOrDefault(cell.getKey().entity, 0);
            int cluster = clusters.getOrDefault(cell.getKey().cluster, 0);
            precision += shared * shared / cluster;
            recall += shared * shared / whole;
            exact += whole == cluster && cell.getValue() == whole ? 1 : 0;
            entitiesOf.merge(cell.getKey().cluster, 1, Integer::sum);
        }
        long right = pairs(cells);
        long real = pairs(entities);
        long claimed = pairs(clusters);
        int n = Math.max(1, truth.size());
        return new Evaluation(
                truth.size(),
                entities.size(),
                clusters.size(),
                real,
                claimed,
                claimed == 0 ? 1 : (double) right / claimed,
                real == 0 ? 1 : (double) right / real,
                precision / n,
                recall / n,
                exact,
                (int) entitiesOf.values().stream().filter(count -> count > 1).count());
    }

    double f1() {
        return harmonic(precision, recall);
    }

    double b3F1() {
        return harmonic(b3Precision, b3Recall);
    }

    double exactShare() {
        return (double) exact / Math.max(1, entities);
    }

    /** Clusters that hold more than one entity, per 10,000 entities. */
    double falseMergesPer10000() {
        return 10_000.0 * falseMerges / Math.max(1, entities);
    }

    private static double harmonic(double a, double b) {
        return a + b == 0 ? 0 : 2 * a * b / (a + b);
    }

    private static long pairs(Map<?, Integer> counts) {
        return counts.values().stream().mapToLong(n -> (long) n * (n - 1) / 2).sum();
    }
}
