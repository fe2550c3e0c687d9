package fr.unefois.mdm.arrive;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.cluster.Cluster;
import fr.unefois.mdm.record.SourceKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StayingTest {
    private static final SourceKey A = new SourceKey("eau", "a");
    private static final SourceKey B = new SourceKey("eau", "b");
    private static final SourceKey C = new SourceKey("eau", "c");
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);

    private static Cluster cluster(SourceKey... members) {
        return new Cluster(List.of(members));
    }

    @Test
    void aClusterOfTheSameUnchangedRecordsStays() {
        Staying staying = new Staying(Map.of(A, ONE, B, ONE, C, OTHER), C::equals, List.of());
        assertThat(staying.stays(cluster(A, B), ONE)).isTrue();
        assertThat(staying.leaving(List.of(cluster(A, B), cluster(C)), List.of(ONE, OTHER)))
                .containsExactly(OTHER);
    }

    @Test
    void oneThatLostGainedOrChangedARecordDoesNot() {
        Staying staying = new Staying(Map.of(A, ONE, B, ONE), Set.of()::contains, List.of());
        assertThat(staying.stays(cluster(A), ONE))
                .as("lost one to another cluster")
                .isFalse();
        assertThat(staying.stays(cluster(A, B, C), ONE)).as("gained a new one").isFalse();
        assertThat(new Staying(Map.of(A, ONE, B, ONE), B::equals, List.of()).stays(cluster(A, B), ONE))
                .as("one says something else")
                .isFalse();
        assertThat(new Staying(Map.of(A, ONE, B, ONE), Set.of()::contains, List.of(ONE)).stays(cluster(A, B), ONE))
                .as("one was removed")
                .isFalse();
    }

    @Test
    void asksForNoReferenceThatNobodyHad() {
        Staying staying = new Staying(Map.of(), Set.of()::contains, List.of());
        assertThat(staying.leaving(List.of(cluster(A)), List.of(ONE))).isEmpty();
    }
}
