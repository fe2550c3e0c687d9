package fr.unefois.mdm.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.cluster.ClusterStory.Ending;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.OperatingPoint;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.standardise.StandardRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ClusterStoriesTest {
    private static final LinkageModel MODEL = LinkageModel.french().at(OperatingPoint.BALANCED);

    private final ClusterStories stories = new ClusterStories(MODEL, BlockingRules.french());

    @Test
    void tellsOfEveryTwoRecordsWhatTheClustererDidWithThem() {
        Clusterer clusterer = new Clusterer(MODEL);
        for (int seed = 0; seed < 12; seed++) {
            List<StandardRecord> crowd = Pairs.crowd(16, seed);
            List<Cluster> clusters =
                    clusterer.partition(crowd, Judgements.none()).clusters();
            for (StandardRecord one : crowd) {
                for (StandardRecord other : crowd) {
                    if (!one.key().equals(other.key())) {
                        boolean together = clusters.stream()
                                .anyMatch(cluster -> cluster.members().containsAll(List.of(one.key(), other.key())));
                        ClusterStory story = stories.between(one.key(), other.key(), crowd, crowd, Judgements.none());

                        assertThat(story.ending().together()).isEqualTo(together);
                        assertThat(story.left()).contains(one.key());
                        assertThat(story.right()).contains(other.key());
                        assertThat(story.union())
                                .matches(union -> union != null
                                        && union.gain() >= MODEL.thresholds().match() == together);
                    }
                }
            }
        }
    }

    @Test
    void sumsTheGainUpByComparison() {
        List<StandardRecord> crowd = Pairs.crowd(9, 4);
        Likelihood likelihood = new Likelihood(EvidenceTable.of(MODEL, crowd));
        int[] left = {0, 3, 7};
        int[] right = {1, 2};

        Union union = likelihood.union(left, right);

        assertThat(union.gain()).isEqualTo(likelihood.gain(left, right));
        assertThat(union.prior()
                        + union.parts().stream().mapToInt(Union.Part::same).sum()
                        + union.householdTerm())
                .isEqualTo(union.gain());
        assertThat(union.parts()).extracting(Union.Part::comparison).isEqualTo(MODEL.comparisons());
    }

    @Test
    void showsTheRecordThatTiesTwoOthers() {
        StandardRecord one = kervella("1").birthDate("1988-08-11").build();
        StandardRecord link = kervella("2").birthDate("1988-08-11").phone().build();
        StandardRecord other = kervella("3").phone().build();

        ClusterStory story = between(one, other, List.of(one, link, other), Judgements.none());

        assertThat(story.ending()).isEqualTo(Ending.JOINED);
        assertThat(story.path())
                .extracting(ScoredPair::left, ScoredPair::right)
                .containsExactly(tuple(one.key(), link.key()), tuple(link.key(), other.key()));
    }

    @Test
    void namesTheComparisonThatSpokeAgainst() {
        StandardRecord father = kervella("1").birthDate("1958-08-11").phone().build();
        StandardRecord son = kervella("2").birthDate("1987-02-20").phone().build();

        ClusterStory story = between(father, son, List.of(father, son), Judgements.none());

        assertThat(story.ending()).isEqualTo(Ending.APART);
        assertThat(Objects.requireNonNull(story.union()).against())
                .hasValueSatisfying(part -> assertThat(part.comparison()).isEqualTo("birthDate"));
    }

    @Test
    void tellsOfARival() {
        List<StandardRecord> family = ClustererTest.fatherAndDaughter();

        ClusterStory story = new ClusterStories(LinkageModel.french(), BlockingRules.french())
                .between(family.get(0).key(), family.get(2).key(), family, family, Judgements.none());

        assertThat(story.ending()).isEqualTo(Ending.RIVALLED);
        assertThat(story.ending().together()).isFalse();
    }

    @Test
    void saysWhatStewardsDecided() {
        StandardRecord one = kervella("1").birthDate("1988-08-11").phone().build();
        StandardRecord other = kervella("2").birthDate("1988-08-11").phone().build();
        StandardRecord child = kervella("3").birthDate("2015-03-02").build();

        assertThat(between(one, other, List.of(one, other), judged(one, other, Verdict.DIFFERENT)))
                .satisfies(story -> assertThat(story.ending()).isEqualTo(Ending.FORBIDDEN))
                .satisfies(story -> assertThat(story.judgements()).hasSize(1));
        assertThat(between(one, child, List.of(one, child), judged(one, child, Verdict.SAME)))
                .satisfies(story -> assertThat(story.ending()).isEqualTo(Ending.JUDGED_SAME))
                .satisfies(story -> assertThat(story.judgements()).hasSize(1));
    }

    @Test
    void tellsTwoComponentsFromOne() {
        StandardRecord one = kervella("1").birthDate("1988-08-11").build();
        StandardRecord stranger = Pairs.standard(Citizens.record("town", "2")
                .birthName("TRAORE")
                .givenNames("Moussa")
                .birthDate("1960-04-09"));

        ClusterStory story =
                stories.between(one.key(), stranger.key(), List.of(one), List.of(stranger), Judgements.none());

        assertThat(story.ending()).isEqualTo(Ending.UNCONNECTED);
        assertThat(story.records()).isEqualTo(2);
    }

    @Test
    void saysOfACrowdOfEqualsThatItCouldNotBeCut() {
        List<StandardRecord> equals = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            equals.add(kervella(Integer.toString(100 + i))
                    .birthDate("1988-08-11")
                    .phone()
                    .build());
        }

        ClusterStory story = between(equals.get(0), equals.get(80), equals, Judgements.none());

        assertThat(story.ending()).isEqualTo(Ending.ALIKE);
        assertThat(story.left()).hasSize(90);
    }

    @Test
    void findsTheWeakestJoinOfACluster() {
        StandardRecord one = kervella("1").birthDate("1988-08-11").phone().build();
        StandardRecord other = kervella("2").birthDate("1988-08-11").phone().build();
        StandardRecord loose = kervella("3").birthDate("1988-08-11").build();

        assertThat(stories.weakest(one.key(), List.of(one, other, loose), Judgements.none()))
                .hasValueSatisfying(story -> assertThat(List.of(story.left(), story.right()))
                        .containsExactlyInAnyOrder(List.of(one.key(), other.key()), List.of(loose.key())));
        assertThat(stories.weakest(one.key(), List.of(one), Judgements.none())).isEmpty();
    }

    private ClusterStory between(
            StandardRecord a, StandardRecord b, List<StandardRecord> component, Judgements judgements) {
        return stories.between(a.key(), b.key(), component, component, judgements);
    }

    private static Judgements judged(StandardRecord a, StandardRecord b, Verdict verdict) {
        return Judgements.of(List.of(new Judgement(a.key(), b.key(), verdict, "s", Instant.EPOCH, null)));
    }

    private static Kervella kervella(String id) {
        return new Kervella(id);
    }

    /** Aude Kervella, with as much as a test says of her. */
    private static final class Kervella {
        private final Citizens citizen;

        Kervella(String id) {
            citizen = Citizens.record("town", id).birthName("KERVELLA").givenNames("Aude");
        }

        Kervella birthDate(String date) {
            citizen.birthDate(date);
            return this;
        }

        Kervella phone() {
            citizen.phones("0387654321");
            return this;
        }

        StandardRecord build() {
            return Pairs.standard(citizen);
        }
    }
}
