package fr.unefois.mdm.access;

import fr.unefois.mdm.record.Attribute;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the base lets a contract's reader see at all. The policy decides what is shown; whatever is outside this never
 * leaves the database, so that a mistake in a decision has nothing to show.
 *
 * @param population whom the contract is about
 * @param known the sources through which somebody may be known to be there; null for any
 * @param attributes those whose values may be read
 */
public record Sight(Population population, @Nullable Set<String> known, Set<Attribute> attributes) {
    public Sight {
        known = known == null ? null : Set.copyOf(known);
        attributes = Set.copyOf(attributes);
    }

    /** What the contract reads, and the addresses where they tell whether it is about somebody. */
    static Sight of(ServiceContract contract, @Nullable Set<String> known) {
        Set<Attribute> attributes = new TreeSet<>(contract.readable());
        if (!contract.population().postcodes().isEmpty()) {
            attributes.add(Attribute.ADDRESSES);
        }
        return new Sight(contract.population(), known, attributes);
    }
}
