package fr.unefois.mdm.batch.bench;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Figures while they come in, run after run, in the order in which they first came. */
public final class Series {
    private final Map<String, Figure> measured = new LinkedHashMap<>();
    private final Map<String, Goal> goals = new LinkedHashMap<>();
    private final Set<String> unmeasurable = new LinkedHashSet<>();

    /** One more value of the figure. */
    public Series add(String figure, Unit unit, double value) {
        measured.merge(
                figure, new Figure(figure, unit, List.of(value), Optional.empty()), (before, one) -> before.and(value));
        return this;
    }

    /** One more count; a double holds it exactly up to 2⁵³. */
    public Series add(String figure, Unit unit, long count) {
        return add(figure, unit, (double) count);
    }

    /** One more value in bytes, shown as gigabytes; where the system does not tell it, a remark says so instead. */
    Series addBytes(String figure, OptionalLong bytes) {
        bytes.ifPresentOrElse(
                known -> add(figure, Unit.GIGABYTES, Unit.gigabytes(known)), () -> unmeasurable.add(figure));
        return this;
    }

    /** What the figure should come to, measured already or not. */
    public Series goal(String figure, Goal goal) {
        goals.put(figure, goal);
        return this;
    }

    /** @throws IllegalStateException for a goal whose figure was never measured: a goal must not pass unseen */
    public List<Figure> figures() {
        for (String name : goals.keySet()) {
            if (!measured.containsKey(name) && !unmeasurable.contains(name)) {
                throw new IllegalStateException("`" + name + "` has a goal and was not measured");
            }
        }
        return measured.values().stream()
                .map(figure -> figure.against(Optional.ofNullable(goals.get(figure.name()))))
                .toList();
    }

    /** What could not be measured here. */
    List<String> remarks() {
        return unmeasurable.stream()
                .map(figure -> figure + ": not measured in every run; only Linux tells of a process's memory")
                .toList();
    }
}
