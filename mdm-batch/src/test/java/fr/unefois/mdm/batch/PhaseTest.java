package fr.unefois.mdm.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhaseTest {
    private final List<String> shown = new ArrayList<>();

    private final Progress progress = new Progress() {
        @Override
        public void begin(String phase) {
            shown.add("begin " + phase);
        }

        @Override
        public void at(long done, long total) {
            shown.add(done + " of " + total);
        }

        @Override
        public void end() {
            shown.add("end");
        }
    };

    @Test
    void addsUpWhatManyThreadsTell() {
        try (Phase phase = Phase.begin(progress, "compare", 1000)) {
            IntStream.range(0, 1000).parallel().forEach(i -> phase.advance(1));
        }

        assertThat(shown).startsWith("begin compare").endsWith("1000 of 1000", "end");
    }

    @Test
    void tellsWhatRemainsFromTheSpeedSoFar() {
        assertThat(Remaining.seconds(10_000_000_000L, 25, 100)).isEqualTo(30);
        assertThat(Remaining.seconds(10_000_000_000L, 100, 100)).isZero();
        assertThat(Remaining.seconds(10_000_000_000L, 0, 100)).isEqualTo(-1);
        assertThat(Remaining.seconds(10_000_000_000L, 25, 0)).isEqualTo(-1);
    }
}
