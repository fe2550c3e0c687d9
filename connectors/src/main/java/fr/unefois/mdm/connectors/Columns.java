package fr.unefois.mdm.connectors;

import fr.unefois.mdm.record.Attribute;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a mapping needs of an extract.
 *
 * @param id the column of the source's own identifier
 * @param wantedFor by column what it is mapped to, the identifier included
 */
public record Columns(String id, Map<String, String> wantedFor) {
    public Columns {
        wantedFor = Collections.unmodifiableMap(new TreeMap<>(wantedFor));
    }

    /** Those that are mapped to an attribute or a part of it. */
    List<String> of(Attribute attribute) {
        return wantedFor.entrySet().stream()
                .filter(one -> Arrays.stream(one.getValue().split(", ", -1))
                        .anyMatch(what -> what.equals(attribute.name()) || what.startsWith(attribute.name() + ".")))
                .map(Map.Entry::getKey)
                .toList();
    }
}
