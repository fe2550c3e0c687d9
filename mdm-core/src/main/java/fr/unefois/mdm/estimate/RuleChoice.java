package fr.unefois.mdm.estimate;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.block.KeyReader;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AttributeType;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Chooses blocking rules from the data, where people are described by more or other attributes than a French citizen, or
 * by fewer, so that the rules on telephone, e-mail and address bring nobody together:
 * the coarsest rules that the number of records can afford, so that a record with several errors still meets its own.
 */
public final class RuleChoice {
    /** Every two of so many records can be compared. */
    private static final int FEW = 2_000;

    private static final int SAMPLE = 5_000;
    private static final double PAIRS = 3e6;
    private static final double MOST_PAIRS_OF_A_RECORD = 80;
    private static final double LEAST_PAIRS_OF_A_RECORD = 6;
    private static final int LIMIT = 300;
    private static final List<String> CITIZEN_FIELDS = List.of(
            "email",
            "phone",
            "surname",
            "surname3",
            "first",
            "first3",
            "names",
            "date",
            "yearMonth",
            "monthDay",
            "year",
            "postcode",
            "street",
            "birthPlace");

    private RuleChoice() {}

    private record Candidate(Set<String> fields, String on, double pairs) {}

    /** The rules themselves where they are made for such records, or else with those that the data make worthwhile. */
    public static BlockingRules of(
            BlockingRules rules, Map<Attribute, AttributeType> attributes, List<StandardRecord> records) {
        int n = records.size();
        if (n <= FEW) {
            return rules.with("any", "", Math.max(1, n));
        }
        if (attributes.isEmpty() && reachable(records)) {
            return rules;
        }
        double budget = n * Math.max(LEAST_PAIRS_OF_A_RECORD, Math.min(MOST_PAIRS_OF_A_RECORD, PAIRS / n));
        List<StandardRecord> inOrder = records.stream()
                .sorted(Comparator.comparing(StandardRecord::key))
                .toList();
        List<Candidate> affordable = affordable(attributes, inOrder, budget / 3);
        BlockingRules chosen = rules;
        double pairs = 0;
        for (Candidate candidate : affordable) {
            boolean met = affordable.stream()
                    .anyMatch(other -> candidate.fields.size() > other.fields.size()
                            && candidate.fields.containsAll(other.fields));
            if (!met && pairs + candidate.pairs <= budget) {
                pairs += candidate.pairs;
                chosen = chosen.with(candidate.on, "", LIMIT);
            }
        }
        return chosen;
    }

    /** Whether most records tell where a person lives or is reached. */
    private static boolean reachable(List<StandardRecord> records) {
        return 2
                        * records.stream()
                                .filter(record -> !record.emails().isEmpty()
                                        || !record.phones().isEmpty()
                                        || !record.addresses().isEmpty())
                                .count()
                > records.size();
    }

    /** Rules on one field or two, by the number of pairs that they would bring together. */
    private static List<Candidate> affordable(
            Map<Attribute, AttributeType> attributes, List<StandardRecord> records, double most) {
        List<StandardRecord> sample = new ArrayList<>();
        for (int i = 0; i < Math.min(SAMPLE, records.size()); i++) {
            sample.add(records.get((int) ((long) i * records.size() / Math.min(SAMPLE, records.size()))));
        }
        double scale = Math.pow((double) records.size() / sample.size(), 2);
        Columns columns = Columns.of(sample);
        List<String> fields = fields(attributes);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            for (int j = i; j < fields.size(); j++) {
                String on = i == j ? fields.get(i) : fields.get(i) + " + " + fields.get(j);
                BlockingRules rule = BlockingRules.none().with(on, "", LIMIT);
                boolean apart =
                        i == j || comparisons(fields.get(i)).stream().noneMatch(comparisons(fields.get(j))::contains);
                double pairs = apart ? scale * pairs(rule, columns) : Double.MAX_VALUE;
                if (pairs <= most && pairs > 0) {
                    candidates.add(new Candidate(new TreeSet<>(List.of(on.split(" \\+ "))), on, pairs));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::pairs).thenComparing(Candidate::on));
        return candidates;
    }

    private static Set<String> comparisons(String field) {
        return BlockingRules.none().with(field, "", LIMIT).comparisons(0);
    }

    private static List<String> fields(Map<Attribute, AttributeType> attributes) {
        List<String> fields = new ArrayList<>(CITIZEN_FIELDS);
        attributes.forEach((attribute, type) -> {
            fields.add(attribute.name());
            if (type != AttributeType.CATEGORY) {
                fields.add(attribute.name() + ":4");
            }
        });
        return fields;
    }

    private static double pairs(BlockingRules rule, Columns sample) {
        Map<Long, Integer> blocks = new HashMap<>();
        KeyReader reader = rule.over(sample).reader();
        for (int record = 0; record < sample.size(); record++) {
            int keys = reader.read(record);
            for (int key = 0; key < keys; key++) {
                blocks.merge(reader.key(key), 1, Integer::sum);
            }
        }
        double pairs = 0;
        for (int size : blocks.values()) {
            pairs += size * (size - 1.0) / 2;
        }
        return pairs;
    }
}
