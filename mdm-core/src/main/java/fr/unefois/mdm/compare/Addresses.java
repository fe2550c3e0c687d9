package fr.unefois.mdm.compare;

import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.standardise.Dictionary;
import fr.unefois.mdm.standardise.ListColumn;
import fr.unefois.mdm.standardise.StandardAddress;
import fr.unefois.mdm.standardise.ValueColumn;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Addresses: house, street, postcode; the best of all pairs counts. */
final class Addresses extends Comparison {
    private static final double SIMILAR = 0.92;
    /** One town by its code or its label, the postcodes differ or are not told. */
    private static final int TOWN = 0xFF;

    private final Frequencies frequencies;
    private final int whole;
    private final int number;
    private final int neighbour;
    private final int street;
    private final int postcode;
    private final int department;
    private final int different;

    Addresses(Weights weights, Frequencies frequencies) {
        super("addresses", weights);
        this.frequencies = frequencies;
        whole = levels().place("whole");
        number = levels().place("number");
        neighbour = levels().place("neighbour");
        street = levels().place("street");
        postcode = levels().place("postcode");
        department = levels().place("department");
        different = levels().place("different");
    }

    @Override
    public Truths truths() {
        return Truths.TWO;
    }

    @Override
    Comparer over(NamedColumns people) {
        return new Lived(people.columns().addresses());
    }

    private final class Lived implements Comparer {
        private final ListColumn<StandardAddress> lists;
        private final Dictionary<StandardAddress> known;
        private final CodeBits houseBits;
        private final CodeBits streetBits;
        private final CodeBits postcodeBits;
        private final PairCache levelOf;

        Lived(ListColumn<StandardAddress> lists) {
            this.lists = lists;
            this.known = lists.values();
            houseBits = new CodeBits(known.size(), code -> {
                StandardAddress address = known.value(code);
                return frequencies.bits(Kind.HOUSE, address.way() + ' ' + address.number());
            });
            streetBits = new CodeBits(
                    known.size(),
                    code -> frequencies.bits(Kind.STREET, known.value(code).way()));
            postcodeBits = new CodeBits(
                    known.size(),
                    code -> frequencies.bits(
                            Kind.POSTCODE,
                            Objects.requireNonNull(known.value(code).postcode())));
            levelOf = new PairCache(known.size(), known.size(), (a, b) -> level(known.value(a), known.value(b)));
        }

        @Override
        public boolean tells(int record) {
            return lists.code(record) != ValueColumn.NONE;
        }

        @Override
        public long compare(int left, int right) {
            long best = EvidenceCode.NONE;
            for (int a : lists.of(left)) {
                for (int b : lists.of(right)) {
                    best = Math.max(best, evidence(a, b));
                }
            }
            return best == EvidenceCode.NONE ? EvidenceCode.MISSING : best;
        }

        private long evidence(int a, int b) {
            int level = levelOf.ofEither(a, b);
            if (level == whole || level == number || level == neighbour) {
                return levels().evidence(level, houseBits.of(smaller(a, b)));
            }
            if (level == street) {
                return levels().evidence(street, streetBits.of(smaller(a, b)));
            }
            if (level == postcode) {
                return levels().evidence(postcode, postcodeBits.of(a));
            }
            return levels().evidence(level == TOWN ? postcode : level);
        }

        /** The one whose way comes first in the alphabet: its frequency is the pair's, either way round. */
        private int smaller(int a, int b) {
            return a == b || known.value(a).way().compareTo(known.value(b).way()) <= 0 ? a : b;
        }
    }

    private int level(StandardAddress a, StandardAddress b) {
        String ours = a.postcode();
        String theirs = b.postcode();
        boolean samePostcode = ours != null && ours.equals(theirs);
        boolean sameTown = samePostcode
                || (a.cityCode() != null && a.cityCode().equals(b.cityCode()))
                || (!a.city().isEmpty() && a.city().equals(b.city()));
        if (sameTown && sameWay(a.way(), b.way())) {
            return a.number() == b.number() && a.number() > 0 ? house(a.suffix(), b.suffix()) : street;
        }
        if (sameTown) {
            return samePostcode ? postcode : TOWN;
        }
        boolean near = ours != null && theirs != null && ours.regionMatches(0, theirs, 0, 2);
        return near ? department : different;
    }

    /** 3 bis and 3 ter are two houses; 3 may be 3 bis where somebody left it out. */
    private int house(String ours, String theirs) {
        if (ours.equals(theirs)) {
            return whole;
        }
        return ours.isEmpty() || theirs.isEmpty() ? number : neighbour;
    }

    private static boolean sameWay(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        if (a.equals(b) || JaroWinkler.similarity(a, b) >= SIMILAR) {
            return true;
        }
        // HUGO for VICTOR HUGO: the last word is the one that is kept.
        Set<String> words = new HashSet<>(Arrays.asList(a.split(" ")));
        Set<String> others = new HashSet<>(Arrays.asList(b.split(" ")));
        boolean sameLast = a.substring(a.lastIndexOf(' ') + 1).equals(b.substring(b.lastIndexOf(' ') + 1));
        return sameLast && (words.containsAll(others) || others.containsAll(words));
    }
}
