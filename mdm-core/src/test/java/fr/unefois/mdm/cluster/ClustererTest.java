package fr.unefois.mdm.cluster;

import static fr.unefois.mdm.cluster.JudgedClustersTest.judged;
import static fr.unefois.mdm.cluster.JudgedClustersTest.judgement;
import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.OperatingPoint;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClustererTest {
    private static final LinkageModel MODEL = LinkageModel.french().at(OperatingPoint.BALANCED);

    private final Clusterer clusterer = new Clusterer(MODEL);

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 12, 40, 150})
    void doesNotDependOnTheOrderOfTheRecords(int size) {
        List<StandardRecord> crowd = Pairs.crowd(size, 11);
        Partition expected = clusterer.partition(crowd, Judgements.none());
        Random random = new Random(5);
        for (int round = 0; round < 8; round++) {
            List<StandardRecord> shuffled = new ArrayList<>(crowd);
            Collections.shuffle(shuffled, random);
            assertThat(clusterer.partition(shuffled, Judgements.none())).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void putsEveryRecordInExactlyOneCluster(Linkage linkage) {
        List<StandardRecord> crowd = Pairs.crowd(140, 2);
        Clusterer any = new Clusterer(MODEL, BlockingRules.french(), linkage, Scope.LINK_AND_DEDUPE);

        assertThat(any.partition(crowd, Judgements.none()).clusters().stream()
                        .flatMap(cluster -> cluster.members().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        crowd.stream().map(StandardRecord::key).toList());
    }

    @Test
    void gainsOfTwoRecordsWhatThePairWeighs() {
        List<StandardRecord> crowd = Pairs.crowd(40, 9);
        EvidenceTable table = EvidenceTable.of(MODEL, crowd);
        for (int i = 0; i < crowd.size(); i++) {
            for (int j = 0; j < i; j++) {
                int weight = MODEL.score(crowd.get(i), crowd.get(j)).weight();
                int[] a = {j};
                int[] b = {i};
                assertThat(new Likelihood(table).gain(a, b)).isEqualTo(weight);
                assertThat(new AverageGain(table).gain(a, b)).isEqualTo(Math.max(-3_000, weight));
            }
        }
    }

    @Test
    void joinsGreedilyByTheBestGainLikeTheNaiveAlgorithm() {
        for (int seed = 0; seed < 30; seed++) {
            List<StandardRecord> crowd = Pairs.crowd(7, seed);
            EvidenceTable table = EvidenceTable.of(MODEL, crowd);
            Gain gain = new AverageGain(table);
            Agglomeration agglomeration = new Agglomeration(crowd.size(), gain, unconstrained(crowd));
            agglomeration.join(MODEL.thresholds());

            assertThat(Arrays.stream(agglomeration.clusters())
                            .map(Arrays::toString)
                            .toList())
                    .isEqualTo(naive(crowd.size(), gain));
        }
    }

    private static Constraints unconstrained(List<StandardRecord> records) {
        return new Constraints(
                records.stream().map(StandardRecord::key).toList(), Judgements.none(), Scope.LINK_AND_DEDUPE);
    }

    private static List<String> naive(int size, Gain gain) {
        List<int[]> clusters = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            clusters.add(new int[] {i});
        }
        while (true) {
            int best = -1;
            int[] pair = new int[0];
            for (int a = 0; a < clusters.size(); a++) {
                for (int b = a + 1; b < clusters.size(); b++) {
                    int value = gain.gain(clusters.get(a), clusters.get(b));
                    if (value > best) {
                        best = value;
                        pair = new int[] {a, b};
                    }
                }
            }
            if (best < 0) {
                return clusters.stream().map(Arrays::toString).toList();
            }
            clusters.set(pair[0], Likelihood.merged(clusters.get(pair[0]), clusters.get(pair[1])));
            clusters.remove(pair[1]);
        }
    }

    @Test
    void countsTwoTrueAddressesOfOnePersonFully() {
        List<StandardRecord> moved = List.of(
                at("1", "3 rue Pasteur"),
                at("2", "3 rue Pasteur"),
                at("3", "18 avenue Foch"),
                at("4", "18 avenue Foch"));

        assertThat(clusterer.partition(moved, Judgements.none()).clusters()).hasSize(1);
    }

    private static StandardRecord at(String id, String street) {
        return Pairs.standard(Citizens.record("a", id)
                .birthName("KERVELLA")
                .givenNames("Aude")
                .birthDate("1988-08-11")
                .address(street, "57000", "Metz", "57463"));
    }

    @Test
    void laysTheStrongestDoubtfulPairBeforeASteward() {
        LinkageModel safe = LinkageModel.french().withMatchThreshold(10_000);
        StandardRecord known = Pairs.standard(Citizens.record("a", "1")
                .birthName("KERVELLA")
                .givenNames("Marie", "Aude")
                .birthDate("1988-08-11"));
        StandardRecord second = Pairs.standard(Citizens.record("b", "2")
                .birthName("KERVELLA")
                .givenNames("Aude")
                .birthDate("1988-08-11"));

        Partition partition = new Clusterer(safe).partition(List.of(second, known), Judgements.none());

        assertThat(partition.clusters()).hasSize(2);
        assertThat(partition.doubtful()).containsExactly(safe.score(known, second));
        assertThat(new Clusterer(safe)
                        .partition(List.of(second, known), judged(judgement(known, second, Verdict.UNSURE)))
                        .doubtful())
                .isEmpty();
    }

    @Test
    void leavesAnObjectionOfTheSexToAStewardAtTheSafePointAlone() {
        StandardRecord one = dominique("1", "F");
        StandardRecord other = dominique("2", "M");
        LinkageModel safe = LinkageModel.french().withMatchThreshold(1_000);
        assertThat(safe.score(one, other).weight())
                .isGreaterThan(safe.thresholds().match());

        Partition asked = new Clusterer(safe).partition(List.of(one, other), Judgements.none());

        assertThat(asked.clusters()).hasSize(2);
        assertThat(asked.doubtful()).containsExactly(safe.score(one, other));
        assertThat(safe.objection(asked.doubtful().get(0))).contains("sex");
        assertThat(clusterer.partition(List.of(one, other), Judgements.none()).clusters())
                .hasSize(1);
    }

    @Test
    void asksAtTheSafePointWhichOfTwoPeopleIsMeant() {
        List<StandardRecord> family = fatherAndDaughter();
        Clusterer safe = new Clusterer(LinkageModel.french());

        Partition asked = safe.partition(family, Judgements.none());

        assertThat(clusterer.partition(family, Judgements.none()).clusters()).hasSize(2);
        assertThat(asked.clusters()).hasSize(3);
        assertThat(asked.doubtful()).hasSize(2).allMatch(pair -> pair.weight() >= 6_000);
        // Who is told which one it is, is asked no more.
        assertThat(safe.partition(family, judged(judgement(family.get(0), family.get(2), Verdict.SAME)))
                        .clusters())
                .containsExactly(
                        new Cluster(List.of(family.get(0).key(), family.get(2).key())),
                        new Cluster(List.of(family.get(1).key())));
    }

    /** Of one name at one address, and a record that may be of either. */
    static List<StandardRecord> fatherAndDaughter() {
        return List.of(
                Pairs.standard(kervella("1").birthDate("1951-02-03").sex("M")),
                Pairs.standard(kervella("2").birthDate("1988-08-11").sex("F")),
                Pairs.standard(kervella("3")));
    }

    private static Citizens kervella(String id) {
        return Citizens.record("a", id)
                .birthName("KERVELLA")
                .givenNames("Dominique")
                .phones("0387654321")
                .address("3 rue Pasteur", "57000", "Metz", "57463");
    }

    private static StandardRecord dominique(String id, String sex) {
        return Pairs.standard(Citizens.record("a", id)
                .birthName("KERVELLA")
                .givenNames("Dominique", "Claude")
                .sex(sex)
                .birthDate("1988-08-11")
                .birthPlace("57463")
                .phones("0612345678"));
    }

    @Test
    void showsDoubtfulPairsInTheOrderOfTheirKeys() {
        List<ScoredPair> doubtful = new Clusterer(LinkageModel.french())
                .partition(Pairs.crowd(50, 21), Judgements.none())
                .doubtful();

        assertThat(doubtful).isNotEmpty();
        assertThat(doubtful.stream().map(ScoredPair::left)).isSorted();
    }

    @Test
    void cutsAComponentThatIsTooLarge() {
        Random random = new Random(1);
        List<StandardRecord> quarter = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            // One house of one family name, whose people hang together by name and address alone.
            quarter.add(Pairs.standard(Citizens.record("a", Integer.toString(1000 + i))
                    .birthName("KERVELLA")
                    .givenNames(random.ints(6, 'A', 'Z')
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString())
                    .birthDate((1930 + i / 4) + "-" + (10 + i % 3) + "-" + (10 + i * 7 % 18))
                    .address("3 rue Pasteur", "57000", "Metz", "57463")));
        }

        Partition partition = clusterer.partition(quarter, Judgements.none());

        assertThat(partition.clusters()).hasSizeGreaterThan(250);
    }

    @Test
    void takesThousandsOfEqualRecordsForOneButThoseJudgedApart() {
        List<StandardRecord> equals = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            equals.add(Pairs.standard(Citizens.linh("a", Integer.toString(10_000 + i))));
        }

        Partition partition =
                clusterer.partition(equals, judged(judgement(equals.get(3), equals.get(4), Verdict.DIFFERENT)));

        assertThat(partition.clusters().stream()
                        .map(cluster -> cluster.members().size()))
                .containsExactlyInAnyOrder(1_999, 1);
    }

    @Test
    void neverLinksWithinASourceWhenToldSo() {
        Clusterer across = new Clusterer(MODEL, BlockingRules.french(), Linkage.LIKELIHOOD, Scope.LINK_ONLY);
        List<StandardRecord> records = List.of(
                Pairs.standard(Citizens.linh("a", "1")),
                Pairs.standard(Citizens.linh("a", "2")),
                Pairs.standard(Citizens.linh("b", "3")));

        assertThat(across.partition(records, Judgements.none()).clusters())
                .containsExactly(
                        new Cluster(List.of(new SourceKey("a", "1"), new SourceKey("b", "3"))),
                        new Cluster(List.of(new SourceKey("a", "2"))));
    }
}
