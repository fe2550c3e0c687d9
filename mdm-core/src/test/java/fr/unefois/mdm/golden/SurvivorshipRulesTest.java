package fr.unefois.mdm.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.InvalidConfiguration;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurvivorshipRulesTest {
    private final Path config;

    SurvivorshipRulesTest(@TempDir Path config) {
        this.config = config;
    }

    private SurvivorshipRules rules(String text) throws IOException {
        Files.writeString(config.resolve("citizen.yml"), text);
        Faults faults = new Faults();
        SurvivorshipRules rules = SurvivorshipRules.read(config, faults);
        faults.throwIfAny();
        return rules;
    }

    private static Source source(String name, int trust, int level) {
        Certification certification = new Certification(level, "seen");
        return new Source(
                name,
                name,
                "",
                name,
                Source.Use.CONTRIBUTE,
                trust,
                Map.of(Attribute.PHONES, certification, Attribute.BIRTH_NAME, certification));
    }

    private static GoldenRecord golden(SurvivorshipRules rules) {
        Survivorship survivorship = new Survivorship(
                Map.of(
                        "registre", source("registre", 20, 500),
                        "eau", source("eau", 90, 100),
                        "sports", source("sports", 30, 100)),
                rules);
        return survivorship.goldenRecord(
                Stream.of(
                                record("registre", "ANCIEN", "0612345601", "2019-01-01"),
                                record("eau", "FIABLE", "0612345602", "2021-01-01"),
                                record("sports", "RECENT", "0612345603", "2026-01-01"))
                        .map(Citizens::build)
                        .toList(),
                0);
    }

    private static Citizens record(String source, String name, String phone, String day) {
        return Citizens.record(source, "1").birthName(name).phones(phone).asOf(day + "T00:00:00Z");
    }

    private static List<String> texts(GoldenRecord golden, Attribute attribute) {
        return golden.values(attribute).stream()
                .flatMap(value -> value.values().stream())
                .map(value -> ((Text) value).value())
                .toList();
    }

    @Test
    void areTheDefaultWhereThereIsNoFile() {
        assertThat(SurvivorshipRules.read(config, new Faults())).isEqualTo(SurvivorshipRules.DEFAULT);
        GoldenRecord golden = golden(SurvivorshipRules.DEFAULT);
        assertThat(texts(golden, Attribute.BIRTH_NAME)).containsExactly("ANCIEN");
        assertThat(texts(golden, Attribute.PHONES)).containsExactly("+33612345603", "+33612345602", "+33612345601");
    }

    @Test
    void orderAndLimitTheValuesOfAnAttribute() throws IOException {
        GoldenRecord golden = golden(rules("""
                attributes:
                  phones: {survivorship: trust, keep: 2}
                """));
        assertThat(texts(golden, Attribute.PHONES)).containsExactly("+33612345602", "+33612345603");
    }

    @Test
    void chooseTheRecordThatGivesThePivotIdentity() throws IOException {
        assertThat(texts(golden(rules("pivot: {survivorship: recency}\n")), Attribute.BIRTH_NAME))
                .containsExactly("RECENT");
        assertThat(texts(golden(rules("pivot: {survivorship: trust}\n")), Attribute.BIRTH_NAME))
                .containsExactly("FIABLE");
    }

    @Test
    void nameEveryFaultWithItsLine() {
        assertThatThrownBy(() -> rules("""
                pivot: {survivorship: luck}
                attributes:
                  birthName: {survivorship: trust}
                  usageName: {keep: 3}
                  phones: {keep: 0, order: trust}
                  shoeSize: {}
                """))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("citizen.yml:1")
                .hasMessageContaining("citizen.yml:3: `birthName` is of the pivot identity")
                .hasMessageContaining("citizen.yml:4: a citizen has one `usageName`")
                .hasMessageContaining("citizen.yml:5: how many values are kept is from 1, or all")
                .hasMessageContaining("citizen.yml:5: `attributes.phones.order` is not known here")
                .hasMessageContaining("citizen.yml:6: `shoeSize` is not an attribute");
    }
}
