package fr.unefois.mdm.bulk;

import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.standardise.Columns;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the component of one record at a time, from pair to pair, so that some components of many are known without
 * weighing the pairs of the others. For one thread.
 */
final class Around {
    private final Finder finder;
    private final Weighing weighing;
    private final Columns columns;
    private final Scope scope;
    private final int floor;
    /** By record, the last search that reached it. */
    private final int[] reachedIn;

    private int search;
    private int[] members = new int[16];
    private int size;

    Around(Candidates candidates, Weighing weighing, Scope scope) {
        this.finder = candidates.finder(Scoring.UNMARKED);
        this.weighing = weighing;
        this.columns = weighing.columns();
        this.scope = scope;
        this.floor = weighing.model().thresholds().floor();
        this.reachedIn = new int[candidates.size()];
    }

    /**
     * The component of the record, sorted; empty where another of its records has a smaller key. So every component is
     * found from one of its records, and which one does not depend on how large it is.
     */
    Optional<int[]> first(int record) {
        search++;
        size = 0;
        reach(record);
        for (int i = 0; i < size; i++) {
            int from = members[i];
            int count = finder.findAll(from);
            for (int at = 0; at < count; at++) {
                int other = finder.found(at);
                if (reachedIn[other] != search && isEdge(from, other)) {
                    if (columns.key(other).compareTo(columns.key(record)) < 0) {
                        return Optional.empty();
                    }
                    reach(other);
                }
            }
        }
        int[] component = Arrays.copyOf(members, size);
        Arrays.sort(component);
        return Optional.of(component);
    }

    private boolean isEdge(int a, int b) {
        return (scope == Scope.LINK_AND_DEDUPE || scope.allows(columns.key(a), columns.key(b)))
                && weighing.weight(Math.min(a, b), Math.max(a, b)) >= floor;
    }

    private void reach(int record) {
        reachedIn[record] = search;
        if (size == members.length) {
            members = Arrays.copyOf(members, 2 * size);
        }
        members[size++] = record;
    }
}
