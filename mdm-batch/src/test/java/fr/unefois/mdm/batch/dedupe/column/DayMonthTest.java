package fr.unefois.mdm.batch.dedupe.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DayMonthTest {
    private static boolean monthFirst(List<String> values) {
        DayMonth order = new DayMonth();
        values.forEach(date -> order.add(date, 1));
        return order.monthFirst();
    }

    @Test
    void decidesOverTheWholeColumn() {
        assertThat(monthFirst(List.of("01/02/1987", "03/25/1987", "04/05/87"))).isTrue();
        assertThat(monthFirst(List.of("01/02/1987", "25/03/1987"))).isFalse();
        assertThat(monthFirst(List.of("01/02/1987"))).isFalse();
        assertThat(monthFirst(List.of("1987-03-25", "19870325", "06.25.11.22.33")))
                .isFalse();
    }

    @Test
    void takesAFewExchangedDaysForSlips() {
        assertThat(monthFirst(List.of("13/02/1987", "25/03/1987", "03/25/1987")))
                .isFalse();
    }

    @Test
    void putsTheDayFirst() {
        assertThat(DayMonth.dayFirst("3/25/1987")).isEqualTo("25/3/1987");
        assertThat(DayMonth.dayFirst("03/04/1987 00:00")).isEqualTo("04/03/1987 00:00");
        assertThat(DayMonth.dayFirst("25/03/1987")).isEqualTo("25/03/1987");
        assertThat(DayMonth.dayFirst("March 25, 1987")).isEqualTo("March 25, 1987");
    }
}
