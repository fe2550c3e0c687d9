package fr.unefois.mdm.batch.dedupe.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static Tally of(List<String> values) {
        Tally tally = new Tally();
        values.forEach(value -> tally.add(Hash.of(value), 0));
        return tally;
    }

    @Test
    void countsFewValuesExactly() {
        Tally tally = of(List.of("a", "b", "b", "c", "c", "c", "d", "e", "f", "g"));

        assertThat(tally.distinct()).isEqualTo(7);
        assertThat(tally.rows()).isEqualTo(10);
        assertThat(tally.repeated()).isEqualTo(0.5);
        assertThat(tally.commonest(1)).isEqualTo(0.3);
        assertThat(tally.commonest(2)).isEqualTo(0.5);
    }

    @Test
    void estimatesManyValuesInBoundedMemoryWhateverTheirOrder() {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 400_000; i++) {
            values.add("v" + i);
            if (i % 4 == 0) {
                values.add("v" + i);
            }
        }
        Tally inOrder = of(values);
        Collections.shuffle(values, new Random(7));
        Tally shuffled = of(values);

        assertThat(inOrder.distinct()).isCloseTo(400_000, within(8_000L));
        assertThat(inOrder.repeated()).isCloseTo(0.4, within(0.01));
        assertThat(shuffled.distinct()).isEqualTo(inOrder.distinct());
        assertThat(shuffled.repeated()).isEqualTo(inOrder.repeated());
    }

    @Test
    void addsUpAsIfItHadCountedAll() {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            values.add("v" + i % 150_000);
        }
        Tally parts = of(values.subList(0, 90_000));
        parts.add(of(values.subList(90_000, values.size())));

        assertThat(parts.distinct()).isEqualTo(of(values).distinct());
        assertThat(parts.repeated()).isEqualTo(of(values).repeated());
    }

    @Test
    void seesWhetherRowsOfOneValueAreAlike() {
        Tally tally = new Tally();
        tally.add(1, 0x0001_0002L);
        tally.add(1, 0x0003_0002L);
        tally.add(2, 0x0001_0002L);
        tally.add(2, 0x0002_0001L);

        assertThat(tally.met()).isEqualTo(2);
        assertThat(tally.alike()).isEqualTo(1);
    }
}
