package fr.unefois.mdm.connectors;

import java.util.Collections;
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
}
