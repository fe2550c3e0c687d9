package fr.unefois.mdm.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.api.Test;
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

    /** Commons Text has no swap of neighbours: the other texts are those of every such swap in one of the two. */
    @Test
    void isCommonsTextsDistanceOfOneOrASwap() {
        LevenshteinDistance commons = new LevenshteinDistance(1);
        Random random = new Random(5);
        int slips = 0;
        for (int i = 0; i < 100_000; i++) {
            String a = text(random);
            String b = random.nextInt(3) == 0 ? text(random) : slip(a, random);
            boolean expected = commons.apply(a, b) >= 0
                    || IntStream.range(0, Math.max(0, a.length() - 1))
                            .anyMatch(at -> swapped(a, at).equals(b));
            assertThat(Edits.atMostOne(a, b)).as("%s %s", a, b).isEqualTo(expected);
            slips += expected ? 1 : 0;
        }
        assertThat(slips).isBetween(30_000, 90_000);
    }

    private static String swapped(String text, int at) {
        return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(9) == 0 ? 80 : 9); i > 0; i--) {
            text.append("ABÉŒ".charAt(random.nextInt(4)));
        }
        return text.toString();
    }

    /** One slip, or two. */
    private static String slip(String text, Random random) {
        String slipped = text;
        for (int i = random.nextInt(2); i >= 0; i--) {
            int at = random.nextInt(slipped.length() + 1);
            String rest = slipped.substring(Math.min(slipped.length(), at + random.nextInt(2)));
            slipped = random.nextInt(4) == 0 && at + 1 < slipped.length()
                    ? swapped(slipped, at)
                    : slipped.substring(0, at) + "XA".substring(random.nextInt(3)) + rest;
        }
        return slipped;
    }
}
