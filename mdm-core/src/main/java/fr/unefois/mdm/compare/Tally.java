package fr.unefois.mdm.compare;

import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.record.Attribute;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What was counted in some records.
 *
 * @param cells by given name, how often it is borne in each cell of sex and birth decade
 * @param cellTotals of all given names
 * @param namesakes by whole name, by how many years of birth it is borne, where these are several
 * @param people the years of birth of all whole names, summed up
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of these but by their fingerprints
record Tally(
        Map<Kind, Counts> counts,
        Map<Attribute, Counts> others,
        Map<String, int[]> cells,
        int[] cellTotals,
        Map<String, Integer> namesakes,
        int people) {
    /** A value that so many records bear tells of nobody who they are. */
    private static final int SHARED = 10;
    /** Likewise a whole name that was borne by so many years of birth. */
    private static final int NAMESAKES = 3;

    /** @param total of all values, of those too that are not kept */
    record Counts(Map<String, Integer> byValue, long total) {
        Counts {
            byValue = Map.copyOf(byValue);
        }

        /** What was not counted is taken as seen once. */
        int of(String value) {
            return byValue.getOrDefault(value, 1);
        }

        private Counts shared() {
            return new Counts(filtered(byValue, count -> count >= SHARED), total);
        }
    }

    /** The same without what few records bear. */
    Tally shared() {
        Map<Kind, Counts> kinds = new TreeMap<>();
        counts.forEach((kind, counted) -> kinds.put(kind, counted.shared()));
        Map<Attribute, Counts> attributes = new TreeMap<>();
        others.forEach((attribute, counted) -> attributes.put(attribute, counted.shared()));
        return new Tally(
                kinds,
                attributes,
                filtered(cells, cell -> IntStream.of(cell).sum() >= SHARED),
                cellTotals,
                filtered(namesakes, years -> years >= NAMESAKES),
                people);
    }

    private static <T> Map<String, T> filtered(Map<String, T> all, Predicate<T> kept) {
        return all.entrySet().stream()
                .filter(one -> kept.test(one.getValue()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A hash of all of it, whatever the order in which it was counted. */
    long fingerprint() {
        long hash = 17;
        for (Map.Entry<Kind, Counts> counted : counts.entrySet()) {
            hash = fingerprint(Fingerprint.then(hash, counted.getKey().name()), counted.getValue());
        }
        for (Map.Entry<Attribute, Counts> counted : others.entrySet()) {
            hash = fingerprint(Fingerprint.then(hash, counted.getKey().name()), counted.getValue());
        }
        // Of many values in any order: their hashes are summed up, which is cheaper than to sort them.
        long names = 0;
        for (Map.Entry<String, int[]> name : cells.entrySet()) {
            long one = Fingerprint.then(17, name.getKey());
            for (int count : name.getValue()) {
                one = Fingerprint.then(one, count);
            }
            names += one;
        }
        return Fingerprint.then(Fingerprint.then(Fingerprint.then(hash, names), sum(namesakes)), people);
    }

    private static long fingerprint(long before, Counts counted) {
        return Fingerprint.then(Fingerprint.then(before, sum(counted.byValue())), counted.total);
    }

    private static long sum(Map<String, Integer> counted) {
        long sum = 0;
        for (Map.Entry<String, Integer> value : counted.entrySet()) {
            sum += Fingerprint.then(Fingerprint.then(17, value.getKey()), value.getValue());
        }
        return sum;
    }
}
