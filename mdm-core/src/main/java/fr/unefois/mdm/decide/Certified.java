package fr.unefois.mdm.decide;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.SourceKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which sources have seen proof of when and where people were born. Where two of them contradict each other no resemblance
 * makes two records one person: a steward is asked. Names and sex are not among it: they change, by law and by decree.
 */
public final class Certified {
    private static final Certified NONE = new Certified(Map.of());

    private static final Set<Attribute> UNCHANGING = Set.of(Attribute.BIRTH_DATE, Attribute.BIRTH_PLACE);

    /** By source the comparisons, each named as the attribute that it compares. */
    private final Map<String, Set<String>> bySource;

    private Certified(Map<String, Set<String>> bySource) {
        this.bySource = Map.copyOf(bySource);
    }

    public static Certified none() {
        return NONE;
    }

    /** What counts as proof is {@link fr.unefois.mdm.record.Certification#verified}. */
    public static Certified of(Collection<Source> sources) {
        Map<String, Set<String>> bySource = new HashMap<>();
        for (Source source : sources) {
            Set<String> comparisons = new TreeSet<>();
            for (Attribute attribute : UNCHANGING) {
                if (source.certification(attribute).verified()) {
                    comparisons.add(attribute.name());
                }
            }
            if (!comparisons.isEmpty()) {
                bySource.put(source.name(), Set.copyOf(comparisons));
            }
        }
        return new Certified(bySource);
    }

    /** Whether the record's source has seen proof of what the comparison compares. */
    public boolean of(SourceKey record, String comparison) {
        return bySource.getOrDefault(record.source(), Set.of()).contains(comparison);
    }

    public boolean isEmpty() {
        return bySource.isEmpty();
    }
}
