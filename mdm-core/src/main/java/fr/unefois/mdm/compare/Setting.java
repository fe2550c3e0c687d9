package fr.unefois.mdm.compare;

import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.config.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the model's file says: weights, priors, thresholds.
 *
 * @param records the number of records that the priors are for
 * @param matches the odds that a pair is of one person are this divided by {@code records}
 * @param households likewise for two people of one household
 */
record Setting(
        String name,
        int records,
        double matches,
        double households,
        Map<OperatingPoint, Thresholds> thresholds,
        Weights weights) {
    private static final String FILE = "linkage-model.yml";
    private static final Setting SHIPPED = readShipped();

    Setting {
        thresholds = Collections.unmodifiableMap(new EnumMap<>(thresholds));
    }

    static Setting shipped() {
        return SHIPPED;
    }

    private static Setting readShipped() {
        try (InputStream stream = Setting.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is not in the jar");
            }
            Faults faults = new Faults();
            Section file = Yaml.read(FILE, new String(stream.readAllBytes(), StandardCharsets.UTF_8), Map.of(), faults);
            Map<OperatingPoint, Thresholds> none = new EnumMap<>(OperatingPoint.class);
            for (OperatingPoint point : OperatingPoint.values()) {
                none.put(point, new Thresholds(0, 0, 0));
            }
            Setting base = new Setting("", 2, 1, 1, none, Weights.read(file.section("comparisons")));
            Setting shipped = base.overriddenBy(file);
            faults.throwIfAny();
            return shipped;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Thresholds thresholds(OperatingPoint point) {
        return Objects.requireNonNull(thresholds.get(point));
    }

    /** This with what the file says otherwise. */
    Setting overriddenBy(Section file) {
        Section prior = file.section("prior");
        Setting merged = new Setting(
                file.text("name").orElse(name),
                positive(prior, "records", records),
                positive(prior, "matches", matches),
                positive(prior, "households", households),
                thresholds(file),
                weights.overriddenBy(file.section("comparisons")));
        prior.end();
        file.end();
        return merged;
    }

    /** This with another threshold for links at the operating point. */
    Setting with(OperatingPoint point, int match) {
        Map<OperatingPoint, Thresholds> changed = new EnumMap<>(thresholds);
        Thresholds known = thresholds(point);
        int review = Math.min(match, known.review());
        changed.put(point, new Thresholds(match, review, Math.min(review, known.floor())));
        return new Setting(name, records, matches, households, changed, weights);
    }

    private Map<OperatingPoint, Thresholds> thresholds(Section file) {
        Section section = file.section("thresholds");
        Map<OperatingPoint, Thresholds> merged = new EnumMap<>(OperatingPoint.class);
        thresholds.forEach((point, known) -> {
            String key = point.name().toLowerCase(Locale.ROOT);
            Section zones = section.section(key);
            int match = thousandths(zones, "match", known.match());
            int review = thousandths(zones, "review", known.review());
            int floor = thousandths(file, "floor", known.floor());
            zones.end();
            if (match < review || review < floor) {
                section.faultAt(key, "the thresholds of `" + key + "` do not descend from match to review to floor");
                merged.put(point, known);
            } else {
                merged.put(point, new Thresholds(match, review, floor));
            }
        });
        section.end();
        return merged;
    }

    private static int thousandths(Section section, String key, int defaultValue) {
        return (int) Math.round(1000 * section.decimal(key, defaultValue / 1000.0));
    }

    private static double positive(Section section, String key, double defaultValue) {
        double number = section.decimal(key, defaultValue);
        if (!(number > 0)) {
            section.faultAt(key, "`" + key + "` is a number above 0");
            return defaultValue;
        }
        return number;
    }

    private static int positive(Section section, String key, int defaultValue) {
        return (int) positive(section, key, (double) defaultValue);
    }
}
