package fr.unefois.mdm.batch.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    @Test
    void givesTheHandComputedFigures() {
        // Entities {1,2,3}, {4,5}, {6}; clusters {1,2}, {3,4,5}, {6}.
        Evaluation evaluation =
                Evaluation.of(List.of("a", "a", "a", "b", "b", "c"), List.of("x", "x", "y", "y", "y", "z"));

        assertThat(evaluation.truePairs()).isEqualTo(4);
        assertThat(evaluation.foundPairs()).isEqualTo(4);
        assertThat(evaluation.precision()).isEqualTo(0.5);
        assertThat(evaluation.recall()).isEqualTo(0.5);
        assertThat(evaluation.f1()).isEqualTo(0.5);
        // (1 + 1 + 1/3 + 2/3 + 2/3 + 1) / 6 and (2/3 + 2/3 + 1/3 + 1 + 1 + 1) / 6
        assertThat(evaluation.b3Precision()).isCloseTo(14 / 18.0, within(1e-12));
        assertThat(evaluation.b3Recall()).isCloseTo(14 / 18.0, within(1e-12));
        assertThat(evaluation.exact()).isEqualTo(1);
        assertThat(evaluation.falseMerges()).isEqualTo(1);
        assertThat(evaluation.falseMergesPer10000()).isCloseTo(10_000 / 3.0, within(1e-9));
    }

    @Test
    void isPerfectWhereNothingWasToBeFoundAndNothingWas() {
        Evaluation evaluation = Evaluation.of(List.of("a", "b"), List.of("x", "y"));

        assertThat(evaluation.f1()).isEqualTo(1);
        assertThat(evaluation.b3F1()).isEqualTo(1);
        assertThat(evaluation.exactShare()).isEqualTo(1);
    }
}
