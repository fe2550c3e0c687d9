package fr.unefois.mdm.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.cluster.DisjointSets;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.OperatingPoint;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BulkWalkTest {
    private static final LinkageModel MODEL = LinkageModel.french();
    private static final BlockingRules RULES = BlockingRules.french();

    /** B is 1, C is 2: the 28th name. */
    private static final int NAMEBC = 28;

    private final BulkWalk walk = new BulkWalk(RULES, MODEL);

    @Test
    void findsWhatComparingAllPairsThatMeetWouldFind() {
        List<StandardRecord> crowd = Pairs.crowd(60, 13);
        DisjointSets sets = new DisjointSets(crowd.size());
        List<BulkWalk.Edge> edges = new ArrayList<>();
        long pairs = 0;
        for (int i = 0; i < crowd.size(); i++) {
            for (int j = i + 1; j < crowd.size(); j++) {
                if (!RULES.meeting(crowd.get(i), crowd.get(j)).isEmpty()) {
                    pairs++;
                    int weight = MODEL.score(crowd.get(i), crowd.get(j)).weight();
                    if (weight >= MODEL.thresholds().floor()) {
                        edges.add(new BulkWalk.Edge(i, j, weight));
                        sets.join(i, j);
                    }
                }
            }
        }

        BulkWalk.Components found = walk.components(crowd, Judgements.none());

        assertThat(found.edges()).isEqualTo(edges);
        assertThat(found.candidatePairs()).isEqualTo(pairs);
        assertThat(found.components()).allSatisfy(component -> {
            for (int member : component) {
                assertThat(sets.find(member)).isEqualTo(component[0]);
            }
        });
        assertThat(found.components().stream()
                        .mapToInt(component -> component.length)
                        .sum())
                .isEqualTo(crowd.size());
    }

    @Test
    void findsTheSameComponentsInAnyOrder() {
        // Enough people of few names for blocks that are too large.
        List<StandardRecord> crowd = new ArrayList<>(Pairs.crowd(1_500, 17));
        Set<Set<SourceKey>> expected = components(crowd);
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(crowd, new Random(seed));
            assertThat(components(crowd)).isEqualTo(expected);
        }
    }

    private Set<Set<SourceKey>> components(List<StandardRecord> records) {
        Set<Set<SourceKey>> components = new HashSet<>();
        BulkWalk.Components found = walk.components(records, Judgements.none());
        assertThat(found.hotBlocks()).isPositive();
        for (int[] component : found.components()) {
            Set<SourceKey> keys = new TreeSet<>();
            for (int member : component) {
                keys.add(records.get(member).key());
            }
            components.add(keys);
        }
        return components;
    }

    @Test
    void comparesARecordOfAHotBlockThatHasNotTheRefiningField() {
        List<StandardRecord> records = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            records.add(Pairs.standard(Citizens.record("a", Integer.toString(1000 + i))
                    .birthName("NAME" + (char) ('A' + i / 26) + (char) ('A' + i % 26))
                    .phones("0612345678")));
        }
        records.add(Pairs.standard(Citizens.record("b", "1").birthName("NAMEBC").phones("0612345678")));

        BulkWalk balanced = new BulkWalk(RULES, MODEL.at(OperatingPoint.BALANCED));
        BulkWalk.Components found = balanced.components(records, Judgements.none());

        assertThat(found.hotBlocks()).isEqualTo(1);
        assertThat(found.edges()).anyMatch(edge -> edge.right() == 250 && edge.left() == NAMEBC);
    }

    @Test
    void connectsWhatWasJudgedTheSame() {
        List<StandardRecord> strangers = List.of(
                Pairs.standard(Citizens.record("a", "1").birthName("X")),
                Pairs.standard(Citizens.record("a", "2").birthName("Y")));
        Judgements same = Judgements.of(List.of(new Judgement(
                strangers.get(0).key(), strangers.get(1).key(), Verdict.SAME, "steward", Instant.EPOCH, null)));

        assertThat(walk.components(strangers, Judgements.none()).components()).hasSize(2);
        assertThat(walk.components(strangers, same).components()).hasSize(1);
    }

    @Test
    void scoresNoPairOutsideTheScope() {
        List<StandardRecord> records =
                List.of(Pairs.standard(Citizens.linh("a", "1")), Pairs.standard(Citizens.linh("a", "2")));

        assertThat(new BulkWalk(RULES, MODEL, Scope.LINK_ONLY)
                        .components(records, Judgements.none())
                        .candidatePairs())
                .isZero();
    }

    @Test
    void takesNoRecordAndOneRecord() {
        assertThat(walk.components(List.of(), Judgements.none()).components()).isEmpty();
        assertThat(walk.components(List.of(Pairs.standard(Citizens.linh("a", "1"))), Judgements.none())
                        .components())
                .hasSize(1);
    }
}
