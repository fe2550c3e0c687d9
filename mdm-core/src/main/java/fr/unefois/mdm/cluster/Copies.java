package fr.unefois.mdm.cluster;

import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Records of one source that say exactly the same. Where they are many, one of them, the original, stands for all while
 * records are blocked, compared and cut: whatever it weighs against another record, its copies weigh too. Without that a
 * million rows of one name would be compared with nothing but each other.
 */
public final class Copies {
    /** So many are compared like any other records; of more, one is. */
    public static final int MANY = 50;

    private final int[] standsFor;
    private final int count;

    private Copies(int[] standsFor) {
        this.standsFor = standsFor;
        this.count = (int) IntStream.range(0, standsFor.length)
                .filter(i -> standsFor[i] != i)
                .count();
    }

    public static Copies of(Columns columns) {
        return of(columns, columns.positions().toArray(), Set.of());
    }

    /**
     * The copies among some of the records; which of them is the original does not depend on their order.
     *
     * @param apart records that always stand for themselves alone
     */
    static Copies of(Columns columns, int[] records, Set<SourceKey> apart) {
        int[] hashes = Arrays.stream(records)
                .parallel()
                .map(record -> 31 * columns.contentHash(record)
                        + columns.key(record).source().hashCode())
                .toArray();
        int[] frequent = frequent(hashes);
        Map<Integer, List<Group>> byHash = new HashMap<>();
        Group[] groups = new Group[records.length];
        for (int i = 0; i < records.length; i++) {
            if (Arrays.binarySearch(frequent, hashes[i]) >= 0 && !apart.contains(columns.key(records[i]))) {
                groups[i] = group(columns, records, i, byHash.computeIfAbsent(hashes[i], absent -> new ArrayList<>()));
            }
        }
        int[] standsFor = new int[records.length];
        for (int i = 0; i < records.length; i++) {
            Group group = groups[i];
            standsFor[i] = group != null && group.size > MANY ? group.original : i;
        }
        return new Copies(standsFor);
    }

    /** Records that say the same: how many, and where the one of the smallest key is. */
    private static final class Group {
        private int original;
        private int size;
    }

    private static Group group(Columns columns, int[] records, int at, List<Group> alike) {
        int record = records[at];
        for (Group group : alike) {
            int other = records[group.original];
            if (columns.key(record).source().equals(columns.key(other).source())
                    && columns.sameContent(record, other)) {
                group.size++;
                if (columns.key(record).compareTo(columns.key(other)) < 0) {
                    group.original = at;
                }
                return group;
            }
        }
        Group group = new Group();
        group.original = at;
        group.size = 1;
        alike.add(group);
        return group;
    }

    /** The hashes that occur more than {@link #MANY} times, sorted: hardly any record has one of them. */
    private static int[] frequent(int[] hashes) {
        int[] sorted = hashes.clone();
        Arrays.parallelSort(sorted);
        return IntStream.range(MANY, sorted.length)
                .filter(i -> sorted[i] == sorted[i - MANY] && (i == MANY || sorted[i - 1 - MANY] != sorted[i]))
                .map(i -> sorted[i])
                .toArray();
    }

    /** How many records another one stands for. */
    public int count() {
        return count;
    }

    /** The position of the record that stands for this one: its own, if it is no copy. */
    public int original(int position) {
        return standsFor[position];
    }

    public boolean isCopy(int position) {
        return standsFor[position] != position;
    }
}
