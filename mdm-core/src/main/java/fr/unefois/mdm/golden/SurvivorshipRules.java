package fr.unefois.mdm.golden;

import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.config.Yaml;
import fr.unefois.mdm.record.Attribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which of the values that sources give of one attribute survive, and in which order: {@code config/citizen.yml}, over the
 * defaults.
 *
 * @param pivot of the records that may give the pivot identity, which survives as a block
 * @param byAttribute where the default is not meant
 */
public record SurvivorshipRules(Order pivot, Map<Attribute, Rule> byAttribute) {
    /** Identity by certification; contacts, addresses, identifiers and former names all kept, the latest first. */
    public static final SurvivorshipRules DEFAULT = new SurvivorshipRules(Order.CERTIFICATION, Map.of());

    private static final String FILE = "citizen.yml";

    private static final Set<Attribute> KEPT_SEVERAL = Set.of(
            Attribute.EMAILS, Attribute.PHONES, Attribute.ADDRESSES, Attribute.IDENTIFIERS, Attribute.NAME_HISTORY);

    /** What is looked at first; what it leaves equal is decided by the others, in the order in which they stand here. */
    public enum Order {
        /** How sure a value is. */
        CERTIFICATION,
        /** How far the source is trusted. */
        TRUST,
        /** When the source last knew it, by its own date. */
        RECENCY
    }

    /** @param keep how many values at most */
    public record Rule(Order order, int keep) {}

    public SurvivorshipRules {
        byAttribute = Map.copyOf(byAttribute);
    }

    /** Those that the folder asks for; faults name the lines. */
    public static SurvivorshipRules read(Path config, Faults faults) {
        Path file = config.resolve(FILE);
        if (!Files.exists(file)) {
            return DEFAULT;
        }
        Section section = Yaml.read(file, faults);
        Section block = section.section("pivot");
        Order pivot = order(block, Order.CERTIFICATION);
        block.end();
        Section attributes = section.section("attributes");
        Map<Attribute, Rule> rules = new TreeMap<>();
        for (String name : attributes.keys()) {
            attribute(attributes, name)
                    .ifPresent(attribute -> rules.put(attribute, rule(attributes.section(name), attribute)));
        }
        section.end();
        return new SurvivorshipRules(pivot, rules);
    }

    private static Optional<Attribute> attribute(Section section, String name) {
        Optional<Attribute> known = Attribute.CANONICAL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        if (known.isEmpty()) {
            section.faultAt(name, "`" + name + "` is not an attribute; known are " + Attribute.CANONICAL);
        } else if (Attribute.PIVOT.contains(known.get())) {
            section.faultAt(name, "`" + name + "` is of the pivot identity, which survives as a block: see `pivot`");
            return Optional.empty();
        }
        return known;
    }

    private static Rule rule(Section section, Attribute attribute) {
        Rule usual = usual(attribute);
        Order order = order(section, usual.order());
        int keep = section.text("keep").filter("all"::equals).isPresent()
                ? Integer.MAX_VALUE
                : section.integer("keep", usual.keep());
        if (keep < 1) {
            section.faultAt("keep", "how many values are kept is from 1, or all");
        } else if (keep > 1 && !attribute.plural()) {
            section.faultAt("keep", "a citizen has one `" + attribute + "`");
        }
        section.end();
        return new Rule(order, Math.max(1, keep));
    }

    private static Order order(Section section, Order usual) {
        return section.constant("survivorship", Order.class).orElse(usual);
    }

    private static Rule usual(Attribute attribute) {
        return KEPT_SEVERAL.contains(attribute)
                ? new Rule(Order.RECENCY, Integer.MAX_VALUE)
                : new Rule(Order.CERTIFICATION, 1);
    }

    Rule of(Attribute attribute) {
        return byAttribute.getOrDefault(attribute, usual(attribute));
    }

    /** All orders, the given one first. */
    static List<Order> from(Order first) {
        return EnumSet.allOf(Order.class).stream()
                .sorted((one, other) -> one == first ? -1 : other == first ? 1 : one.compareTo(other))
                .toList();
    }
}
