package fr.unefois.mdm.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.config.Faults;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static final ServiceContract CONTRACT = ContractFile.read("cantine", """
            client: business
            sector: education
            purposes: [enrol]
            legal-basis: GDPR art. 6(1)(e)
            subject: third-party
            rate: 5
            quota: 10
            alarm: 3
            """, new Faults());

    /** A clock that is turned by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-26T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Hand clock = new Hand();
    private final Set<UUID> shownByOthers = new HashSet<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private final Meter meter = new Meter(clock, (client, since) -> Set.copyOf(shownByOthers), alarms::add);

    @Test
    void callsAreLimitedByTheMinute() {
        for (int i = 0; i < 5; i++) {
            assertThat(meter.call(CONTRACT)).isTrue();
        }
        assertThat(meter.call(CONTRACT)).isFalse();
        assertThat(meter.call(CONTRACT)).isFalse();
        assertThat(alarms).extracting(Alarm::kind).containsExactly(Alarm.Kind.RATE);
        pass(Duration.ofMinutes(1));
        assertThat(meter.call(CONTRACT)).isTrue();
    }

    @Test
    void anEnumeratorLearnsItsQuotaAndNotOneMoreAndIsAlarmed() {
        int learned = 0;
        for (int i = 0; i < 1000; i++) {
            learned += meter.show(CONTRACT, List.of(citizen(i))) ? 1 : 0;
        }
        assertThat(learned).isEqualTo(10);
        assertThat(alarms)
                .extracting(Alarm::kind, Alarm::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Alarm.Kind.BREADTH, 4),
                        org.assertj.core.groups.Tuple.tuple(Alarm.Kind.QUOTA, 10));
        pass(Duration.ofDays(1));
        assertThat(meter.show(CONTRACT, List.of(citizen(2000)))).isTrue();
    }

    @Test
    void aListThatWouldPassTheQuotaShowsNobody() {
        assertThat(meter.show(CONTRACT, List.of(citizen(0), citizen(1)))).isTrue();
        List<UUID> many = new ArrayList<>();
        for (int i = 1; i < 11; i++) {
            many.add(citizen(i));
        }
        assertThat(meter.show(CONTRACT, many)).isFalse();
        assertThat(meter.show(CONTRACT, many.subList(0, 9))).isTrue();
    }

    @Test
    void whatIsWrittenCountsAndMoreIsRefusedBeforeItIsWritten() {
        assertThat(meter.show(CONTRACT, List.of(citizen(0)))).isTrue();
        assertThat(meter.hasRoom(CONTRACT)).isTrue();
        List<UUID> touched = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            touched.add(citizen(i));
        }
        meter.changed(CONTRACT, touched);
        assertThat(meter.hasRoom(CONTRACT)).isFalse();
        assertThat(meter.show(CONTRACT, List.of(citizen(30)))).isFalse();
        assertThat(meter.show(CONTRACT, List.of(citizen(3)))).isTrue();
        pass(Duration.ofDays(1));
        assertThat(meter.hasRoom(CONTRACT)).isTrue();
    }

    @Test
    void oneCitizenCountsOnceADay() {
        for (int i = 0; i < 1000; i++) {
            assertThat(meter.show(CONTRACT, List.of(citizen(1)))).isTrue();
        }
        assertThat(alarms).isEmpty();
    }

    @Test
    void whatOtherProcessesShowedCountsWithinAMinute() {
        assertThat(meter.show(CONTRACT, List.of(citizen(0)))).isTrue();
        for (int i = 100; i < 109; i++) {
            shownByOthers.add(citizen(i));
        }
        pass(Duration.ofSeconds(61));
        assertThat(meter.show(CONTRACT, List.of(citizen(1)))).isFalse();
        assertThat(meter.show(CONTRACT, List.of(citizen(100)))).isTrue();
    }

    @Test
    void guessingIsNoticed() {
        for (int i = 0; i < 4; i++) {
            meter.miss(CONTRACT);
        }
        assertThat(alarms).extracting(Alarm::kind).containsExactly(Alarm.Kind.MISSES);
    }

    private void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    private static UUID citizen(long number) {
        return new UUID(0, number);
    }
}
