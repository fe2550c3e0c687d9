package fr.unefois.mdm.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JaroWinklerTest {
    /** The table of Winkler's 1990s reports, as the census programs print it. */
    @ParameterizedTest
    @CsvSource({
        "MARTHA, MARHTA, .961",
        "DWAYNE, DUANE, .840",
        "DIXON, DICKSONX, .813",
        "SHACKLEFORD, SHACKELFORD, .982",
        "DUNNINGHAM, CUNNIGHAM, .896",
        "NICHLESON, NICHULSON, .956",
        "MASSEY, MASSIE, .933",
        "ABROMS, ABRAMS, .922",
        "JERALDINE, GERALDINE, .926",
        "MICHELLE, MICHAEL, .921",
        "JULIES, JULIUS, .933",
        "TANYA, TONYA, .880",
        "SEAN, SUSAN, .805",
        "JON, JOHN, .933",
        "JON, JAN, .800"
    })
    void givesThePublishedValues(String a, String b, double expected) {
        assertThat(JaroWinkler.similarity(a, b)).isCloseTo(expected, within(0.0006));
    }

    @Test
    void isOneForEqualTextsAndZeroForNothingInCommon() {
        assertThat(JaroWinkler.similarity("O", "O")).isEqualTo(1);
        assertThat(JaroWinkler.similarity("ABC", "XYZ")).isZero();
        assertThat(JaroWinkler.similarity("", "A")).isZero();
    }

    @Test
    void givesTheSameInEitherOrder() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            String a = word(random);
            String b = word(random);
            assertThat(JaroWinkler.similarity(a, b)).as("%s %s", a, b).isEqualTo(JaroWinkler.similarity(b, a));
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(9); i >= 0; i--) {
            word.append((char) ('A' + random.nextInt(4)));
        }
        return word.toString();
    }
}
