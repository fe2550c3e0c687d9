package fr.unefois.mdm.estimate;

import fr.unefois.mdm.compare.Frequencies;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.Dictionary;
import fr.unefois.mdm.standardise.ValueColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Counts by how many years of birth each whole name is borne: as many people bear it at least. */
final class Namesakes {
    private static final int GIVEN_BITS = 24;
    private static final int YEAR_BITS = 14;

    private final Columns columns;
    private final int[] givenNames;
    private final int[] familyNames;

    Namesakes(Columns columns) {
        this.columns = columns;
        givenNames = merged(columns.givenNames().values(), name -> name.folded());
        familyNames = merged(columns.familyNames(), name -> name.folded());
    }

    /** By code, the first code of the same folded name. */
    private static <T> int[] merged(Dictionary<T> values, Function<T, String> folded) {
        Map<String, Integer> first = new HashMap<>();
        int[] codes = new int[values.size()];
        Arrays.setAll(codes, code -> first.computeIfAbsent(folded.apply(values.value(code)), absent -> code));
        return codes;
    }

    void count(Frequencies.Builder counted) {
        long[] names = names();
        Arrays.parallelSort(names);
        for (int start = 0; start < names.length; ) {
            long name = names[start] >>> YEAR_BITS;
            int years = 0;
            int end = start;
            for (; end < names.length && names[end] >>> YEAR_BITS == name; end++) {
                years += end == start || names[end] != names[end - 1] ? 1 : 0;
            }
            int given = (int) (name & (1 << GIVEN_BITS) - 1);
            int family = (int) (name >>> GIVEN_BITS);
            counted.countBearers(
                    columns.givenNames().values().value(given).folded(),
                    columns.familyNames().value(family).folded(),
                    years);
            start = end;
        }
    }

    /** Every whole name with a year of birth, as often as it is told: family name, given name, year. */
    private long[] names() {
        long[] names = new long[2 * columns.size()];
        int size = 0;
        for (int record = 0; record < columns.size(); record++) {
            int[] given = columns.givenNames().of(record);
            int date = columns.birthDates().code(record);
            if (given.length > 0 && date != ValueColumn.NONE) {
                long rest = (long) givenNames[given[0]] << YEAR_BITS
                        | columns.birthDates().values().value(date).year();
                for (int family : new int[] {
                    columns.birthNames().code(record), columns.usageNames().code(record)
                }) {
                    if (family != ValueColumn.NONE) {
                        names[size++] = (long) familyNames[family] << (GIVEN_BITS + YEAR_BITS) | rest;
                    }
                }
            }
        }
        return Arrays.copyOf(names, size);
    }
}
