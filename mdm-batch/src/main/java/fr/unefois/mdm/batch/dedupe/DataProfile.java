package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.record.Sex;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the records tell, attribute by attribute, after standardising: what was flawed or a placeholder counts as
 * missing. It holds no value.
 */
record DataProfile(List<Line> lines) {
    /**
     * One attribute.
     *
     * @param filled how many records have a value
     * @param values how many values they have together
     * @param distinct how many different ones
     * @param most how often the most frequent one stands there
     */
    record Line(String attribute, int filled, long values, int distinct, int most) {}

    static DataProfile of(List<StandardRecord> records) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("birthName", records, record -> one(record.birthName())));
        lines.add(line("usageName", records, record -> one(record.usageName())));
        lines.add(line(
                "givenNames",
                records,
                record -> record.givenNames().stream().limit(1).toList()));
        lines.add(line("sex", records, record -> record.sex() == Sex.UNKNOWN ? List.of() : List.of(record.sex())));
        lines.add(line("birthDate", records, record -> one(record.birthDate())));
        lines.add(line("birthPlace", records, record -> one(record.birthPlace())));
        lines.add(line("birthCountry", records, record -> one(record.birthCountry())));
        lines.add(line("emails", records, StandardRecord::emails));
        lines.add(line("phones", records, StandardRecord::phones));
        lines.add(line("addresses", records, StandardRecord::addresses));
        TreeSet<String> others = new TreeSet<>();
        records.forEach(record -> record.others().keySet().forEach(attribute -> others.add(attribute.name())));
        for (String other : others) {
            lines.add(line(
                    other,
                    records,
                    record -> record.others().entrySet().stream()
                            .filter(entry -> entry.getKey().name().equals(other))
                            .map(Map.Entry::getValue)
                            .toList()));
        }
        return new DataProfile(lines.stream().filter(line -> line.filled > 0).toList());
    }

    private static List<?> one(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? List.of() : List.of(value);
    }

    private static Line line(String attribute, List<StandardRecord> records, Function<StandardRecord, List<?>> values) {
        Map<Object, Integer> counts = new HashMap<>();
        int filled = 0;
        long all = 0;
        for (StandardRecord record : records) {
            List<?> some = values.apply(record);
            filled += some.isEmpty() ? 0 : 1;
            all += some.size();
            some.forEach(value -> counts.merge(value, 1, Integer::sum));
        }
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new Line(attribute, filled, all, counts.size(), most);
    }
}
