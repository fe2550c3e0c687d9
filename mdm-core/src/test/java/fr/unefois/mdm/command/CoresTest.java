package fr.unefois.mdm.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoresTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1_000})
    void worksOnEveryPieceOnce(int pieces) {
        AtomicIntegerArray times = new AtomicIntegerArray(pieces);

        Cores.each(pieces, times::incrementAndGet);

        for (int piece = 0; piece < pieces; piece++) {
            assertThat(times.get(piece)).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 5_000})
    void keepsTheOrder(int size) {
        List<Integer> numbers = IntStream.range(0, size).boxed().toList();

        assertThat(Cores.map(size, piece -> piece)).isEqualTo(numbers);
        assertThat(Cores.map(numbers, number -> number)).isEqualTo(numbers);
    }

    @Test
    void throwsWhatAPieceThrows() {
        assertThatThrownBy(() -> Cores.each(100, piece -> {
                    if (piece == 40) {
                        throw new IllegalStateException("piece 40");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("piece 40");
    }

    @Test
    void mayBeCalledFromAPiece() {
        assertThat(Cores.map(20, outer -> Cores.map(20, inner -> outer * 20 + inner)))
                .flatMap(all -> all)
                .isEqualTo(IntStream.range(0, 400).boxed().toList());
    }

    @Test
    @Timeout(60)
    void doesNotWaitForHelpFromWhoIsAtOtherPieces() {
        int threads = ForkJoinPool.getCommonPoolParallelism() + 1;
        CountDownLatch done = new CountDownLatch(1);

        Cores.each(threads, piece -> {
            if (piece == 0) {
                Cores.each(1_000, inner -> {});
                done.countDown();
            } else {
                await(done);
            }
        });

        assertThat(done.getCount()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
