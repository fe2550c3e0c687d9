package fr.unefois.mdm.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.OperatingPoint;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikelihoodTest {
    private static final LinkageModel MODEL = LinkageModel.french().at(OperatingPoint.BALANCED);

    private static Citizens aude(String id) {
        return Citizens.record("a", id).birthName("KERVELLA").givenNames("Aude");
    }

    private static Union union(int border, Citizens... citizens) {
        List<StandardRecord> records =
                Arrays.stream(citizens).map(Pairs::standard).toList();
        int[] left = new int[border];
        int[] right = new int[citizens.length - border];
        Arrays.setAll(left, i -> i);
        Arrays.setAll(right, i -> border + i);
        Likelihood likelihood = new Likelihood(EvidenceTable.of(MODEL, records));
        Union union = likelihood.union(left, right);
        assertThat(likelihood.union(right, left)).isEqualTo(union);
        return union;
    }

    private static int same(String comparison, Union union) {
        return union.parts().get(MODEL.comparisons().indexOf(comparison)).same();
    }

    @Test
    void lendsARecordThatSaysNothingOfAFieldNoEvidenceOfItsClusters() {
        // Both sides have a record without a phone: what the others say of it counts once, as between two records.
        Union silent =
                union(2, aude("1").phones("0612345678"), aude("2"), aude("3").phones("0612345678"), aude("4"));
        Union alone = union(1, aude("1").phones("0612345678"), aude("3").phones("0612345678"));

        assertThat(same("phones", silent)).isEqualTo(same("phones", alone)).isPositive();
    }

    @Test
    void saysNothingOfAFieldThatOneSideDoesNotTell() {
        Union union = union(2, aude("1").birthDate("1988-08-11"), aude("2").birthDate("1951-02-03"), aude("3"));

        assertThat(same("birthDate", union)).isZero();
        assertThat(same("emails", union)).isZero();
    }

    @Test
    void saysNoMoreForAUnionThanItsClosestPair() {
        Citizens[] copies = {
            aude("1").birthDate("1988-08-11"),
            aude("2").birthDate("1988-08-11"),
            aude("3").birthDate("1988-08-11")
        };
        int pair = same("birthDate", union(1, copies[0], copies[1]));

        assertThat(same("birthDate", union(1, copies))).isEqualTo(pair);
        assertThat(same("birthDate", union(2, copies))).isEqualTo(pair);
    }

    @Test
    void letsOneOfTwoTruePhonesAgreeAndOneBirthDateOnly() {
        Union phones = union(
                2,
                aude("1").phones("0612345678"),
                aude("2").phones("0387654321"),
                aude("3").phones("0387654321"));
        Union dates = union(
                2,
                aude("1").birthDate("1988-08-11"),
                aude("2").birthDate("1951-02-03"),
                aude("3").birthDate("1951-02-03"));

        assertThat(same("phones", phones)).isPositive();
        assertThat(same("birthDate", dates)).isLessThan(same("phones", phones));
    }

    @Test
    void givesAPersonTwoGivenNamesOfAnyKindWhereADifferenceIsNoNews() {
        // Where half of one person's records bear another given name, as in registers of the past, it tells little:
        // the difference between the two names counts once. Elsewhere it counts for every record.
        assertThat(given(givenNamesDiffering(0.5))).isEqualTo(differing(givenNamesDiffering(0.5)));
        assertThat(given(givenNamesDiffering(0.2))).isLessThan(differing(givenNamesDiffering(0.2)));
    }

    private static int given(LinkageModel model) {
        return new Likelihood(EvidenceTable.of(model, audesAndColombes()))
                .union(new int[] {0, 1}, new int[] {2, 3})
                .parts()
                .get(model.comparisons().indexOf("givenNames"))
                .same();
    }

    private static int differing(LinkageModel model) {
        List<StandardRecord> records = audesAndColombes();
        return model.compare(model.comparisons().indexOf("givenNames"), records.get(0), records.get(2))
                .weight();
    }

    private static List<StandardRecord> audesAndColombes() {
        return List.of(
                Pairs.standard(aude("1")),
                Pairs.standard(aude("2")),
                Pairs.standard(aude("3").givenNames("Colombe")),
                Pairs.standard(aude("4").givenNames("Colombe")));
    }

    private static LinkageModel givenNamesDiffering(double often) {
        List<List<LinkageModel.Outcome>> shares = new ArrayList<>();
        for (int c = 0; c < MODEL.comparisons().size(); c++) {
            boolean given = MODEL.comparisons().get(c).equals("givenNames");
            shares.add(MODEL.outcomes(c).stream()
                    .map(outcome -> given
                                    && (outcome.level().equals("different")
                                            || outcome.level().equals("unlike"))
                            ? new LinkageModel.Outcome(outcome.level(), often, outcome.h(), 0.6)
                            : outcome)
                    .toList());
        }
        return MODEL.learned(MODEL.matches(), MODEL.households(), shares);
    }

    @Test
    void keepsTwinsApart() {
        List<StandardRecord> twins =
                List.of(twin("1", "Aude"), twin("2", "Aude"), twin("3", "Yann"), twin("4", "Yann"));

        assertThat(new Clusterer(MODEL).partition(twins, Judgements.none()).clusters())
                .containsExactly(
                        new Cluster(List.of(twins.get(0).key(), twins.get(1).key())),
                        new Cluster(List.of(twins.get(2).key(), twins.get(3).key())));
    }

    private static StandardRecord twin(String id, String given) {
        return Pairs.standard(Citizens.record("a", id)
                .birthName("KERVELLA")
                .givenNames(given)
                .birthDate("1988-08-11")
                .birthPlace("57463")
                .phones("0612345678")
                .emails("famille.kervella@fai.example")
                .address("3 rue Pasteur", "57000", "Metz", "57463"));
    }

    @Test
    void keepsFatherAndSonOfOneNameApartByTheirDatesAlone() {
        List<StandardRecord> both = List.of(
                Pairs.standard(aude("1").birthDate("1951-02-03").address("3 rue Pasteur", "57000", "Metz", "57463")),
                Pairs.standard(aude("2").birthDate("1988-08-11").address("3 rue Pasteur", "57000", "Metz", "57463")));

        assertThat(new Clusterer(MODEL).partition(both, Judgements.none()).clusters())
                .hasSize(2);
    }

    @Test
    void linksNoTwoByACommonNameWithNothingElse() {
        List<StandardRecord> namesakes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            namesakes.add(Pairs.standard(Citizens.record("a", Integer.toString(i))
                    .birthName("MARTIN")
                    .givenNames("Jean")));
        }

        assertThat(new Clusterer(MODEL).partition(namesakes, Judgements.none()).clusters())
                .hasSize(4);
    }

    @Test
    void gainsTheSameWhicheverSideComesFirst() {
        for (int seed = 0; seed < 20; seed++) {
            List<StandardRecord> crowd = Pairs.crowd(14, seed);
            Likelihood likelihood = new Likelihood(EvidenceTable.of(MODEL, crowd));
            int[] a = {0, 2, 4, 6};
            int[] b = {1, 3, 5, 7, 9, 11, 13};
            assertThat(likelihood.gain(a, b)).isEqualTo(likelihood.gain(b, a));
        }
    }
}
