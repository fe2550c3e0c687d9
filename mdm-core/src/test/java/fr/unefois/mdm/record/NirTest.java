package fr.unefois.mdm.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NirTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "255081416802538",
                "2 55 08 14 168 025 38",
                "2.55.08.14.168.025.38",
                "2550814168025",
                "NIR 255081416802538",
                "DUPONT 2 55 08 14 168 025",
                "155082A16802550",
                "155082B16802577",
                "n°255081416802538,"
            })
    void recognisesANirHoweverWritten(String text) {
        assertThat(Nir.looksLike(text)).isTrue();
        assertThat(Nir.mask(text)).doesNotContain("14168").doesNotContain("55");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "255081416802539", "0033612345678", "+2250712345678", "06 12 34 56 78", "1999-12-31", "2551314168025",
                "3550814168025", "12 rue du 11 novembre 1918, 57000", "25508141680253", "99352", "", "CAN-0063941"
            })
    void leavesOtherNumbersAlone(String text) {
        assertThat(Nir.looksLike(text)).isFalse();
        assertThat(Nir.mask(text)).isEqualTo(text);
    }

    @Test
    void masksTheNumberAndKeepsTheRest() {
        assertThat(Nir.mask("DUPONT 2 55 08 14 168 025 38 Metz")).isEqualTo("DUPONT * ** ** ** *** *** ** Metz");
    }
}
