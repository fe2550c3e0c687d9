package fr.unefois.mdm.compare;

import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Zones;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.Standardiser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Two records and what is right of them, as one line: rule, case, truth, left, right, frozen result.
 *
 * @param truth "same", "different", or "review": nobody could tell from these two records alone
 * @param left {@code birthName=MARTIN|givenNames=Jean|addresses=3 rue Pasteur,57000,Metz}; likewise right
 * @param result the decision and the level of every comparison that had something to compare
 */
record LabelledCase(String rule, String name, String truth, String left, String right, String result) {
    private static final LinkageModel MODEL = LinkageModel.french();

    static LabelledCase read(String line) {
        String[] fields = line.split(";", -1);
        return new LabelledCase(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
    }

    /** The same case with the result that the shipped model gives. */
    LabelledCase judged() {
        ScoredPair pair = MODEL.score(record("left", left), record("right", right));
        String levels = pair.evidence().stream()
                .filter(evidence -> !evidence.level().equals("missing"))
                .map(evidence -> " " + evidence.comparison() + ":" + evidence.level())
                .collect(Collectors.joining());
        return new LabelledCase(
                rule, name, truth, left, right, new Zones(MODEL, Judgements.none()).decide(pair) + levels);
    }

    String decision() {
        return result.split(" ", 2)[0];
    }

    /** What must never be decided of the case without asking. */
    List<String> wrong() {
        return switch (truth) {
            case "same" -> List.of("NON_MATCH");
            case "different" -> List.of("MATCH");
            case "review" -> List.of("MATCH", "NON_MATCH");
            default -> throw new IllegalArgumentException(name + ": the truth is same, different or review");
        };
    }

    String line() {
        return String.join(";", rule, name, truth, left, right, result);
    }

    @Override
    public String toString() {
        return rule + ": " + name;
    }

    private static StandardRecord record(String source, String citizen) {
        Map<Attribute, List<Value>> values = new TreeMap<>();
        for (String field : citizen.split("\\|", -1)) {
            int equals = field.indexOf('=');
            Attribute attribute = new Attribute(field.substring(0, equals));
            String value = field.substring(equals + 1);
            List<Value> list = values.computeIfAbsent(attribute, absent -> new ArrayList<>());
            if (attribute.equals(Attribute.ADDRESSES)) {
                String[] parts = value.split(",", -1);
                list.add(new Address(parts[0], parts[1], parts[2], null));
            } else {
                list.add(new Text(value));
            }
        }
        CitizenRecord record = new CitizenRecord(new SourceKey(source, "1"), null, values);
        return Standardiser.french().standardise(record).record();
    }
}
