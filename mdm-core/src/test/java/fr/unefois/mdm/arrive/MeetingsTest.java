package fr.unefois.mdm.arrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingsTest {
    private static final long SEED = 7;

    @ParameterizedTest
    @ValueSource(ints = {2, Meetings.FEW, Meetings.FEW + 1, 300})
    void findsTheRecordsThatShareAKeyHoweverManyThereAre(int records) {
        long[][] keys = keys(records);

        Meetings meetings = new Meetings(keys);

        for (int record = 0; record < records; record++) {
            assertThat(meetings.after(record)).isEqualTo(sharing(keys, record));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, Meetings.FEW + 1})
    void leavesARecordWithoutKeysAlone(int records) {
        Meetings meetings = new Meetings(new long[records][0]);

        assertThat(meetings.after(0)).isEmpty();
    }

    private static long[][] keys(int records) {
        Random random = new Random(SEED);
        return IntStream.range(0, records)
                .mapToObj(record -> random.longs(random.nextInt(6), -2L * records, 2L * records)
                        .sorted()
                        .distinct()
                        .toArray())
                .toArray(long[][]::new);
    }

    private static int[] sharing(long[][] keys, int record) {
        return IntStream.range(record + 1, keys.length)
                .filter(other -> Arrays.stream(keys[record])
                        .anyMatch(key -> Arrays.stream(keys[other]).anyMatch(theirs -> theirs == key)))
                .toArray();
    }
}
