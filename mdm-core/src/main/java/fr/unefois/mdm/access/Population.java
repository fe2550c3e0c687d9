package fr.unefois.mdm.access;

import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which citizens a contract is about; all others are unknown to its client.
 *
 * @param sources citizens whom one of these knows; empty for any
 * @param postcodes citizens with an address in one of these; empty for any
 */
public record Population(Set<String> sources, Set<String> postcodes) {
    public static final Population EVERYONE = new Population(Set.of(), Set.of());

    public Population {
        sources = Set.copyOf(sources);
        postcodes = Set.copyOf(postcodes);
    }

    public boolean isEveryone() {
        return sources.isEmpty() && postcodes.isEmpty();
    }

    /** Whether the contract is about this citizen. */
    public boolean includes(GoldenRecord golden) {
        return (sources.isEmpty() || golden.crosswalk().stream().anyMatch(key -> sources.contains(key.source())))
                && (postcodes.isEmpty()
                        || golden.values(Attribute.ADDRESSES).stream()
                                .flatMap(value -> value.values().stream())
                                .anyMatch(value -> value instanceof Address address
                                        && address.postcode() != null
                                        && postcodes.contains(address.postcode())));
    }

    /** In words that do not depend on a set's order. */
    @Override
    public String toString() {
        return isEveryone() ? "everyone" : "sources" + sorted(sources) + " postcodes" + sorted(postcodes);
    }

    private static String sorted(Set<String> words) {
        return new TreeSet<>(words).stream().collect(Collectors.joining(", ", "[", "]"));
    }
}
