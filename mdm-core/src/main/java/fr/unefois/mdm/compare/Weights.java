package fr.unefois.mdm.compare;

import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AttributeType;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The levels of every comparison by {@code comparison.level}, as the model's file gives them. */
final class Weights {
    private static final String OF_TYPE = "type:";

    private final Map<String, Level> levels;

    private Weights(Map<String, Level> levels) {
        this.levels = Collections.unmodifiableMap(new TreeMap<>(levels));
    }

    /** Every level that the sections list. */
    static Weights read(Section comparisons, Section types) {
        Map<String, Level> levels = new TreeMap<>();
        for (String comparison : comparisons.keys()) {
            read(comparisons.section(comparison), comparison, levels);
        }
        for (String type : types.keys()) {
            read(types.section(type), OF_TYPE + type, levels);
        }
        return new Weights(levels);
    }

    private static void read(Section section, String comparison, Map<String, Level> levels) {
        for (String name : section.keys()) {
            levels.put(key(comparison, name), read(section.section(name), new Level(comparison, name, 0, 0, 0, 0, 0)));
        }
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

    /** These with the levels of one more comparison: of an attribute that a site or a file added. */
    Weights with(Attribute attribute, AttributeType type) {
        Map<String, Level> more = new TreeMap<>(levels);
        String ofType = OF_TYPE + type.name().toLowerCase(Locale.ROOT);
        levels.values().stream()
                .filter(level -> level.comparison().equals(ofType))
                .forEach(level -> more.putIfAbsent(key(attribute.name(), level.name()), level.of(attribute.name())));
        return new Weights(more);
    }

    Weights map(UnaryOperator<Level> change) {
        Map<String, Level> changed = new TreeMap<>();
        levels.forEach((key, level) -> changed.put(key, change.apply(level)));
        return new Weights(changed);
    }

    /** A level tells bits, or the shares from which they follow: m, u and h. */
    private static Level read(Section section, Level base) {
        double m = section.has("m") ? share(section, "m") : base.m();
        int weight = thousandths(section, "weight", base.weight());
        int household = thousandths(section, "household", base.household());
        int surprise = section.has("weight") ? weight : base.surprise();
        if (section.has("u")) {
            double u = share(section, "u");
            if (m == 0) {
                section.faultAt("u", "`u` is there without `m`: a level tells both shares, or its weight");
                m = u;
            }
            double h = section.has("h") ? share(section, "h") : u;
            weight = Log2.of(m / u);
            household = section.has("h") ? Log2.of(h / u) : household;
            surprise = -Log2.of(u);
        }
        int cap = Math.max(surprise, thousandths(section, "cap", base.cap()));
        section.end();
        return new Level(base.comparison(), base.name(), m, weight, household, surprise, cap);
    }

    private static double share(Section section, String key) {
        double share = section.decimal(key, 0);
        if (!(share > 0 && share <= 1)) {
            section.faultAt(key, "`" + key + "` is a share above 0, 1 at most");
            return 0.1;
        }
        return share;
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

    /** The levels of one comparison, by name. */
    List<Level> levels(String comparison) {
        return levels.values().stream()
                .filter(level -> level.comparison().equals(comparison))
                .toList();
    }

    /** The levels of every comparison, in a stable order; those of a mere type left aside. */
    List<Level> levels() {
        return levels.values().stream()
                .filter(level -> !level.comparison().startsWith(OF_TYPE))
                .toList();
    }

    private static String key(String comparison, String name) {
        return comparison + "." + name;
    }
}
