package fr.unefois.mdm.record;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of one citizen: its mapped values, as received. Text is canonical in shape where the mapping
 * could make it so (dates {@code yyyy[-MM[-dd]]}, sex {@code M} or {@code F}), and left as it came where it could not:
 * standardising finds the flaw.
 *
 * @param asOf when the source last knew this to be true, by the source's own clock; never the time of arrival
 * @param values by attribute, in the source's order; given names are one text each or one text for all
 */
public record CitizenRecord(
        SourceKey key, @Nullable Instant asOf, Map<Attribute, List<Value>> values, List<Relation> relations) {

    public CitizenRecord {
        Objects.requireNonNull(key);
        Map<Attribute, List<Value>> copy = new TreeMap<>();
        values.forEach((attribute, list) -> {
            if (!list.isEmpty()) {
                copy.put(attribute, List.copyOf(list));
            }
        });
        values = Collections.unmodifiableMap(copy);
        relations = List.copyOf(relations);
    }

    public CitizenRecord(SourceKey key, @Nullable Instant asOf, Map<Attribute, List<Value>> values) {
        this(key, asOf, values, List.of());
    }

    /** The values of one attribute; empty when the source says nothing of it. */
    public List<Value> values(Attribute attribute) {
        return values.getOrDefault(attribute, List.of());
    }

    /** The texts of one attribute; an address has none. */
    public List<String> texts(Attribute attribute) {
        return values(attribute).stream()
                .filter(Text.class::isInstance)
                .map(value -> ((Text) value).value())
                .toList();
    }

    public Optional<String> text(Attribute attribute) {
        return texts(attribute).stream().findFirst();
    }

    public List<Address> addresses() {
        return values(Attribute.ADDRESSES).stream()
                .filter(Address.class::isInstance)
                .map(Address.class::cast)
                .toList();
    }

    /** The record as if the source said nothing of the attribute. */
    public CitizenRecord without(Attribute attribute) {
        Map<Attribute, List<Value>> others = new TreeMap<>(values);
        others.remove(attribute);
        return new CitizenRecord(key, asOf, others, relations);
    }

    /** Whether it says of one of its addresses that it is secret. */
    public boolean hasSecretAddress() {
        return values(Attribute.ADDRESSES).stream()
                .anyMatch(value -> value instanceof Address address && address.secret());
    }

    @Override
    public String toString() {
        return "CitizenRecord[" + key + " " + values.keySet() + "]";
    }
}
