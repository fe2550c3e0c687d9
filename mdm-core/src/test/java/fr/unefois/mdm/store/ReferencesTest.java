package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    @Test
    void sortByTheirAgeEvenWithinAMillisecond() {
        assertThat(Stream.generate(References::next).limit(50_000))
                .isSortedAccordingTo(UUID::compareTo)
                .doesNotHaveDuplicates();
    }

    @Test
    void goOnWhenTheClockIsSetBack() {
        long now = References.tick(System.currentTimeMillis());
        assertThat(References.tick(0)).isEqualTo(now + 1);
    }

    @Test
    void areUuidsOfVersion7() {
        UUID made = References.next();
        assertThat(made.version()).isEqualTo(7);
        assertThat(made.variant()).isEqualTo(2);
        assertThat(made.getMostSignificantBits() >>> 16)
                .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis() + 60_000);
    }
}
