package fr.unefois.mdm.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.config.Fault;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Yaml;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkageModelTest {
    private final LinkageModel model = LinkageModel.french();

    @Test
    void addsUpTheEvidenceByTheFormulaOfThreeClasses() {
        StandardRecord left = Pairs.standard(Citizens.record("a", "1")
                .birthName("ZYGOTSKI")
                .givenNames("Ludivinette")
                .sex("F")
                .birthDate("1987-04-12"));
        StandardRecord right = Pairs.standard(Citizens.record("b", "2")
                .birthName("ZYGOTSKI")
                .givenNames("Ludivinette")
                .sex("F")
                .birthDate("1987-12-04"));

        ScoredPair pair = model.score(left, right);

        // Unseen names weigh 14 and 10 bits, the date's swap 10.7, the sex 1; a household would share 13.3, 4, 3.7, 0.
        double prior = Math.log(2 / 65000.0) / Math.log(2);
        double household = Math.log(8 / 65000.0) / Math.log(2) + 13.3 + 4 + 3.7;
        double expected = prior + 14 + 10 + 10.7 + 1 - Math.log(1 + Math.pow(2, household)) / Math.log(2);
        assertThat(pair.bits()).isCloseTo(expected, within(0.01));
        assertThat(pair.evidence())
                .filteredOn(evidence -> !evidence.level().equals("missing"))
                .extracting(Evidence::comparison, Evidence::level, Evidence::weight, Evidence::householdWeight)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("familyName", "exact", 14_000, 13_300),
                        org.assertj.core.groups.Tuple.tuple("givenNames", "exact", 10_000, 4_000),
                        org.assertj.core.groups.Tuple.tuple("birthDate", "swapped", 10_700, 3_700),
                        org.assertj.core.groups.Tuple.tuple("sex", "same", 1_000, 0));
    }

    @Test
    void weighsMissingValuesNothing() {
        StandardRecord nobody = Pairs.standard(Citizens.record("a", "1"));
        StandardRecord linh = Pairs.standard(Citizens.linh("b", "2"));

        assertThat(model.score(nobody, linh).evidence())
                .allMatch(evidence -> evidence.weight() == 0 && evidence.householdWeight() == 0);
        assertThat(model.score(nobody, linh).weight()).isEqualTo(model.matchPrior());
    }

    @Test
    void weighsBothOrdersAlike() {
        List<StandardRecord> crowd = Pairs.crowd(120, 7);
        for (StandardRecord left : crowd) {
            for (StandardRecord right : crowd) {
                if (!left.key().equals(right.key())) {
                    assertThat(model.score(left, right)).isEqualTo(model.score(right, left));
                    assertThat(model.weight(left, right))
                            .isEqualTo(model.score(left, right).weight());
                }
            }
        }
    }

    @Test
    void weighsARareNameMoreThanACommonOne() {
        assertThat(weightOfFamilyName("ZYGOTSKI")).isGreaterThan(weightOfFamilyName("MARTIN") + 4_000);
    }

    private int weightOfFamilyName(String name) {
        return model.score(
                        Pairs.standard(Citizens.record("a", "1").birthName(name)),
                        Pairs.standard(Citizens.record("b", "2").birthName(name)))
                .evidence()
                .get(0)
                .weight();
    }

    @Test
    void isRarerToMatchInALargerBase() {
        assertThat(model.forRecords(1_000_000).matchPrior()).isLessThan(model.matchPrior() - 3_000);
    }

    @Test
    void namesAllThatDecidesAWeightInItsVersion() {
        assertThat(LinkageModel.french().version()).isEqualTo(model.version());
        assertThat(model.forRecords(1_000).version()).isNotEqualTo(model.version());
        assertThat(model.at(OperatingPoint.BALANCED).version()).isNotEqualTo(model.version());
        assertThat(read("comparisons: {sex: {same: {weight: 1.5}}}", new Faults())
                        .version())
                .isNotEqualTo(model.version());
    }

    @Test
    void takesWeightsPriorAndThresholdsFromTheFile() {
        Faults faults = new Faults();
        LinkageModel changed = read("""
                prior:
                  records: 1000
                thresholds:
                  safe: {match: 12.5, review: 1}
                comparisons:
                  sex:
                    same: {weight: 0.9, household: 0.1}
                """, faults);

        assertThat(faults.all()).isEmpty();
        assertThat(changed.thresholds()).isEqualTo(new Thresholds(12_500, 1_000, -3_000, 4_000, 500));
        assertThat(changed.matchPrior()).isEqualTo(model.forRecords(1_000).matchPrior());
        StandardRecord left = Pairs.standard(Citizens.record("a", "1").sex("M"));
        StandardRecord right = Pairs.standard(Citizens.record("b", "2").sex("M"));
        assertThat(changed.score(left, right).evidence().get(4)).isEqualTo(new Evidence("sex", "same", 900, 100));
    }

    @Test
    void theFloorGivesWayToReviewsUnlessTheFileSaysHowFar() {
        Faults faults = new Faults();
        assertThat(read("thresholds: {safe: {review: -1}}", faults).thresholds().floor())
                .isEqualTo(-1_000);
        assertThat(read("floor: -3.5", faults).thresholds().floor()).isEqualTo(-3_500);
        assertThat(read("{floor: -3.5, thresholds: {safe: {floor: -2.5}}}", faults)
                        .thresholds()
                        .floor())
                .isEqualTo(-2_500);
        assertThat(faults.all()).isEmpty();
        read("thresholds: {safe: {floor: 1}}", faults);
        assertThat(faults.all()).hasSize(1);
    }

    @Test
    void reportsEveryFaultOfTheFileWithItsLine() {
        Faults faults = new Faults();
        read("""
                thresholds:
                  safe: {match: -20, review: 1}
                comparisons:
                  sex:
                    equal: {weight: 1}
                    same: {wieght: 1}
                prior: {records: 0}
                colour: red
                """, faults);

        assertThat(faults.all()).extracting(Fault::line).containsExactlyInAnyOrder(2, 5, 6, 7, 8);
    }

    private static LinkageModel read(String text, Faults faults) {
        return LinkageModel.read(Yaml.read("linkage-model.yml", text, Map.of(), faults));
    }
}
