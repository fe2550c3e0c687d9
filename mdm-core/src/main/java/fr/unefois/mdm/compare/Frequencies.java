package fr.unefois.mdm.compare;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Sex;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How frequent a value is, as bits of surprise: log2(1/frequency) in thousandths of a bit. What was counted is drawn
 * towards what is known of the country, the more so the less was counted. Immutable.
 */
public final class Frequencies {
    /** What is counted. */
    public enum Kind {
        GIVEN_NAME(10_000, 2_000),
        /** The heads of the groups of diminutives and transliterations. */
        GIVEN_NAME_VARIANT(9_500, 2_000),
        /** A first and a second given name together. */
        TWO_GIVEN_NAMES(14_000, 100),
        FAMILY_NAME(14_000, 2_000),
        BIRTH_PLACE(9_000, 500),
        BIRTH_COUNTRY(6_000, 500),
        POSTCODE(8_000, 200),
        STREET(13_000, 500),
        HOUSE(17_000, 2_000),
        PHONE(18_000, 2_000),
        EMAIL(18_000, 2_000);

        private final int unseen;
        private final int prior;

        /**
         * @param unseen thousandths of a bit of a value of which nothing is known
         * @param prior the number of values that what is known of the country counts for
         */
        Kind(int unseen, int prior) {
            this.unseen = unseen;
            this.prior = prior;
        }
    }

    private static final int DECADES = 16;
    private static final int FIRST_YEAR = 1880;
    private static final int CELL_PRIOR = 200;
    /** About one person in a thousand. */
    private static final int COMMON = 9_950;
    /** A slip is hardly made so often. */
    private static final int OFTEN = 8;
    /** One in a thousand: of a value of which nothing is known. */
    private static final int UNCOUNTED = 10_000;

    private static final Frequencies NATIONAL = new Builder().build();

    private final Tally tally;
    /** Zero until it is found; found twice it is the same. */
    private volatile long fingerprint;

    private Frequencies(Tally tally) {
        this.tally = tally;
    }

    /** What is shipped: the country's, nothing counted. */
    public static Frequencies national() {
        return NATIONAL;
    }

    /** The surprise of two random people sharing the value, in thousandths of a bit. */
    public int bits(Kind kind, String value) {
        return -Log2.of(frequency(kind, value));
    }

    /** The same of an attribute that a site or a file added; what was not counted is taken as seen once. */
    public int bits(Attribute attribute, String value) {
        Tally.Counts counted = tally.others().get(attribute);
        return counted == null ? UNCOUNTED : Log2.of((double) counted.total() / counted.of(value));
    }

    /**
     * The surprise of two random people of one sex and birth decade sharing the given name.
     *
     * @param sex UNKNOWN where it is not known or not common to both
     * @param year of birth, 0 likewise
     */
    public int givenNameBits(String folded, Sex sex, int year) {
        return givenNameBits(folded, cell(sex, year));
    }

    int givenNameBits(String folded, int cell) {
        double all = frequency(Kind.GIVEN_NAME, folded);
        int[] counted = cell < 0 ? null : tally.cells().get(folded);
        if (cell < 0) {
            return -Log2.of(all);
        }
        double count = counted == null ? 0 : counted[cell];
        return -Log2.of((count + CELL_PRIOR * all) / (tally.cellTotals()[cell] + CELL_PRIOR));
    }

    /**
     * The surprise of another person sharing the whole name, where others of that name are known by their years of
     * birth; beyond all measure where none is.
     */
    public int namesakeBits(String givenName, String familyName) {
        int known = tally.namesakes().getOrDefault(givenName + ' ' + familyName, 1);
        return known < 2 ? Integer.MAX_VALUE : -Log2.of((known - 1.0) / tally.people());
    }

    /** Whether so many bear the value that it is one of its own, and no slip of another: one in a thousand at least. */
    boolean common(Kind kind, String value) {
        Tally.Counts counted = tally.counts().get(kind);
        boolean often = counted == null
                || counted.byValue().getOrDefault(value, 0) >= OFTEN
                || National.frequency(kind, value) > 0;
        return often && bits(kind, value) < COMMON;
    }

    private double frequency(Kind kind, String value) {
        double prior = National.frequency(kind, value);
        if (prior == 0) {
            prior = StrictMath.pow(2, -kind.unseen / 1000.0);
        }
        Tally.Counts counted = tally.counts().get(kind);
        if (counted == null) {
            return prior;
        }
        return Math.min(1, (counted.of(value) + kind.prior * prior) / (counted.total() + kind.prior));
    }

