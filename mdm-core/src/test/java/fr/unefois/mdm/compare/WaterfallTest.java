package fr.unefois.mdm.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallTest {
    private static final LinkageModel MODEL = LinkageModel.french();

    @Test
    void endsWhereTheModelWeighsThePair() {
        List<StandardRecord> crowd = Pairs.crowd(60, 3);
        for (StandardRecord one : crowd) {
            for (StandardRecord other : crowd) {
                Waterfall waterfall = Waterfall.of(MODEL, one, other);

                assertThat(waterfall.weight()).isEqualTo(MODEL.weight(one, other));
                assertThat(waterfall.householdTerm()).isNotPositive();
                assertThat(lastOf(waterfall).running() + waterfall.householdTerm())
                        .isEqualTo(waterfall.weight());
            }
        }
    }

    @Test
    void countsFromThePriorLineByLine() {
        Waterfall waterfall = Waterfall.of(
                MODEL,
                Pairs.standard(Citizens.record("a", "1").sex("F").birthDate("1988-08-11")),
                Pairs.standard(Citizens.record("b", "1").sex("M").birthDate("1988-11-08")));

        assertThat(waterfall.matchPrior()).isEqualTo(MODEL.matchPrior());
        assertThat(waterfall.steps())
                .extracting(step -> step.evidence().comparison())
                .isEqualTo(MODEL.comparisons());
        int date = MODEL.comparisons().indexOf("birthDate");
        int sex = MODEL.comparisons().indexOf("sex");
        assertThat(waterfall.steps().get(date).running()).isEqualTo(MODEL.matchPrior() + 10_700);
        assertThat(waterfall.steps().get(sex).running()).isEqualTo(MODEL.matchPrior() + 10_700 - 10_000);
        // By hand: the household's odds are 8/65,000 · 2^3.7, so its term is −log2(1 + 0.0016).
        assertThat(waterfall.household()).isEqualTo(MODEL.householdPrior() + 3_700);
        assertThat(waterfall.householdTerm()).isEqualTo(-2);
    }

    @Test
    void givesTheHouseholdWhatItExplainsAsWell() {
        Citizens mother = Citizens.record("a", "1").birthName("KERVELLA").givenNames("Aude");
        Citizens child = Citizens.record("b", "1").birthName("KERVELLA").givenNames("Mathilde");
        for (Citizens one : List.of(mother, child)) {
            one.phones("0612345678").address("3 rue Pasteur", "57000", "Metz", "57463");
        }

        Waterfall waterfall = Waterfall.of(MODEL, Pairs.standard(mother), Pairs.standard(child));

        assertThat(waterfall.household()).isGreaterThan(lastOf(waterfall).running());
        assertThat(waterfall.householdTerm()).isLessThan(-waterfall.household() + 10);
        assertThat(waterfall.weight()).isNegative();
    }

    private static Waterfall.Step lastOf(Waterfall waterfall) {
        return waterfall.steps().get(waterfall.steps().size() - 1);
    }
}
