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
        builder.countBearers("INES", "JAZIRI", 2);
        builder.countBearers("ADELE", "JAZIRI", 1);
        for (int i = 0; i < 997; i++) {
            builder.countBearers("X" + i, "Y", 1);
        }

        // One other person in a thousand.
        assertThat(builder.build().namesakeBits("INES", "JAZIRI")).isEqualTo(9_966);
        assertThat(builder.build().namesakeBits("ADELE", "JAZIRI")).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void takesANameForCommonWhenItIsSeenOftenAndOneInAThousandBearsIt() {
        Frequencies.Builder builder = new Frequencies.Builder();
        for (int i = 0; i < 20_000; i++) {
            builder.count(Kind.GIVEN_NAME, i < 400 ? "ALINE" : i < 407 ? "ALINNE" : "X" + i);
        }
        Frequencies counted = builder.build();

        assertThat(counted.common(Kind.GIVEN_NAME, "ALINE")).isTrue();
        assertThat(counted.common(Kind.GIVEN_NAME, "ALINNE")).isFalse();
        assertThat(counted.common(Kind.GIVEN_NAME, "X500")).isFalse();
        assertThat(Frequencies.national().common(Kind.GIVEN_NAME, "MARIE")).isTrue();
        assertThat(Frequencies.national().common(Kind.GIVEN_NAME, "LUDIVINETTE"))
                .isFalse();
    }

    @Test
    void takesASlipForNoNameInAFileOfFewRows() {
        Frequencies.Builder builder = new Frequencies.Builder();
        for (int i = 0; i < 10; i++) {
            builder.count(Kind.GIVEN_NAME, i < 7 ? "ZELINNE" : "X" + i);
        }

        assertThat(builder.build().common(Kind.GIVEN_NAME, "ZELINNE")).isFalse();
    }

    @Test
    void countsTwoGivenNamesTogether() {
        Frequencies.Builder builder = new Frequencies.Builder();
        for (int i = 0; i < 1_000; i++) {
            builder.count(Kind.TWO_GIVEN_NAMES, i < 100 ? "JEAN PIERRE" : "JEAN X" + i);
        }

        // (100 + 100 · 2^-14) / (1000 + 100)
        assertThat(builder.build().bits(Kind.TWO_GIVEN_NAMES, "JEAN PIERRE")).isEqualTo(3_459);
        assertThat(Frequencies.national().bits(Kind.TWO_GIVEN_NAMES, "JEAN PIERRE"))
                .isEqualTo(14_000);
    }

    @Test
    void changesItsFingerprintWithWhatWasCountedAndAsWhat() {
        Frequencies phone = one(Kind.PHONE);
        Frequencies email = one(Kind.EMAIL);

        assertThat(phone.fingerprint())
                .isEqualTo(one(Kind.PHONE).fingerprint())
                .isNotEqualTo(email.fingerprint())
                .isNotEqualTo(Frequencies.national().fingerprint());
    }

    private static Frequencies one(Kind kind) {
        Frequencies.Builder builder = new Frequencies.Builder();
        builder.count(kind, "X");
        return builder.build();
    }
}
