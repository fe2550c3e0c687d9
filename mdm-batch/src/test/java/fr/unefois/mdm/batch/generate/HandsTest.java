package fr.unefois.mdm.batch.generate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.batch.generate.Inhabitant.Birth;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How clerks write. */
class HandsTest {
    @Test
    void aSlipNeverEmptiesAWordNorMakesItUnrecognisable() {
        for (int seed = 0; seed < 5_000; seed++) {
            assertThat(Slips.in("Berthier", Dice.of(seed)).length()).isBetween(6, 10);
            assertThat(Slips.in("Li", Dice.of(seed))).isNotEmpty();
        }
    }

    @Test
    void slipsOfTheEarAndOfTheFingerHappen() {
        Set<String> slipped = new HashSet<>();
        for (int seed = 0; seed < 5_000; seed++) {
            slipped.add(Slips.in("Sophie", Dice.of(seed)));
        }
        assertThat(slipped).contains("Sofie", "Sopphie", "Sohie", "Osphie", "Sophye");
    }

    @Test
    void aDateIsWrittenInEveryWrongWayThatSourcesKnow() {
        Set<String> written = new HashSet<>();
        Birth birth = new Birth(1986, 4, 11, "29232", Birth.FRANCE);
        for (int seed = 0; seed < 20_000; seed++) {
            written.add(DateHand.write(birth, 2, Dice.of(seed)));
        }
        assertThat(written)
                .contains("1986-04-11", "1986-11-04", "1986-01-01", "1986-04", "1986", "1985-04-11", "1986-04-12")
                .allMatch(date -> date.matches("(19|20)\\d{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|30))?)?"));
    }

    @Test
    void lettersThatAnOldSystemLacksLoseTheirMarks() {
        assertThat(Letters.western("Nguyễn Đặng Yıldız Œuvré Šimić")).isEqualTo("Nguyen Dang Yildiz Œuvré Simic");
        assertThat(Letters.plain("Œuvré")).isEqualTo("OEuvre");
        assertThat(Letters.mailbox("Le Guennec-D'Œuvré")).isEqualTo("leguennec-doeuvre");
    }
}
