package fr.unefois.mdm.command;

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
    void showsTheLastStepHoweverSoonItComes() {
        try (Phase phase = Phase.begin(progress, "write", 2)) {
            phase.advance(1);
            phase.advance(1);
        }

        assertThat(shown).containsExactly("begin write", "2 of 2", "end");
    }

    @Test
    void takesTheWorkOfAnotherPhaseForAStretchOfItsOwn() {
        try (Phase phase = Phase.begin(progress, "learn", 1000)) {
            try (Phase inner = Phase.begin(phase.stretch(400, 1000), "compare", 3)) {
                inner.at(3);
            }
        }

        assertThat(shown).containsExactly("begin learn", "1000 of 1000", "end");
    }
}
