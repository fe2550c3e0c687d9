package fr.unefois.mdm.golden;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.reverseOrder;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AuthoredValue;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.Standardiser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Cluster to golden record. The pivot identity survives as a block: the record that comes first by the rules gives it, and
 * the others fill only what that record leaves open. Every tie ends on the value, so that the records' order never matters.
 */
public final class Survivorship {
    private static final Comparator<GoldenValue> BY_CERTIFICATION = comparingInt(
            (GoldenValue value) -> -value.provenance().certification().level());

    private static final Comparator<GoldenValue> BY_RECENCY = comparing(
            value -> value.provenance().asOf(),
            nullsFirst(Comparator.<java.time.Instant>naturalOrder()).reversed());

    private static final Comparator<GoldenValue> BY_VALUE = comparing(ValueOrder::of);

    private final Map<String, Source> sources;
    private final SurvivorshipRules rules;
    private final Map<SurvivorshipRules.Order, Comparator<GoldenValue>> orders =
            new EnumMap<>(SurvivorshipRules.Order.class);
    private final Standardiser standardiser = Standardiser.french();

    /** @param sources by name; a record of a source that is not there is taken for declared and least trusted */
    public Survivorship(Map<String, Source> sources) {
        this(sources, SurvivorshipRules.DEFAULT);
    }

    public Survivorship(Map<String, Source> sources, SurvivorshipRules rules) {
        this.sources = Map.copyOf(sources);
        this.rules = rules;
        for (SurvivorshipRules.Order first : SurvivorshipRules.Order.values()) {
            orders.put(first, order(first));
        }
    }

    public Collection<Source> sources() {
        return sources.values();
    }

    /** What the source is there for; a source that is not configured contributes. */
    public Source.Use use(SourceKey key) {
        return source(key).use();
    }

    /**
     * The golden record of a cluster.
     *
     * @param linkWeight the weakest link that holds the cluster together, in thousandths of a bit
     */
    public GoldenRecord goldenRecord(Collection<CitizenRecord> records, int linkWeight) {
        List<CitizenRecord> all = List.copyOf(records);
        return goldenRecord(
                all,
                all.stream()
                        .map(record -> standardiser.standardise(record).record())
                        .toList(),
                linkWeight,
                List.of());
    }

    /**
     * The same where the records are standardised already.
     *
     * @param standards in the records' order
     * @param authored what stewards authored of the citizen, the latest first
     */
    public GoldenRecord goldenRecord(
            List<CitizenRecord> records, List<StandardRecord> standards, int linkWeight, List<AuthoredValue> authored) {
        List<Contribution> contributions = new ArrayList<>();
        List<Contribution> witnesses = new ArrayList<>();
        Set<Attribute> attributes = new TreeSet<>();
        for (int i = 0; i < records.size(); i++) {
            CitizenRecord record = records.get(i);
            Source source = source(record.key());
            Contribution contribution = new Contribution(record, standards.get(i), source);
            switch (source.use()) {
                case CONTRIBUTE -> {
                    contributions.add(contribution);
                    attributes.addAll(record.values().keySet());
                }
                case VERIFY -> witnesses.add(contribution);
                case LINK -> {}
            }
        }
        Map<Attribute, List<GoldenValue>> golden = new TreeMap<>();
        Witnesses confirmation = new Witnesses(witnesses, standardiser);
        pivot(contributions, by(rules.pivot()))
                .forEach((attribute, value) -> golden.put(attribute, List.of(confirmation.confirm(attribute, value))));
        for (Attribute attribute : attributes) {
            if (Attribute.PIVOT.contains(attribute)) {
                continue;
            }
            SurvivorshipRules.Rule rule = rules.of(attribute);
            List<GoldenValue> values = contributions.stream()
                    .flatMap(contribution -> contribution.values(attribute).stream())
                    .sorted(by(rule.order()))
                    .toList();
            golden.put(
                    attribute,
                    (rule.keep() == 1 ? values : eachOnce(attribute, values, contributions))
                            .stream().limit(rule.keep()).toList());
        }
        Set<Attribute> decided = new TreeSet<>();
        authored.stream()
                .filter(value -> decided.add(value.attribute()))
                .forEach(value -> author(value, golden, contributions));
        GoldenRecord record = new GoldenRecord(
                golden, records.stream().map(CitizenRecord::key).toList(), linkWeight);
        // Where one source keeps the address secret, whatever it is used for, none of the others may give it away.
        return records.stream().anyMatch(CitizenRecord::hasSecretAddress) ? record.withSecretAddress() : record;
    }