    /**
     * The same without the values that few records bear, which then count as seen once: what may be kept, and be read by
     * others, as long as a model version is. On towns of 65,000 and of a million records F1 differs by .0001.
     */
    public Frequencies shared() {
        return new Frequencies(tally.shared());
    }

    /** As bytes, which {@link #read} reads back. */
    public byte[] bytes() {
        return FrequencyFile.bytes(tally);
    }

    /** @throws IllegalArgumentException where the bytes are not what {@link #bytes} gives */
    public static Frequencies read(byte[] bytes) {
        return new Frequencies(FrequencyFile.read(bytes));
    }

    /** How many cells of sex and birth decade there are. */
    static final int CELLS = 2 * DECADES;

    /** The cell of a sex and a year of birth, from 0; negative where one of them is not known. */
    static int cell(@Nullable Sex sex, int year) {
        int decade = (year - FIRST_YEAR) / 10;
        if (sex == null || sex == Sex.UNKNOWN || year < FIRST_YEAR || decade >= DECADES) {
            return -1;
        }
        return (sex == Sex.M ? 0 : DECADES) + decade;
    }

    /** A hash of everything counted, for the model's version; found once. */
    long fingerprint() {
        long known = fingerprint;
        if (known == 0) {
            known = tally.fingerprint();
            fingerprint = known;
        }
        return known;
    }

    /** Counts values. Not thread-safe; the order of counting does not matter. */
    public static final class Builder {
        private final Map<Kind, Map<String, Integer>> counts = new TreeMap<>();
        private final Map<Kind, Long> totals = new TreeMap<>();
        private final Map<Attribute, Map<String, Integer>> others = new TreeMap<>();
        private final Map<String, int[]> cells = new HashMap<>();
        private final int[] cellTotals = new int[2 * DECADES];
        private final Map<String, Integer> namesakes = new HashMap<>();
        private int people;

        /** One person, or record, with this value. */
        public void count(Kind kind, String value) {
            count(kind, value, 1);
        }

        /** So many people, or records, with this value. */
        public void count(Kind kind, String value, int number) {
            if (number > 0) {
                counts.computeIfAbsent(kind, absent -> new HashMap<>()).merge(value, number, Integer::sum);
                totals.merge(kind, (long) number, Long::sum);
            }
        }

        /** So many people, or records, with this value of an attribute that a site or a file added. */
        public void count(Attribute attribute, String value, int number) {
            others.computeIfAbsent(attribute, absent -> new HashMap<>()).merge(value, number, Integer::sum);
        }

        /** One person, or record, with this first given name. */
        public void countGivenName(String folded, Sex sex, int year) {
            count(Kind.GIVEN_NAME, folded);
            countCell(folded, sex, year);
        }

        /** One person, or record, of this sex, born in this year, with this first given name, which is counted elsewhere. */
        public void countCell(String folded, Sex sex, int year) {
            int cell = cell(sex, year);
            if (cell >= 0) {
                cells.computeIfAbsent(folded, absent -> new int[2 * DECADES])[cell]++;
                cellTotals[cell]++;
            }
        }

        /** So many people at least bear this whole name: by so many years of birth it is borne. Once for each name. */
        public void countBearers(String givenName, String familyName, int number) {
            people += number;
            if (number > 1) {
                namesakes.put(givenName + ' ' + familyName, number);
            }
        }

        public Frequencies build() {
            Map<Kind, Tally.Counts> built = new TreeMap<>();
            counts.forEach(
                    (kind, byValue) -> built.put(kind, new Tally.Counts(byValue, totals.getOrDefault(kind, 0L))));
            Map<Attribute, Tally.Counts> builtOthers = new TreeMap<>();
            others.forEach((attribute, byValue) -> builtOthers.put(
                    attribute,
                    new Tally.Counts(
                            byValue,
                            byValue.values().stream()
                                    .mapToLong(Integer::longValue)
                                    .sum())));
            Map<String, int[]> copy = new HashMap<>();
            cells.forEach((name, counted) -> copy.put(name, counted.clone()));
            return new Frequencies(
                    new Tally(built, builtOthers, copy, cellTotals.clone(), Map.copyOf(namesakes), people));
        }
    }
}
