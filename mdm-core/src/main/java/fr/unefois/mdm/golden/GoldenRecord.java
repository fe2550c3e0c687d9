package fr.unefois.mdm.golden;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.SourceKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the authority knows of one citizen. A pure function of the cluster's records and the survivorship rules.
 *
 * @param attributes by attribute the values that survived, best first; one unless the attribute keeps several
 * @param crosswalk the records that the citizen has in the sources, sorted
 * @param linkWeight the weakest of the links that hold the cluster together, in thousandths of a bit;
 *     {@link Integer#MAX_VALUE} for a single record
 */
public record GoldenRecord(Map<Attribute, List<GoldenValue>> attributes, List<SourceKey> crosswalk, int linkWeight) {
    public GoldenRecord {
        Map<Attribute, List<GoldenValue>> copy = new TreeMap<>();
        attributes.forEach((attribute, values) -> {
            if (!values.isEmpty()) {
                copy.put(attribute, List.copyOf(values));
            }
        });
        attributes = Collections.unmodifiableMap(copy);
        crosswalk = crosswalk.stream().sorted().toList();
    }

    public List<GoldenValue> values(Attribute attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }

    /** The same, with every address a secret. */
    public GoldenRecord withSecretAddress() {
        Map<Attribute, List<GoldenValue>> kept = new TreeMap<>(attributes);
        kept.computeIfPresent(
                Attribute.ADDRESSES,
                (addresses, values) -> values.stream().map(GoldenRecord::secret).toList());
        return new GoldenRecord(kept, crosswalk, linkWeight);
    }

    private static GoldenValue secret(GoldenValue value) {
        return new GoldenValue(
                value.values().stream()
                        .map(one -> one instanceof Address address ? address.kept() : one)
                        .toList(),
                value.provenance());
    }

    /** Whether one of the sources keeps secret where the citizen lives; then so is every address of theirs. */
    public boolean hasSecretAddress() {
        return values(Attribute.ADDRESSES).stream()
                .flatMap(value -> value.values().stream())
                .anyMatch(value -> value instanceof Address address && address.secret());
    }

    @Override
    public String toString() {
        return "GoldenRecord[" + crosswalk + " " + attributes.keySet() + "]";
    }
}
