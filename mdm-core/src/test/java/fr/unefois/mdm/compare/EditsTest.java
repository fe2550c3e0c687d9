package fr.unefois.mdm.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditsTest {
    @ParameterizedTest
    @CsvSource({"19870412, 19870412", "19870412, 19870413", "19870412, 19870421", "0612345, 061235", "A, ''", "AB, BA"})
    void takesOneSlipForOne(String a, String b) {
        assertThat(Edits.atMostOne(a, b)).isTrue();
        assertThat(Edits.atMostOne(b, a)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"19870412, 19870521", "19870412, 18970421", "ABC, CBA", "ABCD, AB", "AXBY, AYBX"})
    void takesTwoSlipsForMore(String a, String b) {
        assertThat(Edits.atMostOne(a, b)).isFalse();
        assertThat(Edits.atMostOne(b, a)).isFalse();
    }
}
