package fr.unefois.mdm.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.LinkageModel.Outcome;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimationTest {
    private static final LinkageModel PRIOR = LinkageModel.french();

    private static LinkageModel learn(List<StandardRecord> records) {
        return Estimation.learn(PRIOR, records, Scope.LINK_AND_DEDUPE);
    }

    private static Outcome outcome(LinkageModel model, String comparison, String level) {
        return model.outcomes(model.comparisons().indexOf(comparison)).stream()
                .filter(outcome -> outcome.level().equals(level))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void recoversHowOftenOnePersonsRecordsDiffer() {
        LinkageModel model = learn(Town.of(3_000, 1));

        assertThat(outcome(model, "sex", "different").m()).isCloseTo(Town.OTHER_SEX, within(0.01));
        assertThat(outcome(model, "phones", "exact").m()).isCloseTo(1 - Town.OTHER_PHONE, within(0.04));
        assertThat(outcome(model, "givenNames", "exact").m()).isCloseTo(1 - Town.SLIP, within(0.04));
        assertThat(model.matches()).isCloseTo(1, within(0.05));
    }

    @Test
    void knowsAFileOfFamiliesFromOneWithout() {
        // One of the two others of a couple's four records, each twice: two.
        assertThat(learn(Town.of(3_000, 1)).households()).isCloseTo(2, within(0.3));
        assertThat(learn(Town.ofSingles(1_000, 1)).households()).isLessThan(0.2);
    }

    @Test
    void learnsTheSameFromTheSameRecordsInAnyOrder() {
        List<StandardRecord> town = new ArrayList<>(Town.of(1_500, 2));
        LinkageModel model = learn(town);
        Collections.shuffle(town, new Random(1));

        assertThat(learn(town).version()).isEqualTo(model.version());
    }

    @Test
    void tellsHowFarItIsAndNeverGoesBack() {
        List<Long> told = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void begin(String phase) {
                assertThat(phase).isEqualTo("learn");
            }

            @Override
            public void at(long done, long total) {
                assertThat(total).isEqualTo(1000);
                told.add(done);
            }

            @Override
            public void end() {}
        };

        Estimation.learn(PRIOR, Town.of(3_000, 1), Scope.LINK_AND_DEDUPE, Judgements.none(), progress);

        assertThat(told).isSorted().endsWith(1000L);
    }

    /** How far two models are apart, in thousandths of a bit, at the levels of a comparison that a pair often reaches. */
    private static int distance(String comparison, double often, LinkageModel one, LinkageModel other) {
        int c = one.comparisons().indexOf(comparison);
        return one.outcomes(c).stream()
                .filter(outcome -> outcome.m() >= often)
                .mapToInt(outcome -> Math.abs(one.weight(c, outcome.level()) - other.weight(c, outcome.level())))
                .max()
                .orElseThrow();
    }

    @Test
    void learnsMuchTheSameFromTwoSamplesOfAThousandRows() {
        for (int seed = 10; seed < 14; seed += 2) {
            LinkageModel one = learn(Town.of(500, seed));
            LinkageModel other = learn(Town.of(500, seed + 1));

            for (String comparison : List.of("familyName", "givenNames", "birthDate", "sex", "phones")) {
                assertThat(distance(comparison, 0.05, one, other))
                        .as(comparison)
                        .isLessThan(1_000);
            }
            // How many strangers share a house is known from a handful of pairs only.
            assertThat(distance("addresses", 0.5, one, other)).isLessThan(6_000);
        }
    }

    @Test
    void staysNearThePriorWithTwentyRows() {
        for (int seed = 10; seed < 16; seed++) {
            LinkageModel model = learn(Town.of(10, seed));

            for (String comparison : List.of("familyName", "givenNames", "birthDate", "sex", "phones", "addresses")) {
                assertThat(distance(comparison, 0.5, PRIOR, model))
                        .as(comparison)
                        .isLessThan(1_000);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void keepsThePriorWhereThereIsNothingToLearnFrom(int size) {
        LinkageModel model = learn(Town.of(2, 5).subList(0, size));

        assertThat(Maximisation.distance(PRIOR, model)).isZero();
    }

    @Test
    void learnsNothingFromOnePersonRecordedAThousandTimes() {
        List<StandardRecord> linh = IntStream.range(0, 1_000)
                .mapToObj(i -> Pairs.standard(Citizens.linh("a", Integer.toString(i))))
                .toList();

        LinkageModel model = learn(linh);

        assertThat(model.version()).isEqualTo(PRIOR.forRecords(1_000).version());
    }

    @Test
    void keepsThePriorOfWhatNoTwoRecordsTell() {
        LinkageModel model = learn(Town.of(500, 6));

        for (String absent : List.of("emails", "birthPlace")) {
            int c = PRIOR.comparisons().indexOf(absent);
            for (Outcome outcome : PRIOR.outcomes(c)) {
                assertThat(model.weight(c, outcome.level())).isEqualTo(PRIOR.weight(c, outcome.level()));
            }
        }
    }

    @Test
    void learnsNothingFromRecordsThatSayNothing() {
        List<StandardRecord> nobody = IntStream.range(0, 2_500)
                .mapToObj(i -> Pairs.standard(Citizens.record("a", Integer.toString(i))))
                .toList();

        LinkageModel model = learn(nobody);

        assertThat(Maximisation.distance(PRIOR, model)).isZero();
        assertThat(model.matchPrior()).isLessThan(PRIOR.forRecords(200).matchPrior());
    }
}
