package fr.unefois.mdm.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private static final UUID SHARED = new UUID(1, 1);

    @Test
    void joinsComponentsWhoseRecordsCarriedOneReference() {
        List<Optional<UUID>> refs =
                List.of(Optional.of(SHARED), Optional.empty(), Optional.of(new UUID(2, 2)), Optional.of(SHARED));

        List<int[]> joined = new Together(position -> refs.get(position).orElse(null))
                .of(List.of(new int[] {0}, new int[] {1, 2}, new int[] {3}));

        assertThat(joined).containsExactly(new int[] {0, 3}, new int[] {1, 2});
    }
}
