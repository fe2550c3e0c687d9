package fr.unefois.mdm.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static SectorReferences references(String sector, String... keys) {
        return new SectorReferences(ReferenceKeys.parse("test", List.of(keys)), sector);
    }
}
