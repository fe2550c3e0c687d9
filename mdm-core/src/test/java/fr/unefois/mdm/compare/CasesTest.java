package fr.unefois.mdm.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.Standardiser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Labelled pairs by rule of French identity data, with a frozen result: a changed verdict shows as a changed line of
 * {@code cases/citizens.csv}. Columns: rule, case, truth (same or different), left, right, frozen result.
 */
class CasesTest {
    private static final LinkageModel MODEL = LinkageModel.french();

    static Stream<String> cases() throws IOException {
        try (InputStream stream = CasesTest.class.getResourceAsStream("/cases/citizens.csv")) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsItsVerdict(String line) {
        List<String> fields = List.of(line.split(";", -1));
        ScoredPair pair = MODEL.score(read("left", fields.get(3)), read("right", fields.get(4)));
        String result = verdict(pair) + " " + evidence(pair);

        assertThat(String.join(";", fields.subList(0, 5)) + ";" + result).isEqualTo(line);
        assertThat(verdict(pair)).isNotEqualTo(fields.get(2).equals("same") ? "NON_MATCH" : "MATCH");
    }

    private static String verdict(ScoredPair pair) {
        Thresholds thresholds = MODEL.thresholds();
        return pair.weight() >= thresholds.match()
                ? "MATCH"
                : pair.weight() >= thresholds.review() ? "REVIEW" : "NON_MATCH";
    }

    private static String evidence(ScoredPair pair) {
        return pair.evidence().stream()
                .filter(evidence -> !evidence.level().equals("missing"))
                .map(evidence -> evidence.comparison() + ":" + evidence.level())
                .collect(Collectors.joining(" "));
    }

    /** {@code birthName=MARTIN|givenNames=Jean|addresses=3 rue Pasteur,57000,Metz}. */
    private static StandardRecord read(String source, String citizen) {
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
