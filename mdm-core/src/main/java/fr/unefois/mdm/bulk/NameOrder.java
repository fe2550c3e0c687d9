package fr.unefois.mdm.bulk;

import fr.unefois.mdm.standardise.Columns;
import java.util.function.IntUnaryOperator;

/**
 * An order in which records of one name follow each other. Most pairs are of one name: taken in this order, their rows and
 * what is remembered of their values are still in the caches.
 */
final class NameOrder {
    private NameOrder() {}

    /** All positions. */
    static int[] of(Columns columns) {
        int[] order = columns.positions().toArray();
        order = sorted(
                order,
                columns.givenNames().lists().size(),
                record -> columns.givenNames().code(record));
        return sorted(
                order,
                columns.familyNames().size(),
                record -> columns.birthNames().code(record));
    }

    /** Stable; a code that is missing, -1, comes first. */
    private static int[] sorted(int[] records, int codes, IntUnaryOperator codeOf) {
        int[] starts = new int[codes + 2];
        for (int record : records) {
            starts[codeOf.applyAsInt(record) + 2]++;
        }
        for (int code = 0; code <= codes; code++) {
            starts[code + 1] += starts[code];
        }
        int[] sorted = new int[records.length];
        for (int record : records) {
            sorted[starts[codeOf.applyAsInt(record) + 1]++] = record;
        }
        return sorted;
    }
}
