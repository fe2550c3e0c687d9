package fr.unefois.mdm.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SectorReferencesTest {
    private static final String FIRST = "1 " + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String SECOND =
            "2 " + Base64.getEncoder().encodeToString("k".repeat(32).getBytes(StandardCharsets.US_ASCII));

    private final SectorReferences portal = references("portal", FIRST);
    private final Random random = new Random(7);

    @Test
    void aReferenceLeadsBackToItsCitizen() {
        for (int i = 0; i < 1000; i++) {
            UUID citizen = uuid();
            assertThat(portal.citizen(portal.ref(citizen))).contains(citizen);
        }
    }

    @Test
    void twoSectorsNameOneCitizenUnalike() {
        SectorReferences other = references("ccas", FIRST);
        UUID citizen = uuid();
        assertThat(other.ref(citizen)).isNotEqualTo(portal.ref(citizen));
        assertThat(other.citizen(portal.ref(citizen))).isPresent().get().isNotEqualTo(citizen);
    }

    @Test
    void isStableSafeInAUrlAndOfOneLength() {
        UUID citizen = uuid();
        assertThat(portal.ref(citizen))
                .isEqualTo(references("portal", FIRST).ref(citizen))
                .matches("[A-Za-z0-9_-]{23}");
    }

    @Test
    void oldReferencesAnswerAfterTheKeyHasChanged() {
        UUID citizen = uuid();
        String old = portal.ref(citizen);
        SectorReferences rotated = references("portal", FIRST, SECOND);
        assertThat(rotated.ref(citizen)).isNotEqualTo(old);
        assertThat(rotated.citizen(old)).contains(citizen);
        assertThat(portal.citizen(rotated.ref(citizen))).isEmpty();
    }

    @Test
    void whatIsNoReferenceNamesNobody() {
        String ref = portal.ref(uuid());
        for (String text : List.of("", "x", ref + "A", ref.substring(1), ref + "=", "é".repeat(23), "A".repeat(23))) {
            assertThat(portal.citizen(text)).as(text).isEmpty();
        }
    }

    @Test
    void everyReferenceHasOneSpelling() {
        String ref = portal.ref(uuid());
        Set<String> accepted = new HashSet<>();
        for (char last : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            String spelt = ref.substring(0, 22) + last;
            portal.citizen(spelt).ifPresent(citizen -> {
                assertThat(portal.ref(citizen)).isEqualTo(spelt);
                accepted.add(spelt);
            });
        }
        assertThat(accepted).hasSize(16);
    }

    /**
     * Two sectors that pool the references of a million citizens, made one after the other in one minute, know no more than
     * two lists of random words: none in common, no order kept, no bit of one that tells a bit of the other.
     */
    @Test
    void aMillionCitizensOfTwoSectorsCannotBeJoined() {
        int people = 1_000_000;
        SectorReferences other = references("ccas", FIRST);
        byte[][] ours = new byte[people][];
        byte[][] theirs = new byte[people][];
        Set<String> words = new HashSet<>(2 * people);
        for (int i = 0; i < people; i++) {
            UUID citizen = new UUID(0x0193_5000_0000_7000L + ((long) (i / 17) << 16), random.nextLong());
            String one = portal.ref(citizen);
            String two = other.ref(citizen);
            words.add(one);
            words.add(two);
            ours[i] = Base64.getUrlDecoder().decode(one + "A");
            theirs[i] = Base64.getUrlDecoder().decode(two + "A");
        }
        assertThat(words).hasSize(2 * people);
        // The first byte is the version of the key, the same for all.
        int bits = 8 * 16;
        double worst = 0;
        for (int shift = 0; shift < bits; shift++) {
            int alike = 0;
            for (int i = 0; i < people; i++) {
                int bit = (i + shift) % bits;
                alike += bit(ours[i], bit) == bit(theirs[i], (bit + shift) % bits) ? 1 : 0;
            }
            worst = Math.max(worst, Math.abs(alike - people / 2.0));
        }
        int inOrder = 0;
        for (int i = 1; i < people; i++) {
            inOrder += Arrays.compareUnsigned(ours[i - 1], ours[i]) < 0
                            == Arrays.compareUnsigned(theirs[i - 1], theirs[i]) < 0
                    ? 1
                    : 0;
        }
        // Five standard deviations of a million coins; neighbours in a row count three times as unevenly at most.
        assertThat(worst).isLessThan(5 * 500);
        assertThat(Math.abs(inOrder - people / 2.0)).isLessThan(5 * 500 * 1.5);
    }

    private static int bit(byte[] bytes, int bit) {
        return bytes[1 + bit / 8] >> (bit % 8) & 1;
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static SectorReferences references(String sector, String... keys) {
        return new SectorReferences(ReferenceKeys.parse("test", List.of(keys)), sector);
    }
}
