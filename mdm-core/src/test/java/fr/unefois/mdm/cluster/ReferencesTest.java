package fr.unefois.mdm.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.record.SourceKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    private static final UUID OLD = new UUID(0x0190_0000_0000_7000L, 1);
    private static final UUID YOUNG = new UUID(0x0190_0000_0001_7000L, 2);
    private static final UUID FRESH = new UUID(0x0190_0000_0002_7000L, 3);

    private static UUID fresh() {
        return FRESH;
    }

    @Test
    void givesANewClusterAFreshReference() {
        References references = assign(List.of(cluster("a", "b")), Map.of(), List.of());

        assertThat(references.byCluster()).containsExactly(FRESH);
        assertThat(references.retired()).isEmpty();
    }

    @Test
    void keepsTheOldestReferenceInAMerge() {
        References references = assign(
                List.of(cluster("a", "b", "c")), Map.of(key("a"), YOUNG, key("b"), YOUNG, key("c"), OLD), List.of());

        assertThat(references.byCluster()).containsExactly(OLD);
        assertThat(references.retired()).containsExactly(Map.entry(YOUNG, List.of(OLD)));
    }

    @Test
    void leavesTheReferenceWithTheLargestPartOfASplit() {
        References references = assign(
                List.of(cluster("a"), cluster("b", "c")),
                Map.of(key("a"), OLD, key("b"), OLD, key("c"), OLD),
                List.of());

        assertThat(references.byCluster()).containsExactly(FRESH, OLD);
        assertThat(references.parted()).containsExactly(Map.entry(OLD, List.of(FRESH)));
        assertThat(references.retired()).isEmpty();
    }

    @Test
    void leavesTheReferenceOfEqualPartsWithTheSmallestKey() {
        References references =
                assign(List.of(cluster("a"), cluster("b")), Map.of(key("a"), OLD, key("b"), OLD), List.of());

        assertThat(references.byCluster()).containsExactly(OLD, FRESH);
    }

    @Test
    void saysThatAReferenceWithoutRecordsIsGone() {
        References references = assign(List.of(), Map.of(), List.of(OLD));

        assertThat(references.retired()).containsExactly(Map.entry(OLD, List.of()));
    }

    @Test
    void namesEveryHeirOfAReferenceThatLostItsRecordsToOlderOnes() {
        UUID oldest = new UUID(0x0180_0000_0000_7000L, 9);
        References references = assign(
                List.of(cluster("a", "x"), cluster("b", "y")),
                Map.of(key("a"), YOUNG, key("b"), YOUNG, key("x"), oldest, key("y"), OLD),
                List.of());

        assertThat(references.byCluster()).containsExactly(oldest, OLD);
        assertThat(references.retired()).containsExactly(Map.entry(YOUNG, List.of(oldest, OLD)));
    }

    @Test
    void givesBothSidesOfAMergeTheirReferencesBackWhereTheyPart() {
        References references = References.assign(
                List.of(cluster("a", "b"), cluster("z")),
                new References.Known(
                        Map.of(key("a"), OLD, key("b"), OLD, key("z"), OLD),
                        Map.of(key("a"), List.of(YOUNG), key("b"), List.of(YOUNG)),
                        List.of()),
                ReferencesTest::fresh);
        assertThat(references.byCluster()).containsExactly(YOUNG, OLD);
        assertThat(references.parted()).containsExactly(Map.entry(OLD, List.of(YOUNG)));
    }

    @Test
    void leavesARetiredReferenceRetiredWhileItsRecordsStay() {
        References references = References.assign(
                List.of(cluster("a", "z")),
                new References.Known(Map.of(key("a"), OLD, key("z"), OLD), Map.of(key("a"), List.of(YOUNG)), List.of()),
                ReferencesTest::fresh);
        assertThat(references.byCluster()).containsExactly(OLD);
        assertThat(references.retired()).isEmpty();
    }

    private static References assign(List<Cluster> clusters, Map<SourceKey, UUID> known, List<UUID> former) {
        return References.assign(clusters, new References.Known(known, former), ReferencesTest::fresh);
    }

    private static Cluster cluster(String... ids) {
        return new Cluster(Arrays.stream(ids).map(ReferencesTest::key).toList());
    }

    private static SourceKey key(String id) {
        return new SourceKey("s", id);
    }
}
