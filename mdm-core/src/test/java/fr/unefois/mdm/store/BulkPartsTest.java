package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.record.SourceKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BulkPartsTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private static final UUID D = new UUID(0, 4);

    private final Map<SourceKey, UUID> now = new TreeMap<>();
    private final Map<SourceKey, UUID> before = new TreeMap<>();

    private void record(String id, UUID had, UUID has) {
        now.put(Samples.key(id), has);
        before.put(Samples.key(id), had);
    }

    private BulkParts parts(Map<UUID, List<UUID>> retired) {
        return new BulkParts(
                new Resolution(
                        List.copyOf(now.keySet()), List.of(), now, retired, List.of(), List.of(), List.of(), before),
                7);
    }

    @Test
    void keepsCitizensApartWhoHadNoRecordInCommon() {
        record("1", A, A);
        record("2", B, B);
        BulkParts parts = parts(Map.of());
        assertThat(parts.part(A)).isNotEqualTo(parts.part(B));
        assertThat(parts.last()).isEqualTo(9);
    }

    @Test
    void takesTogetherWhoHadARecordOrHasOneFromAnother() {
        record("1", A, A);
        record("2", B, A);
        record("3", B, C);
        record("4", D, D);
        BulkParts parts = parts(Map.of());
        assertThat(parts.part(A))
                .isEqualTo(parts.part(B))
                .isEqualTo(parts.part(C))
                .isEqualTo(8);
        assertThat(parts.part(D)).isEqualTo(9);
    }

    @Test
    void takesARetiredReferenceWithThoseThatAnswerForIt() {
        record("1", A, A);
        record("2", C, C);
        BulkParts parts = parts(Map.of(B, List.of(A), D, List.of()));
        assertThat(parts.part(B)).isEqualTo(parts.part(A)).isNotEqualTo(parts.part(C));
        assertThat(parts.part(D)).as("a citizen whose last record went").isEqualTo(10);
    }
}
