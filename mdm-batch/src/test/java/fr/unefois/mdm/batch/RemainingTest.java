package fr.unefois.mdm.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemainingTest {
    @Test
    void tellsWhatRemainsFromTheSpeedSoFar() {
        assertThat(Remaining.seconds(10_000_000_000L, 25, 100)).isEqualTo(30);
        assertThat(Remaining.seconds(10_000_000_000L, 100, 100)).isZero();
        assertThat(Remaining.seconds(10_000_000_000L, 0, 100)).isEqualTo(-1);
        assertThat(Remaining.seconds(10_000_000_000L, 25, 0)).isEqualTo(-1);
    }
}
