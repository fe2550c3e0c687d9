package fr.unefois.mdm.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The code is our own, so no table of values was ever published: what is known are names that sound alike, and do not. */
class FrenchPhoneticTest {
    @ParameterizedTest
    @CsvSource({
        "GAUTHIER, GAUTIER",
        "DUPONT, DUPOND",
        "LEFEVRE, LEFEBVRE",
        "RENAUD, RENAULT",
        "ARNAUD, ARNAULT",
        "PHILIPPE, FILIPE",
        "MAURICE, MORICE",
        "THIBAULT, TIBAUD",
        "LEROUX, LEROU",
        "QUENTIN, KENTIN",
        "DENIS, DENYS",
        "BERTHELOT, BERTELO",
        "CHEVTCHENKO, SHEVCHENKO",
        "KRETSCHMER, KRECHMER",
        "WAGNER, VAGNER",
        "PICKARD, PICARD"
    })
    void givesOneCodeToNamesThatSoundAlike(String one, String other) {
        assertThat(FrenchPhonetic.code(one)).isEqualTo(FrenchPhonetic.code(other));
    }

    @ParameterizedTest
    @CsvSource({
        "MARTIN, MARTEL",
        "DURAND, DUPONT",
        "ROUX, ROY",
        "PETIT, PATIN",
        "MOREAU, MOREL",
        "SIMON, SAMON",
        "GERARD, GUERARD",
        "CHABERT, CABERT",
        "LAMBERT, LOMBERT"
    })
    void tellsNamesApartThatSoundOtherwise(String one, String other) {
        assertThat(FrenchPhonetic.code(one)).isNotEqualTo(FrenchPhonetic.code(other));
    }

    /** By hand: G hard, AU is O, TH is T, IER at the end is IE; and so on. */
    @ParameterizedTest
    @CsvSource({"GAUTHIER, GOTIE", "DUPONT, DUP3", "MARTIN, MART2", "ROUSSEAU, RWSO", "CHARPENTIER, XARP1TIE"})
    void spellsSounds(String name, String code) {
        assertThat(FrenchPhonetic.code(name)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"O", "H", "XX", "NG", "E", "李"})
    void isNeverEmpty(String name) {
        assertThat(FrenchPhonetic.code(name)).isNotEmpty();
    }

    @Test
    void doesNotMindHyphens() {
        assertThat(FrenchPhonetic.code("SAINT-AUBIN")).isEqualTo(FrenchPhonetic.code("SAINTAUBIN"));
    }
}
