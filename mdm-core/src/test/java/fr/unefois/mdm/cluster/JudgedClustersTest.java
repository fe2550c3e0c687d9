package fr.unefois.mdm.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.OperatingPoint;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgedClustersTest {
    private final Clusterer clusterer = new Clusterer(LinkageModel.french().at(OperatingPoint.BALANCED));

    @Test
    void keepsAJudgementOverTheModel() {
        StandardRecord one = Pairs.standard(Citizens.linh("a", "1"));
        StandardRecord same = Pairs.standard(Citizens.linh("b", "2"));
        StandardRecord stranger = Pairs.standard(Citizens.record("c", "3").birthName("X"));

        Partition partition = clusterer.partition(
                List.of(one, same, stranger),
                judged(judgement(one, same, Verdict.DIFFERENT), judgement(one, stranger, Verdict.SAME)));

        assertThat(partition.clusters())
                .containsExactly(new Cluster(List.of(one.key(), stranger.key())), new Cluster(List.of(same.key())));
        assertThat(partition.doubtful()).isEmpty();
    }

    @Test
    void makesOnePersonOfTwoClustersThatAJudgementJoinsAsWholeAsTheyWere() {
        for (int seed = 0; seed < 10; seed++) {
            List<StandardRecord> crowd = Pairs.crowd(50, seed);
            Clusterer safe = new Clusterer(LinkageModel.french());
            Partition before = safe.partition(crowd, Judgements.none());
            for (ScoredPair doubt : before.doubtful()) {
                Judgement same =
                        new Judgement(doubt.left(), doubt.right(), Verdict.SAME, "steward", Instant.EPOCH, null);

                Cluster after = holding(doubt.left(), safe.partition(crowd, judged(same)));

                assertThat(after.members())
                        .containsAll(holding(doubt.left(), before).members())
                        .containsAll(holding(doubt.right(), before).members());
            }
        }
    }

    private static Cluster holding(SourceKey key, Partition partition) {
        return partition.clusters().stream()
                .filter(cluster -> cluster.members().contains(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void letsNoLikenessStandInTheWayOfAJudgement() {
        StandardRecord one = Pairs.standard(Citizens.linh("a", "1"));
        StandardRecord alike = Pairs.standard(Citizens.linh("b", "2"));
        StandardRecord stranger = Pairs.standard(Citizens.record("c", "3").birthName("X"));

        Partition partition = clusterer.partition(
                List.of(one, alike, stranger),
                judged(judgement(one, stranger, Verdict.SAME), judgement(stranger, alike, Verdict.DIFFERENT)));

        assertThat(partition.clusters())
                .containsExactly(new Cluster(List.of(one.key(), stranger.key())), new Cluster(List.of(alike.key())));
    }

    @Test
    void letsClustersInheritThatTheyAreNotOnePerson() {
        List<StandardRecord> copies = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            copies.add(Pairs.standard(Citizens.linh("a", Integer.toString(i))));
        }

        Partition partition =
                clusterer.partition(copies, judged(judgement(copies.get(0), copies.get(5), Verdict.DIFFERENT)));

        assertThat(partition.clusters()).hasSize(2);
        assertThat(partition.clusters())
                .noneMatch(cluster -> cluster.members().contains(copies.get(0).key())
                        && cluster.members().contains(copies.get(5).key()));
    }

    static Judgements judged(Judgement... judgements) {
        return Judgements.of(List.of(judgements));
    }

    static Judgement judgement(StandardRecord a, StandardRecord b, Verdict verdict) {
        return new Judgement(a.key(), b.key(), verdict, "steward", Instant.EPOCH, null);
    }
}
