package fr.unefois.mdm.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.record.Sex;
import org.junit.jupiter.api.Test;

class FrequenciesTest {
    @Test
    void countsWhatIsThereTowardsWhatTheCountryKnows() {
        Frequencies.Builder builder = new Frequencies.Builder();
        for (int i = 0; i < 6_000; i++) {
            builder.count(Kind.FAMILY_NAME, i < 3_000 ? "LOCAL" : "OTHER" + i);
        }
        Frequencies counted = builder.build();

        // (3000 + 2000 · 2^-14) / (6000 + 2000)
        assertThat(counted.bits(Kind.FAMILY_NAME, "LOCAL")).isEqualTo(1_415);
        assertThat(counted.bits(Kind.FAMILY_NAME, "OTHER5000")).isBetween(12_000, 13_500);
        assertThat(Frequencies.national().bits(Kind.FAMILY_NAME, "MARTIN")).isEqualTo(8_158);
    }

    @Test
    void knowsThatANameBelongsToASexAndADecade() {
        Frequencies.Builder builder = new Frequencies.Builder();
        for (int i = 0; i < 1_000; i++) {
            builder.countGivenName(i % 2 == 0 ? "KEVIN" : "LUC" + i, Sex.M, 1991);
            builder.countGivenName("PAUL" + i, Sex.M, 1931);
        }
        Frequencies counted = builder.build();

        assertThat(counted.givenNameBits("KEVIN", Sex.M, 1995))
                .isLessThan(counted.givenNameBits("KEVIN", Sex.UNKNOWN, 1995))
                .isLessThan(counted.givenNameBits("KEVIN", Sex.M, 1935));
        assertThat(counted.givenNameBits("KEVIN", Sex.M, 0)).isEqualTo(counted.bits(Kind.GIVEN_NAME, "KEVIN"));
    }

    @Test
    void knowsNamesakesByTheirYearsOfBirth() {
        Frequencies.Builder builder = new Frequencies.Builder();
        builder.countName("INES", "JAZIRI", 1943);
        builder.countName("INES", "JAZIRI", 1943);
        builder.countName("INES", "JAZIRI", 1987);
        builder.countName("ADELE", "JAZIRI", 1987);
        for (int i = 0; i < 997; i++) {
            builder.countName("X" + i, "Y", 1990);
        }

        // One other person in a thousand.
        assertThat(builder.build().namesakeBits("INES", "JAZIRI")).isEqualTo(9_966);
        assertThat(builder.build().namesakeBits("ADELE", "JAZIRI")).isEqualTo(Integer.MAX_VALUE);
    }
}
