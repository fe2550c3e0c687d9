package fr.unefois.mdm.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Sex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class FrequenciesTest {
    private static final Attribute OWN = Attribute.named("libraryCard").orElseThrow();

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

    @Test
    void leavesOutWhatFewBearAndTakesItForSeenOnce() {
        Frequencies.Builder builder = new Frequencies.Builder();
        builder.count(Kind.PHONE, "of a school", 10);
        builder.count(Kind.PHONE, "of a family", 9);
        builder.count(Kind.PHONE, "of one", 1);
        builder.count(OWN, "many", 10);
        builder.count(OWN, "few", 9);
        builder.countBearers("JEAN", "MARTIN", 3);
        builder.countBearers("JEANNE", "MARTIN", 2);
        for (int i = 0; i < 10; i++) {
            builder.countGivenName("JEAN", Sex.M, 1950);
            builder.countGivenName(i == 0 ? "MARC" : "JEANNE", i == 0 ? Sex.M : Sex.F, 1950);
        }
        Frequencies all = builder.build();
        Frequencies shared = all.shared();

        assertThat(shared.bits(Kind.PHONE, "of a school")).isEqualTo(all.bits(Kind.PHONE, "of a school"));
        assertThat(shared.bits(Kind.PHONE, "of a family")).isEqualTo(all.bits(Kind.PHONE, "of one"));
        assertThat(shared.bits(OWN, "many")).isEqualTo(all.bits(OWN, "many"));
        assertThat(shared.bits(OWN, "few")).isGreaterThan(all.bits(OWN, "few"));
        assertThat(shared.namesakeBits("JEAN", "MARTIN")).isEqualTo(all.namesakeBits("JEAN", "MARTIN"));
        assertThat(shared.namesakeBits("JEANNE", "MARTIN")).isEqualTo(Integer.MAX_VALUE);
        assertThat(shared.givenNameBits("JEAN", Sex.M, 1950)).isEqualTo(all.givenNameBits("JEAN", Sex.M, 1950));
        assertThat(shared.givenNameBits("MARC", Sex.M, 1950)).isGreaterThan(all.givenNameBits("MARC", Sex.M, 1950));
        assertThat(new String(unpacked(shared.bytes()), StandardCharsets.UTF_8))
                .contains("of a school", "many")
                .doesNotContain("of a family", "of one", "few", "MARC");

        assertThat(Frequencies.read(shared.bytes()).fingerprint()).isEqualTo(shared.fingerprint());
        assertThat(Frequencies.read(all.bytes()).fingerprint()).isEqualTo(all.fingerprint());
        assertThat(Frequencies.read(all.bytes()).bits(OWN, "few")).isEqualTo(all.bits(OWN, "few"));
    }

    @Test
    void refusesBytesThatAreNoFrequencies() {
        byte[] cut = Arrays.copyOf(one(Kind.PHONE).bytes(), 20);
        assertThatThrownBy(() -> Frequencies.read(cut)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Frequencies.read(new byte[] {1, 2, 3})).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] unpacked(byte[] bytes) {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Frequencies one(Kind kind) {
        Frequencies.Builder builder = new Frequencies.Builder();
        builder.count(kind, "X");
        return builder.build();
    }
}
