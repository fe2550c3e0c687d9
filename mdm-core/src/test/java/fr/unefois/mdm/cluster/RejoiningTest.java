package fr.unefois.mdm.cluster;

import static fr.unefois.mdm.cluster.JudgedClustersTest.judged;
import static fr.unefois.mdm.cluster.JudgedClustersTest.judgement;
import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.OperatingPoint;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RejoiningTest {
    private static final LinkageModel MODEL = LinkageModel.french().at(OperatingPoint.BALANCED);

    private final Clusterer clusterer = new Clusterer(MODEL);

    /** One person, typed so many times by clerks who often slip: more than is compared two by two. */
    private static List<StandardRecord> typed(String given, int born, int times, int from) {
        Random random = new Random(born);
        List<StandardRecord> records = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            records.add(Pairs.standard(Citizens.record("a", Integer.toString(from + i))
                    .birthName(slip("KERVELLA", random))
                    .givenNames(slip(given, random))
                    .birthDate(born + "-0" + (1 + random.nextInt(8) / 7) + "-1" + random.nextInt(8) / 6)
                    .emails(slip(slip("famille", random), random) + i + "@fai.example")
                    .address((3 + random.nextInt(6) / 5) + " rue Pasteur", "57000", "Metz", "57463")));
        }
        return records;
    }

    private static String slip(String value, Random random) {
        int at = random.nextInt(2 * value.length());
        return at < value.length()
                ? value.substring(0, at)
                        + (char) (value.charAt(at) == '9' ? '1' : value.charAt(at) + 1)
                        + value.substring(at + 1)
                : value;
    }

    private static List<StandardRecord> sisters() {
        List<StandardRecord> both = typed("COLOMBE", 1988, 200, 1000);
        both.addAll(typed("MARGUERITE", 1953, 200, 2000));
        return both;
    }

    private static int largest(Partition partition) {
        return partition.clusters().stream()
                .mapToInt(cluster -> cluster.members().size())
                .max()
                .orElseThrow();
    }

    private static boolean isOf(Cluster cluster, int from) {
        return cluster.members().stream()
                .map(SourceKey::id)
                .mapToInt(Integer::parseInt)
                .allMatch(id -> id >= from && id < from + 1000);
    }

    @Test
    void joinsAgainTheRecordsOfOnePersonThatCuttingSeparated() {
        Partition partition = clusterer.partition(sisters(), Judgements.none());

        // A part holds a cluster at least.
        assertThat(partition.cut())
                .matches(cut ->
                        cut != null && cut.parts() > 3 * partition.clusters().size());
        assertThat(largest(partition)).isGreaterThan(100);
    }

    @Test
    void doesNotJoinTwoPeople() {
        assertThat(clusterer.partition(sisters(), Judgements.none()).clusters())
                .allMatch(cluster -> isOf(cluster, 1000) || isOf(cluster, 2000));
    }

    @Test
    void doesNotDependOnTheOrderOfTheRecords() {
        List<StandardRecord> shuffled = sisters();
        Collections.shuffle(shuffled, new Random(1));

        assertThat(clusterer.partition(shuffled, Judgements.none()))
                .isEqualTo(clusterer.partition(sisters(), Judgements.none()));
    }

    @Test
    void keepsApartWhatAStewardJudgedDifferent() {
        Cluster together = clusterer.partition(sisters(), Judgements.none()).clusters().stream()
                .max(Comparator.comparingInt(cluster -> cluster.members().size()))
                .orElseThrow();
        SourceKey one = together.members().get(0);
        SourceKey other = together.members().get(together.members().size() - 1);
        List<StandardRecord> records = sisters();
        StandardRecord left =
                records.stream().filter(r -> r.key().equals(one)).findFirst().orElseThrow();
        StandardRecord right =
                records.stream().filter(r -> r.key().equals(other)).findFirst().orElseThrow();

        assertThat(clusterer
                        .partition(records, judged(judgement(left, right, Verdict.DIFFERENT)))
                        .clusters())
                .noneMatch(cluster -> cluster.members().containsAll(List.of(one, other)));
    }

    @Test
    void asksOnceAboutTwoClusters() {
        for (LinkageModel model : List.of(MODEL, LinkageModel.french().at(OperatingPoint.SAFE))) {
            List<StandardRecord> records = typed("COLOMBE", 1988, 150, 1000);
            records.addAll(typed("COLOMBINE", 1989, 150, 2000));
            records.addAll(typed("COLETTE", 1988, 150, 3000));
            Partition partition = new Clusterer(model).partition(records, Judgements.none());

            assertThat(partition.doubtful()).isNotEmpty();
            assertThat(partition.doubtful().stream()
                            .map(pair -> Set.of(clusterOf(pair.left(), partition), clusterOf(pair.right(), partition))))
                    .doesNotHaveDuplicates()
                    .allMatch(clusters -> clusters.size() == 2);
        }
    }

    private static Cluster clusterOf(SourceKey record, Partition partition) {
        return partition.clusters().stream()
                .filter(cluster -> cluster.members().contains(record))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsHowTwoRecordsCameTogetherThoughTheyWereCutApart() {
        List<StandardRecord> records = sisters();
        Cluster together = clusterer.partition(records, Judgements.none()).clusters().stream()
                .max(Comparator.comparingInt(cluster -> cluster.members().size()))
                .orElseThrow();
        ClusterStories stories = new ClusterStories(MODEL, BlockingRules.french());

        for (int i = 1; i < together.members().size(); i += 20) {
            ClusterStory story = stories.between(
                    together.members().get(0), together.members().get(i), records, records, Judgements.none());

            assertThat(story.ending()).isEqualTo(ClusterStory.Ending.JOINED);
        }
    }
}
