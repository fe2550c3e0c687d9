package fr.unefois.mdm.batch.check;

import fr.unefois.mdm.connectors.ConfiguredSource;
import fr.unefois.mdm.connectors.MappedRow;
import fr.unefois.mdm.connectors.QuarantinedRow;
import fr.unefois.mdm.connectors.Reading;
import fr.unefois.mdm.connectors.Readings;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.standardise.Standardiser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a source's first rows map to: how often each attribute is there and how often it is flawed; no value. */
final class Sample {
    private static final int ROWS = 100;

    private final ConfiguredSource source;
    private final Map<Attribute, Integer> present = new TreeMap<>();
    private final Map<Flaw, Integer> flaws =
            new TreeMap<>(java.util.Comparator.comparing(Flaw::attribute).thenComparing(Flaw::rule));
    private final List<String> aside = new ArrayList<>();
    private int rows;

    Sample(ConfiguredSource source) {
        this.source = source;
    }

    /** @throws fr.unefois.mdm.connectors.UnreadableSource where there is no reading it */
    List<String> lines() {
        try (Readings readings = source.read()) {
            while (rows < ROWS && readings.hasNext()) {
                add(readings.next());
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(source.source().name() + ": the first " + rows + " rows of " + source.place());
        for (Attribute attribute : source.attributes()) {
            StringBuilder line = new StringBuilder(String.format(
                    Locale.ROOT, "  %-16s present in %d", attribute.name(), present.getOrDefault(attribute, 0)));
            flaws.forEach((flaw, times) -> {
                if (flaw.attribute().equals(attribute)) {
                    line.append(", ").append(flaw.rule()).append(" in ").append(times);
                }
            });
            lines.add(line.toString());
        }
        lines.addAll(aside);
        return lines;
    }

    private void add(Reading reading) {
        rows++;
        if (reading instanceof QuarantinedRow row) {
            aside.add("  line " + row.line() + " is set aside: " + row.reason());
            return;
        }
        MappedRow row = (MappedRow) reading;
        row.record().values().keySet().forEach(attribute -> present.merge(attribute, 1, Integer::sum));
        Set<Flaw> found = new LinkedHashSet<>(row.flaws());
        found.addAll(Standardiser.french().standardise(row.record()).flaws());
        found.forEach(flaw -> flaws.merge(flaw, 1, Integer::sum));
    }
}
