package fr.unefois.mdm.batch.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiceTest {
    /** The first outputs of SplitMix64 from state 0, as published with the reference implementation. */
    @Test
    void throwsAsSplitMix64Does() {
        Dice dice = Dice.of();
        assertThat(dice.next()).isEqualTo(0xe220a8397b1dcdafL);
        assertThat(dice.next()).isEqualTo(0x6e789e6aa1b965f4L);
        assertThat(dice.next()).isEqualTo(0x06c45d188009454fL);
    }

    @Test
    void everyFaceComesAsOften() {
        Dice dice = Dice.of(1, 2);
        int[] faces = new int[6];
        for (int i = 0; i < 60_000; i++) {
            faces[dice.between(1, 6) - 1]++;
        }
        assertThat(faces).satisfies(counts -> {
            for (int count : counts) {
                assertThat(count).isCloseTo(10_000, within(400));
            }
        });
    }

    @Test
    void otherKeysAreOtherDice() {
        assertThat(Dice.of(1, 2).next()).isNotEqualTo(Dice.of(2, 1).next());
    }

    @Test
    void anUrnGivesByFrequency() {
        Urn<String> urn = Urn.weighted(List.of("rare", "common"), name -> name.equals("rare") ? 1 : 9);
        Dice dice = Dice.of(3);
        Map<String, Integer> drawn = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            drawn.merge(urn.draw(dice), 1, Integer::sum);
        }
        assertThat(drawn.get("rare")).isCloseTo(1_000, within(120));
    }
}
