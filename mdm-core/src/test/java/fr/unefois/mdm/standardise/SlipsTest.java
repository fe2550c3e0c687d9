package fr.unefois.mdm.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTest {
    /**
     * Distances as the literature gives them: Wagner and Fischer's and the textbooks' examples, and Damerau's four kinds
     * of slip, each one apart. CA and ABC are three apart where no piece is edited twice (optimal string alignment).
     */
    @ParameterizedTest
    @CsvSource({
        "KITTEN, SITTING, 3",
        "SATURDAY, SUNDAY, 3",
        "INTENTION, EXECUTION, 5",
        "FLAW, LAWN, 2",
        "GUMBO, GAMBOL, 2",
        "BOOK, BACK, 2",
        "ROSETTACODE, RAISETHYSWORD, 8",
        "CA, ABC, 3",
        "MARTHA, MARHTA, 1",
        "DUPONT, DUPON, 1",
        "DUPONT, DUPONTS, 1",
        "DUPONT, DUPOND, 1",
        "DUPONT, DUPONT, 0",
        "'', DUPONT, 6"
    })
    void givesThePublishedDistances(String one, String other, int distance) {
        assertThat(Slips.within(one, other, distance)).isTrue();
        assertThat(Slips.within(other, one, distance)).isTrue();
        if (distance > 0) {
            assertThat(Slips.within(one, other, distance - 1)).isFalse();
            assertThat(Slips.within(other, one, distance - 1)).isFalse();
        }
    }
}
