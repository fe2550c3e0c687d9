package fr.unefois.mdm.compare;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.config.Yaml;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AttributeType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the model's file says: weights, priors, thresholds.
 *
 * @param records the number of records that the priors are for
 * @param sized whether a file of the site's own says how many
 * @param matches the odds that a pair is of one person are this divided by {@code records}
 * @param households likewise for two people of one household
 * @param attributes compared besides the canonical ones
 */
record Setting(
        String name,
        int records,
        boolean sized,
        double matches,
        double households,
        Map<OperatingPoint, Thresholds> thresholds,
        Weights weights,
        Map<Attribute, AttributeType> attributes,
        BlockingRules rules) {
    private static final String FILE = "linkage-model.yml";
    private static final Setting SHIPPED = readShipped();

    Setting {
        thresholds = Collections.unmodifiableMap(new EnumMap<>(thresholds));
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
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
                none.put(point, new Thresholds(0, 0, Thresholds.NONE, 0, 0));
            }
            Setting base = new Setting(
                    "",
                    2,
                    false,
                    1,
                    1,
                    none,
                    Weights.read(file.section("comparisons"), file.section("types")),
                    Map.of(),
                    BlockingRules.french());
            Setting shipped = base.overriddenBy(file);
            faults.throwIfAny();
            return shipped.unsized();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Setting unsized() {
        return new Setting(name, records, false, matches, households, thresholds, weights, attributes, rules);
    }

    Thresholds thresholds(OperatingPoint point) {
        return Objects.requireNonNull(thresholds.get(point));
    }

    /** This with what the file says otherwise. */
    Setting overriddenBy(Section file) {
        Setting declared = with(attributes(file.section("attributes")));
        Section prior = file.section("prior");
        Setting merged = new Setting(
                file.text("name").orElse(name),
                positive(prior, "records", records),
                sized || prior.has("records"),
                positive(prior, "matches", matches),
                positive(prior, "households", households),
                thresholds(file),
                declared.weights.overriddenBy(file.section("comparisons")),
                declared.attributes,
                BlockingRules.read(file, rules));
        prior.end();
        file.end();
        return merged;
    }

    /** This with another threshold for links at the operating point. */
    Setting with(OperatingPoint point, int match) {
        Map<OperatingPoint, Thresholds> changed = new EnumMap<>(thresholds);
        Thresholds known = thresholds(point);
        int review = Math.min(match, known.review());
        changed.put(
                point,
                new Thresholds(match, review, known.objection(), known.rival(), Math.min(review, known.floor())));
        return new Setting(name, records, sized, matches, households, changed, weights, attributes, rules);
    }

    /** This with other weights and priors, learned under this name. */
    Setting with(String learned, double matchOdds, double householdOdds, Weights other) {
        return new Setting(learned, records, sized, matchOdds, householdOdds, thresholds, other, attributes, rules);
    }

    /** This with more attributes to compare, each with the levels of its type. */
    Setting with(Map<Attribute, AttributeType> more) {
        Map<Attribute, AttributeType> all = new TreeMap<>(attributes);
        all.putAll(more);
        Weights extended = weights;
        for (Map.Entry<Attribute, AttributeType> one : all.entrySet()) {
            extended = extended.with(one.getKey(), one.getValue());
        }
        return new Setting(name, records, sized, matches, households, thresholds, extended, all, rules);
    }

    /** This with other blocking rules. */
    Setting with(BlockingRules other) {
        return new Setting(name, records, sized, matches, households, thresholds, weights, attributes, other);
    }

    private static Map<Attribute, AttributeType> attributes(Section section) {
        Map<Attribute, AttributeType> attributes = new TreeMap<>();
        for (String name : section.keys()) {
            Optional<Attribute> attribute = Attribute.named(name);
            Optional<AttributeType> type = section.constant(name, AttributeType.class);
            if (attribute.isEmpty() || Attribute.CANONICAL.contains(attribute.get())) {
                section.faultAt(
                        name,
                        "`" + name + "` is no name for an attribute of one's own: a lower camel case word"
                                + " that is not a canonical attribute");
            } else {
                type.ifPresent(known -> attributes.put(attribute.get(), known));
            }
        }
        section.end();
        return attributes;
    }

    private Map<OperatingPoint, Thresholds> thresholds(Section file) {
        Section section = file.section("thresholds");
        Map<OperatingPoint, Thresholds> merged = new EnumMap<>(OperatingPoint.class);
        thresholds.forEach((point, known) -> {
            String key = point.name().toLowerCase(Locale.ROOT);
            Section zones = section.section(key);
            int match = thousandths(zones, "match", known.match());
            int review = thousandths(zones, "review", known.review());
            int objection = thousandths(zones, "objection", known.objection());
            int rival = thousandths(zones, "rival", known.rival());
            int general = thousandths(file, "floor", Math.min(review, known.floor()));
            int floor = thousandths(zones, "floor", general);
            zones.end();
            if (match < review || review < floor) {
                section.faultAt(key, "the thresholds of `" + key + "` do not descend from match to review to floor");
                merged.put(point, known);
            } else {
                merged.put(point, new Thresholds(match, review, objection, rival, floor));
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
