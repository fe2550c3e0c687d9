package fr.unefois.mdm.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.bulk.BulkWalk;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.OperatingPoint;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CopiesTest {
    private static final LinkageModel MODEL = LinkageModel.french().at(OperatingPoint.BALANCED);
    private static final BlockingRules RULES = BlockingRules.french();

    private static List<StandardRecord> copies(Citizens of, String source, int number) {
        StandardRecord one = Pairs.standard(of);
        List<StandardRecord> copies = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            copies.add(one.withKey(new SourceKey(source, Integer.toString(10_000 + i))));
        }
        return copies;
    }

    private static Citizens nobody() {
        return Citizens.record("a", "1").birthName("MARTIN").givenNames("Jean");
    }

    @Test
    void areThoseOfACrowdInOneSourceOnly() {
        List<StandardRecord> records = new ArrayList<>(copies(Citizens.linh("a", "1"), "a", Copies.MANY + 1));
        records.addAll(copies(Citizens.linh("a", "1"), "b", Copies.MANY));
        records.add(Pairs.standard(nobody()));

        Copies copies = Copies.of(Columns.of(records));

        assertThat(copies.count()).isEqualTo(Copies.MANY);
        for (int i = 0; i < records.size(); i++) {
            assertThat(copies.isCopy(i)).isEqualTo(i > 0 && i <= Copies.MANY);
            assertThat(copies.original(i)).isEqualTo(copies.isCopy(i) ? 0 : i);
        }
    }

    @Test
    void standForTheirSmallestKeyInAnyOrder() {
        List<StandardRecord> records = copies(Citizens.linh("a", "1"), "a", 80);
        Collections.shuffle(records, new Random(1));

        Copies copies = Copies.of(Columns.of(records));

        assertThat(IntStream.range(0, records.size())
                        .filter(i -> !copies.isCopy(i))
                        .mapToObj(i -> records.get(i).key()))
                .containsExactly(new SourceKey("a", "10000"));
    }

    @Test
    void areNoneOfARecordThatStandsForItself() {
        List<StandardRecord> records = copies(Citizens.linh("a", "1"), "a", 80);

        Columns columns = Columns.of(records);
        Copies copies = Copies.of(columns, columns.positions().toArray(), Set.of(columns.key(7)));

        assertThat(copies.isCopy(7)).isFalse();
        assertThat(copies.count()).isEqualTo(78);
    }

    @Test
    void goWhereTheirOriginalGoes() {
        List<StandardRecord> records = copies(Citizens.linh("a", "1"), "a", 300);
        StandardRecord other = Pairs.standard(Citizens.linh("b", "1").birthDate("1987-12-04"));
        records.add(other);

        Partition partition = new Clusterer(MODEL).partition(records, Judgements.none());

        assertThat(partition.clusters()).hasSize(1);
        assertThat(partition.clusters().get(0).members()).hasSize(301);
    }

    @Test
    void stayAloneWhereTheySayTooLittle() {
        List<StandardRecord> records = copies(nobody(), "a", 300);

        assertThat(new Clusterer(MODEL).partition(records, Judgements.none()).clusters())
                .hasSize(300);
    }

    @Test
    void goTwoByTwoWhereEachSourceHoldsAPersonOnce() {
        List<StandardRecord> records = copies(Citizens.linh("a", "1"), "a", 90);
        records.addAll(copies(Citizens.linh("a", "1"), "b", 70));
        Clusterer across = new Clusterer(MODEL, RULES, Linkage.LIKELIHOOD, Scope.LINK_ONLY);

        List<Cluster> clusters = across.partition(records, Judgements.none()).clusters();

        assertThat(clusters)
                .hasSize(90)
                .allSatisfy(cluster -> assertThat(cluster.members().stream().map(SourceKey::source))
                        .doesNotHaveDuplicates());
    }

    @Test
    void doNotHideWhatWasJudged() {
        List<StandardRecord> records = copies(Citizens.linh("a", "1"), "a", 300);
        Judgements judged = Judgements.of(List.of(new Judgement(
                records.get(5).key(), records.get(6).key(), Verdict.DIFFERENT, "steward", Instant.EPOCH, null)));

        List<Cluster> clusters = new Clusterer(MODEL).partition(records, judged).clusters();

        assertThat(clusters)
                .hasSize(2)
                .noneMatch(cluster -> cluster.members()
                        .containsAll(
                                List.of(records.get(5).key(), records.get(6).key())));
    }

    @Test
    void areComparedOnceAndLoseNobody() {
        List<StandardRecord> records = copies(Citizens.linh("a", "1"), "a", 20_000);
        records.addAll(copies(nobody(), "a1", 20_000));
        records.addAll(copies(Citizens.record("a", "1"), "a2", 1_000));
        StandardRecord other = Pairs.standard(Citizens.linh("b", "1").birthDate("1987-12-04"));
        records.add(other);
        Collections.shuffle(records, new Random(2));

        BulkWalk.Components found = new BulkWalk(RULES, MODEL).components(records, Judgements.none());

        assertThat(found.copies()).isEqualTo(19_999 + 19_999 + 999);
        assertThat(found.unkeyed()).isEqualTo(1_000);
        assertThat(found.hotBlocks()).isZero();
        assertThat(found.candidatePairs()).isEqualTo(1);
        assertThat(found.components().stream()
                        .mapToInt(component -> component.length)
                        .sum())
                .isEqualTo(records.size());
        assertThat(found.components().stream()
                        .mapToInt(component -> component.length)
                        .max())
                .hasValue(20_001);
    }

    @Test
    void areInTheComponentOfTheirOriginalThoughTheySayTooLittleThemselves() {
        List<StandardRecord> records = copies(nobody(), "a", 60);
        StandardRecord known = Pairs.standard(nobody().phones("0612345678"));
        StandardRecord alike = Pairs.standard(nobody()).withKey(new SourceKey("c", "1"));
        LinkageModel lenient = MODEL.forRecords(50);
        records.add(known);
        records.add(alike);

        List<int[]> components = new BulkWalk(RULES, lenient)
                .components(records, Judgements.none())
                .components();

        // What one of them meets they all meet.
        assertThat(lenient.weight(known, alike))
                .isGreaterThanOrEqualTo(lenient.thresholds().floor());
        assertThat(components).hasSize(1);
    }
}
