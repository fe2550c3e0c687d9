package fr.unefois.mdm.compare;

import fr.unefois.mdm.config.Section;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The levels of every comparison by {@code comparison.level}, as the model's file gives them. */
final class Weights {
    private final Map<String, Level> levels;

    private Weights(Map<String, Level> levels) {
        this.levels = Collections.unmodifiableMap(new TreeMap<>(levels));
    }

    /** Every level that the section lists, in bits. */
    static Weights read(Section comparisons) {
        Map<String, Level> levels = new TreeMap<>();
        for (String comparison : comparisons.keys()) {
            Section section = comparisons.section(comparison);
            for (String name : section.keys()) {
                Level level = read(section.section(name), new Level(comparison, name, 0, 0, 0));
                levels.put(key(comparison, name), level);
            }
        }
        return new Weights(levels);
    }

    /** These weights with the section's laid over them; a comparison or level that is not known is a fault. */
    Weights overriddenBy(Section comparisons) {
        Map<String, Level> merged = new TreeMap<>(levels);
        for (String comparison : comparisons.keys()) {
            Section section = comparisons.section(comparison);
            for (String name : section.keys()) {
                Level known = merged.get(key(comparison, name));
                if (known == null) {
                    section.faultAt(name, "`" + comparison + "." + name + "` is no level of the model");
                } else {
                    merged.put(key(comparison, name), read(section.section(name), known));
                }
            }
        }
        return new Weights(merged);
    }

    private static Level read(Section section, Level base) {
        int weight = thousandths(section, "weight", base.weight());
        int household = thousandths(section, "household", base.household());
        int cap = Math.max(weight, thousandths(section, "cap", Math.max(weight, base.cap())));
        section.end();
        return new Level(base.comparison(), base.name(), weight, household, cap);
    }

    private static int thousandths(Section section, String key, int defaultValue) {
        return (int) Math.round(1000 * section.decimal(key, defaultValue / 1000.0));
    }

    /** The level; asking for one that the shipped model does not have is a mistake in the code. */
    Level level(String comparison, String name) {
        Level level = levels.get(key(comparison, name));
        if (level == null) {
            throw new IllegalStateException("the model has no level " + key(comparison, name));
        }
        return level;
    }

    Map<String, Level> levels() {
        return levels;
    }

    private static String key(String comparison, String name) {
        return comparison + "." + name;
    }
}
