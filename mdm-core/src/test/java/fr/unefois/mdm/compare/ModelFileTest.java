package fr.unefois.mdm.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.config.Fault;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Yaml;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AttributeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelFileTest {
    private static LinkageModel read(String text) {
        Faults faults = new Faults();
        LinkageModel model = LinkageModel.read(Yaml.read("model.yml", text, Map.of(), faults));
        assertThat(faults.all()).isEmpty();
        return model;
    }

    private static List<Fault> faultsOf(String text) {
        Faults faults = new Faults();
        LinkageModel.read(Yaml.read("model.yml", text, Map.of(), faults));
        return faults.all();
    }

    /** A model whose shares were learned, here by the dice. */
    static LinkageModel learned(LinkageModel model, long seed) {
        Random random = new Random(seed);
        List<List<LinkageModel.Outcome>> outcomes = new ArrayList<>();
        for (int c = 0; c < model.comparisons().size(); c++) {
            outcomes.add(model.outcomes(c).stream()
                    .map(known -> new LinkageModel.Outcome(
                            known.level(), known.m() == 0 ? 0 : share(random), share(random), share(random)))
                    .toList());
        }
        return model.learned(1.7 + random.nextDouble(), 6 + random.nextDouble(), outcomes);
    }

    private static double share(Random random) {
        return Math.pow(10, -7 * random.nextDouble());
    }

    @ParameterizedTest
    @EnumSource(OperatingPoint.class)
    void readsBackTheDefaultModelToTheSameVersion(OperatingPoint point) {
        LinkageModel model = LinkageModel.french().at(point);

        assertThat(read(model.text()).at(point).version()).isEqualTo(model.version());
        assertThat(read(model.text()).text()).isEqualTo(model.text());
    }

    @Test
    void readsBackWhatWasLearnedToTheSameVersion() {
        for (int seed = 0; seed < 20; seed++) {
            LinkageModel model = learned(
                            LinkageModel.french()
                                    .withAttributes(Map.of(
                                            new Attribute("job"), AttributeType.TEXT,
                                            new Attribute("socSecId"), AttributeType.IDENTIFIER)),
                            seed)
                    .forRecords(12_345)
                    .withRules(LinkageModel.french().rules().with("job:4 + socSecId", "", 300));

            assertThat(read(model.text()).version()).as("seed %d", seed).isEqualTo(model.version());
        }
    }

    @Test
    void keepsTheSharesThatAnEstimationStartsFrom() {
        LinkageModel model = LinkageModel.french();
        LinkageModel again = read(model.text());

        for (int c = 0; c < model.comparisons().size(); c++) {
            assertThat(again.outcomes(c)).isEqualTo(model.outcomes(c));
        }
    }

    @Test
    void writesNoLineOfTheMachine() {
        assertThat(LinkageModel.french().text()).doesNotContain("\r").endsWith("\n");
    }

    @Test
    void namesTheLineOfAComparisonOrLevelThatIsNotKnown() {
        List<Fault> faults = faultsOf("""
                comparisons:
                  sex:
                    same: {weight: 2}
                    similar: {weight: 2}
                  familyNam:
                    exact: {weight: 2}
                """);

        assertThat(faults)
                .extracting(Fault::toString)
                .containsExactly(
                        "model.yml:4: `sex.similar` is no level of the model",
                        "model.yml:6: `familyNam.exact` is no level of the model");
    }

    @Test
    void namesTheLineOfAShareThatIsNone() {
        List<Fault> faults = faultsOf("""
                comparisons:
                  sex:
                    same: {m: 0.9, u: 0}
                    different: {m: 2, u: 0.5}
                  emails:
                    spelled: {u: 0.5}
                    exact: {m: much, u: 0.1}
                """);

        assertThat(faults).extracting(Fault::line).containsOnly(3, 4, 6, 7);
        assertThat(faults)
                .anyMatch(fault -> fault.line() == 6 && fault.message().contains("without `m`"));
    }

    @Test
    void knowsOfOnesOwnAttributesOnlyWhatTheFileDeclares() {
        String levels = "comparisons:\n  job:\n    exact: {weight: 9}\n";

        assertThat(faultsOf(levels)).extracting(Fault::line).containsExactly(3);
        LinkageModel declared = read("attributes: {job: text}\n" + levels);
        int job = declared.comparisons().indexOf("job");
        assertThat(declared.weight(job, "exact")).isEqualTo(9_000);
        // The rest is what its type has.
        assertThat(declared.weight(job, "different")).isEqualTo(-3_000);
        assertThat(declared.householdWeight(job, "similar")).isEqualTo(3_000);
    }

    @Test
    void refusesAnAttributeThatIsTheCitizensOrHasNoType() {
        assertThat(faultsOf("attributes:\n  birthDate: date\n  Job: text\n  size: large\n"))
                .extracting(Fault::line)
                .containsExactlyInAnyOrder(2, 3, 4);
    }

    @Test
    void learnsTheWeightsThatFollowFromTheShares() {
        Level level = new Level("sex", "same", 0.9, 1, 2, 3, 4).learned(0.5, 0.25, 0.125);

        assertThat(level).isEqualTo(new Level("sex", "same", 0.5, 2_000, 1_000, 3_000, 3_000));
        assertThat(new Level("sex", "same", 0.9, 1, 2, 3, 9_000)
                        .learned(0.5, 0.25, 0.125)
                        .cap())
                .isEqualTo(9_000);
        // A value that one in sixteen has weighs a bit more than the level, one of a million no more than the cap.
        Level capped = new Level("x", "exact", 0.5, 2_000, 1_000, 3_000, 5_000);
        Levels levels = new Levels("x", List.of(capped));
        assertThat(levels.named(levels.evidence(0, 4_000))).isEqualTo(new Evidence("x", "exact", 3_000, 2_000));
        assertThat(levels.named(levels.evidence(0, 20_000))).isEqualTo(new Evidence("x", "exact", 4_000, 3_000));
    }
}
