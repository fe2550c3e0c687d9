package fr.unefois.mdm.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.record.PartialDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DateDigitsTest {
    private static final int FULL = 0x19870412;

    @Test
    void writesADateAsItIsWritten() {
        assertThat(DateDigits.of(PartialDate.of(1987, 4, 12))).isEqualTo(FULL);
        assertThat(DateDigits.of(PartialDate.of(1987, 4, 0))).isEqualTo(0x19870400);
        assertThat(DateDigits.of(PartialDate.of(950, 0, 0))).isEqualTo(0x09500000);
        assertThat(DateDigits.year(FULL)).isEqualTo(1987);
    }

    @Test
    void seesDayAndMonthSwapped() {
        assertThat(DateDigits.swapped(FULL, 0x19871204)).isTrue();
        assertThat(DateDigits.swapped(FULL, 0x19871205)).isFalse();
    }

    @Test
    void seesSlipsAsTextsDo() {
        Random random = new Random(11);
        int slips = 0;
        for (int i = 0; i < 200_000; i++) {
            PartialDate a = date(random);
            PartialDate b = date(random);
            int one = DateDigits.of(a);
            int other = DateDigits.of(b);
            boolean slip = Edits.atMostOne(text(a), text(b));
            assertThat(DateDigits.atMostOneEdit(one, other)).isEqualTo(slip);
            assertThat(DateDigits.others(one, other)).isEqualTo(others(text(a), text(b)));
            slips += slip ? 1 : 0;
        }
        assertThat(slips).isGreaterThan(500);
    }

    /** Of few years and months, so that many are near each other. */
    private static PartialDate date(Random random) {
        return PartialDate.of(1985 + random.nextInt(15), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private static String text(PartialDate date) {
        return date.iso().replace("-", "");
    }

    private static int others(String a, String b) {
        int others = 0;
        for (int i = 0; i < a.length(); i++) {
            others += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        return others;
    }
}
