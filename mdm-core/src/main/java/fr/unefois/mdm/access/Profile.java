package fr.unefois.mdm.access;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A golden record as one service contract shows it.
 *
 * @param values by attribute what may be shown, best first; attributes outside the contract are absent
 * @param withheld attributes inside the contract that are known, but rest on a link too doubtful to disclose
 */
public record Profile(Map<Attribute, List<Shown>> values, Set<Attribute> withheld) {
    /** Why an attribute of the contract is known and yet not shown. */
    public static final String DOUBTFUL_LINK = "doubtful-link";

    /**
     * One value that may be shown.
     *
     * @param values one value, or the whole list where a list is one value (given names)
     * @param source the source's name; null when the contract may not know it
     * @param since when the source last knew it to be true
     */
    public record Shown(
            List<Value> values,
            Certification certification,
            @Nullable String source,
            @Nullable Instant since) {
        public Shown {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return "Shown[" + certification + "]";
        }
    }

    public Profile {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        withheld = Collections.unmodifiableSet(new TreeSet<>(withheld));
    }

    public List<Shown> values(Attribute attribute) {
        return values.getOrDefault(attribute, List.of());
    }

    @Override
    public String toString() {
        return "Profile[" + values.keySet() + "]";
    }
}
