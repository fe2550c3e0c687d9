package fr.unefois.mdm.batch.bench;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing measured, run after run.
 *
 * @param values one a run, in the order of the runs; never empty
 */
public record Figure(String name, Unit unit, List<Double> values, Optional<Goal> goal) {
    public Figure {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + " was not measured");
        }
    }

    Figure and(double value) {
        return new Figure(
                name, unit, Stream.concat(values.stream(), Stream.of(value)).toList(), goal);
    }

    Figure against(Optional<Goal> asked) {
        return new Figure(name, unit, values, asked);
    }

    /** The value in the middle; of two, the mean. */
    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    public double least() {
        return values.stream().min(Double::compare).orElseThrow();
    }

    public double most() {
        return values.stream().max(Double::compare).orElseThrow();
    }

    /** Whether the median is what it should be; empty where nothing was asked of it. */
    public Optional<Boolean> reached() {
        return goal.map(asked -> asked.isReachedBy(median()));
    }
}
