package fr.unefois.mdm.api.prefill;

import fr.unefois.mdm.api.prefill.PrefillAnswer.FieldAnswer;
import fr.unefois.mdm.record.Source;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What people call the sources: whoever is shown a value is told from whom it was obtained (CRPA L114-8). */
public record SourceLabels(Map<String, String> byName) {
    public SourceLabels {
        byName = Map.copyOf(byName);
    }

    public static SourceLabels of(Collection<Source> sources) {
        Map<String, String> labels = new TreeMap<>();
        sources.forEach(source -> labels.put(source.name(), source.label()));
        return new SourceLabels(labels);
    }

    /** Of the sources that the fields name, in the order of their names. */
    Map<String, String> of(Map<String, FieldAnswer> fields) {
        Map<String, String> labels = new TreeMap<>();
        fields.values().forEach(field -> {
            String label = field.source() == null ? null : byName.get(field.source());
            if (label != null) {
                labels.put(field.source(), label);
            }
        });
        return labels;
    }
}
