package fr.unefois.mdm.cluster;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The gain of taking two clusters for one person, comparison by comparison, in thousandths of a bit.
 *
 * @param prior log2 of the prior odds of one person
 * @param parts one a comparison, in the model's order
 * @param householdTerm what the alternative of a household takes away, at most 0
 * @param gain the sum of all
 * @param objection the comparison that leaves the union to a steward, however large the gain
 */
public record Union(int prior, List<Part> parts, int householdTerm, int gain, Optional<String> objection) {
    public Union {
        parts = List.copyOf(parts);
    }

    /**
     * What one comparison says of the union.
     *
     * @param same how much better, or worse, one person explains the records than two strangers
     * @param household likewise two people of one household
     */
    public record Part(String comparison, int same, int household) {}

    /** The comparison that speaks most against the union; empty where none does. */
    public Optional<Part> against() {
        return parts.stream().filter(part -> part.same() < 0).min(Comparator.comparingInt(Part::same));
    }
}
