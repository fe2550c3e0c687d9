package fr.unefois.mdm.cluster;

import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final int[] originals;
    private final int[] places;

    private Copies(int[] originals, int[] places) {
        this.originals = originals;
        this.places = places;
    }

    public static Copies of(List<StandardRecord> records) {
        return of(records, Set.of());
    }

    /**
     * The copies among the records; which of them is the original does not depend on the records' order.
     *
     * @param apart records that always stand for themselves alone
     */
    static Copies of(List<StandardRecord> records, Set<SourceKey> apart) {
        int[] hashes = IntStream.range(0, records.size())
                .parallel()
                .map(i -> content(records.get(i)).hashCode())
                .toArray();
        int[] frequent = frequent(hashes);
        int[] crowded = IntStream.range(0, hashes.length)
                .filter(i -> Arrays.binarySearch(frequent, hashes[i]) >= 0
                        && !apart.contains(records.get(i).key()))
                .toArray();
        Map<StandardRecord, int[]> groups = new HashMap<>();
        for (int i : crowded) {
            add(i, records, groups);
        }
        int[] standsFor = IntStream.range(0, hashes.length).toArray();
        for (int i : crowded) {
            int[] group = Objects.requireNonNull(groups.get(content(records.get(i))));
            standsFor[i] = group[1] > MANY ? group[0] : i;
        }
        return placed(standsFor);
    }

    /** A group is its record of the smallest key, and how many records it has. */
    private static void add(int at, List<StandardRecord> records, Map<StandardRecord, int[]> groups) {
        int[] group = groups.computeIfAbsent(content(records.get(at)), absent -> new int[] {at, 0});
        group[1]++;
        if (records.get(at).key().compareTo(records.get(group[0]).key()) < 0) {
            group[0] = at;
        }
    }

    private static StandardRecord content(StandardRecord record) {
        return record.withKey(new SourceKey(record.key().source(), "any"));
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

    private static Copies placed(int[] standsFor) {
        int[] originals = IntStream.range(0, standsFor.length)
                .filter(i -> standsFor[i] == i)
                .toArray();
        int[] places = new int[standsFor.length];
        for (int place = 0; place < originals.length; place++) {
            places[originals[place]] = place;
        }
        for (int i = 0; i < places.length; i++) {
            places[i] = places[standsFor[i]];
        }
        return new Copies(originals, places);
    }

    /** How many records another one stands for. */
    public int count() {
        return places.length - originals.length;
    }

    /** The positions of the records that stand for themselves, sorted. */
    public int[] originals() {
        return originals;
    }

    /** The place among the originals of the one that stands for the record. */
    public int place(int position) {
        return places[position];
    }

    /** The position of the record that stands for this one: its own, if it is no copy. */
    public int original(int position) {
        return originals[places[position]];
    }

    public boolean isCopy(int position) {
        return original(position) != position;
    }

    /** Those of the records that stand for themselves, in their order. */
    public List<StandardRecord> originals(List<StandardRecord> records) {
        return count() == 0
                ? records
                : Arrays.stream(originals).mapToObj(records::get).toList();
    }
}
