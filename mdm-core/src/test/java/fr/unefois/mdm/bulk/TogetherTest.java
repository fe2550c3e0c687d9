package fr.unefois.mdm.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.arrive.StoredRecord;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private static final UUID SHARED = new UUID(1, 1);

    @Test
    void joinsComponentsWhoseRecordsCarriedOneReference() {
        List<StoredRecord> records = List.of(
                new StoredRecord(Citizens.record("s", "0").build(), SHARED),
                new StoredRecord(Citizens.record("s", "1").build(), null),
                new StoredRecord(Citizens.record("s", "2").build(), new UUID(2, 2)),
                new StoredRecord(Citizens.record("s", "3").build(), SHARED));

        List<int[]> joined = new Together(records::get).of(List.of(new int[] {0}, new int[] {1, 2}, new int[] {3}));

        assertThat(joined).containsExactly(new int[] {0, 3}, new int[] {1, 2});
    }
}
