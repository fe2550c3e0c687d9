package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Storable;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final List<String> ODD = List.of(
            "",
            " ",
            "\"",
            "\\",
            "\\u0000",
            "\u0001\u001F\u007F\u0085\u2028\u2029\uFEFF",
            "D'ŒUVRE",
            "L\u2019HERMITE",
            "ŠIMIĆ",
            "Nguye\u0302\u0303n",
            "{\"values\":{}}",
            "😀👨‍👩‍👧",
            "\\.",
            "\t\r\n");

    private static CitizenRecord record(List<Value> names, List<Relation> relations) {
        return new CitizenRecord(
                new SourceKey("état civil", "1\t2"), Samples.AS_OF, Map.of(Attribute.BIRTH_NAME, names), relations);
    }

    private static CitizenRecord there(CitizenRecord record) {
        return RecordJson.record(record.key(), record.asOf(), RecordJson.said(record));
    }

    @Test
    void givesBackOddTextAsItWas() {
        CitizenRecord record = record(ODD.stream().<Value>map(Text::new).toList(), List.of());
        assertThat(there(record)).isEqualTo(record);
    }

    @Test
    void givesBackWholeEmptyAndPartialAddressesBesideTexts() {
        CitizenRecord record = record(
                List.of(
                        new Address(null, null, null, null),
                        new Text("text"),
                        new Address("", "69007", null, "69387"),
                        new Address("3 rue Pasteur", "69007", "Lyon", "69387")),
                List.of(
                        new Relation(Relation.Role.PARENT, new SourceKey("a", "\"")),
                        new Relation(Relation.Role.HOUSEHOLD, new SourceKey("b", "😀"))));
        assertThat(there(record)).isEqualTo(record);
    }

    @Test
    void givesBackRandomTextAndWritesItAlikeEachTime() {
        Random random = new Random(20_261_120);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(12), 1, 0x11_0000)
                    .filter(c -> c < 0xD800 || c > 0xDFFF)
                    .forEach(text::appendCodePoint);
            CitizenRecord record = record(List.of(new Text(text.toString())), List.of());
            assertThat(there(record)).isEqualTo(record);
            assertThat(RecordJson.said(there(record))).isEqualTo(RecordJson.said(record));
        }
    }

    @Test
    void givesBackAGoldenRecordWithItsProvenance() {
        GoldenRecord golden = Samples.golden(-7, Samples.record("1", "D'ŒUVRE"), Samples.record("2", "x"));
        assertThat(GoldenJson.read(GoldenJson.write(golden), -7)).isEqualTo(golden);
        assertThat(GoldenJson.write(golden)).contains("\"asOf\":\"2026-03-02T10:15:30.123456Z\"");
    }

    @Test
    void givesBackFlaws() {
        List<Flaw> flaws =
                List.of(new Flaw(Attribute.BIRTH_DATE, "not-a-date"), new Flaw(Attribute.EMAILS, "placeholder"));
        assertThat(RecordJson.flaws(RecordJson.flaws(flaws))).isEqualTo(flaws);
        assertThat(RecordJson.flaws(RecordJson.flaws(List.of()))).isEmpty();
    }

    @Test
    void takesOutWhatCannotBeStoredAndSaysSoOnce() {
        CitizenRecord record = record(List.of(new Text("a\0b"), new Text("c\uD800"), new Text("\uDC00d")), List.of());
        StorableRecord storable = StorableRecord.of(record, List.of());
        assertThat(storable.record().texts(Attribute.BIRTH_NAME)).containsExactly("ab", "c\uFFFD", "\uFFFDd");
        assertThat(storable.flaws()).containsExactly(new Flaw(Attribute.BIRTH_NAME, Storable.RULE));
    }

    @Test
    void refusesAKeyThatCannotBeStored() {
        CitizenRecord record = Samples.record("1\0", "x");
        List<Flaw> none = List.of();
        assertThatThrownBy(() -> StorableRecord.of(record, none)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsMicrosecondsOfADateAndNoImpossibleOne() {
        assertThat(dated(Instant.parse("2026-03-02T10:15:30.123456789Z"))).isEqualTo(Samples.AS_OF.toString());
        assertThat(dated(Instant.MAX)).isEqualTo("null");
    }

    private static String dated(Instant asOf) {
        CitizenRecord record = new CitizenRecord(Samples.key("1"), asOf, Map.of());
        return String.valueOf(StorableRecord.of(record, List.of()).record().asOf());
    }
}
