package fr.unefois.mdm.compare;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AttributeType;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Arrays;
import java.util.HashSet;

/** An attribute that a site or a file added: equal, alike, or not, as its type lets one say. */
final class Others implements Comparison {
    private static final double SIMILAR = 0.92;
    private static final double CLOSE = 0.85;

    private final Attribute attribute;
    private final AttributeType type;
    private final Frequencies frequencies;
    private final Level exact;
    private final Level similar;
    private final Level close;
    private final Level different;

    Others(Attribute attribute, AttributeType type, Weights weights, Frequencies frequencies) {
        this.attribute = attribute;
        this.type = type;
        this.frequencies = frequencies;
        exact = weights.level(attribute.name(), "exact");
        similar = weights.level(attribute.name(), "similar");
        close = weights.level(attribute.name(), "close");
        different = weights.level(attribute.name(), "different");
    }

    @Override
    public String name() {
        return attribute.name();
    }

    @Override
    public Evidence compare(StandardRecord left, StandardRecord right) {
        String a = left.others().get(attribute);
        String b = right.others().get(attribute);
        if (a == null || b == null) {
            return Level.missing(attribute.name());
        }
        if (a.equals(b)) {
            return exact.evidence(frequencies.bits(attribute, a));
        }
        return (switch (type) {
                    case CATEGORY -> different;
                    case IDENTIFIER, NUMBER, DATE -> digits(a, b);
                    case TEXT -> words(a, b);
                })
                .evidence();
    }

    private Level digits(String a, String b) {
        return Edits.atMostOne(a, b) ? similar : different;
    }

    private Level words(String a, String b) {
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
