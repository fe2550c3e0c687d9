package fr.unefois.mdm.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowersTest {
    @Test
    void areThoseOfTwo() {
        for (int w = -60_000; w <= 60_000; w += 7) {
            double expected = Math.pow(2, w / 1000.0);
            assertThat(Powers.of(w)).as("2^%d/1000", w).isCloseTo(expected, within(expected * 1e-13));
        }
    }

    @Test
    void areExactForWholeBits() {
        assertThat(Powers.of(0)).isEqualTo(1);
        assertThat(Powers.of(10_000)).isEqualTo(1024);
        assertThat(Powers.of(-3_000)).isEqualTo(0.125);
    }

    @Test
    void endAtNothingAndInfinity() {
        assertThat(Powers.of(Integer.MIN_VALUE)).isZero();
        assertThat(Powers.of(Integer.MAX_VALUE)).isInfinite();
    }
}
