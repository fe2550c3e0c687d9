package fr.unefois.mdm.compare;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AttributeType;
import fr.unefois.mdm.standardise.Dictionary;
import fr.unefois.mdm.standardise.ValueColumn;
import java.util.Arrays;
import java.util.HashSet;

/** An attribute that a site or a file added: equal, alike, or not, as its type lets one say. */
final class Others extends Comparison {
    private static final double SIMILAR = 0.92;
    private static final double CLOSE = 0.85;

    private final Attribute attribute;
    private final AttributeType type;
    private final Frequencies frequencies;
    private final int exact;
    private final int similar;
    private final int close;
    private final int different;

    Others(Attribute attribute, AttributeType type, Weights weights, Frequencies frequencies) {
        super(attribute.name(), weights);
        this.attribute = attribute;
        this.type = type;
        this.frequencies = frequencies;
        exact = levels().place("exact");
        similar = levels().place("similar");
        close = levels().place("close");
        different = levels().place("different");
    }

    /** Places, occupations and postcodes change in a life; a number that was given to a person, or a date, does not. */
    @Override
    public Truths truths() {
        return switch (type) {
            case IDENTIFIER, DATE -> Truths.ONE;
            case CATEGORY, NUMBER, TEXT -> Truths.TWO;
        };
    }

    @Override
    Comparer over(NamedColumns people) {
        ValueColumn<String> column = people.columns().other(attribute);
        if (column == null) {
            return (left, right) -> EvidenceCode.MISSING;
        }
        Dictionary<String> values = column.values();
        CodeBits bits = new CodeBits(values.size(), code -> frequencies.bits(attribute, values.value(code)));
        PairCache places =
                new PairCache(values.size(), values.size(), (a, b) -> place(values.value(a), values.value(b)));
        return (left, right) -> {
            int a = column.code(left);
            int b = column.code(right);
            if (a == ValueColumn.NONE || b == ValueColumn.NONE) {
                return EvidenceCode.MISSING;
            }
            if (a == b) {
                return levels().evidence(exact, bits.of(a));
            }
            return levels().evidence(places.ofEither(a, b));
        };
    }

    private int place(String a, String b) {
        return switch (type) {
            case CATEGORY -> different;
            case IDENTIFIER, NUMBER, DATE -> Edits.atMostOne(a, b) ? similar : different;
            case TEXT -> words(a, b);
        };
    }

    private int words(String a, String b) {
        double similarity = JaroWinkler.similarity(a, b);
        if (similarity >= SIMILAR || sameWords(a, b)) {
            return similar;
        }
        return similarity >= CLOSE ? close : different;
    }

    private static boolean sameWords(String a, String b) {
        return a.length() == b.length()
                && new HashSet<>(Arrays.asList(a.split(" "))).equals(new HashSet<>(Arrays.asList(b.split(" "))));
    }
}