    /** What sources say stays behind what was authored where a citizen has several values; else it gives way. */
    private void author(
            AuthoredValue value, Map<Attribute, List<GoldenValue>> golden, List<Contribution> contributions) {
        Attribute attribute = value.attribute();
        CitizenRecord said = new CitizenRecord(value.key(), value.at(), Map.of(attribute, value.values()));
        Source steward = new Source(
                AuthoredValue.SOURCE,
                AuthoredValue.SOURCE,
                "",
                AuthoredValue.SOURCE,
                Source.Use.CONTRIBUTE,
                100,
                Map.of(attribute, value.certification()));
        Contribution own = new Contribution(said, standardiser.standardise(said).record(), steward);
        int keep = rules.of(attribute).keep();
        List<GoldenValue> values = new ArrayList<>(own.values(attribute));
        if (keep > 1) {
            values.addAll(golden.getOrDefault(attribute, List.of()));
            List<Contribution> all = new ArrayList<>(contributions);
            all.add(own);
            values = eachOnce(attribute, values, all);
        }
        golden.put(attribute, values.stream().limit(keep).toList());
    }

    /** The block of the best record, its gaps filled by the next best. */
    private static Map<Attribute, GoldenValue> pivot(List<Contribution> contributions, Comparator<GoldenValue> order) {
        record Block(Map<Attribute, GoldenValue> values, GoldenValue lead) {}
        List<Block> blocks = new ArrayList<>();
        for (Contribution contribution : contributions) {
            Map<Attribute, GoldenValue> values = new LinkedHashMap<>();
            for (Attribute attribute : Attribute.PIVOT) {
                contribution.values(attribute).stream().findFirst().ifPresent(value -> values.put(attribute, value));
            }
            values.values().stream().min(order).ifPresent(lead -> blocks.add(new Block(values, lead)));
        }
        blocks.sort(comparing(Block::lead, order));
        Map<Attribute, GoldenValue> pivot = new LinkedHashMap<>();
        for (Block block : blocks) {
            block.values().forEach(pivot::putIfAbsent);
        }
        return pivot;
    }

    /** The first of each value: the same address in two writings is one. */
    private List<GoldenValue> eachOnce(
            Attribute attribute, List<GoldenValue> sorted, List<Contribution> contributions) {
        if (sorted.size() < 2) {
            return sorted;
        }
        Map<Object, GoldenValue> first = new LinkedHashMap<>();
        for (GoldenValue value : sorted) {
            first.putIfAbsent(sameness(attribute, value, contributions), value);
        }
        return List.copyOf(first.values());
    }

    private Object sameness(Attribute attribute, GoldenValue value, List<Contribution> contributions) {
        if (!attribute.equals(Attribute.ADDRESSES)) {
            return ValueOrder.of(value).toLowerCase(Locale.ROOT);
        }
        for (Contribution contribution : contributions) {
            if (contribution.record().key().equals(value.provenance().record())
                    && contribution.record().values(attribute).size() == 1) {
                return contribution.standard().addresses();
            }
        }
        CitizenRecord alone = new CitizenRecord(value.provenance().record(), null, Map.of(attribute, value.values()));
        return List.copyOf(standardiser.standardise(alone).record().addresses());
    }

    private Comparator<GoldenValue> by(SurvivorshipRules.Order first) {
        return Objects.requireNonNull(orders.get(first));
    }

    private Comparator<GoldenValue> order(SurvivorshipRules.Order first) {
        return SurvivorshipRules.from(first).stream()
                .map(this::looksAt)
                .reduce(Comparator::thenComparing)
                .orElseThrow()
                .thenComparing(BY_VALUE)
                .thenComparing(value -> value.provenance().record());
    }

    private Comparator<GoldenValue> looksAt(SurvivorshipRules.Order order) {
        return switch (order) {
            case CERTIFICATION -> BY_CERTIFICATION;
            case TRUST -> byTrust();
            case RECENCY -> BY_RECENCY;
        };
    }

    private Comparator<GoldenValue> byTrust() {
        return comparing(value -> source(value.provenance().record()).trust(), reverseOrder());
    }

    private Source source(SourceKey key) {
        Source source = sources.get(key.source());
        return source != null
                ? source
                : new Source(key.source(), key.source(), "", key.source(), Source.Use.CONTRIBUTE, 0, Map.of());
    }
}
