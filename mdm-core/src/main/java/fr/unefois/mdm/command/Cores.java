package fr.unefois.mdm.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * Work in many pieces of unlike size, on all cores: whoever is free takes the next piece. A parallel stream deals out four
 * pieces a thread beforehand, so that on two cores the one often waits for the other.
 */
public final class Cores {
    /** Of a list, so many elements are one piece. */
    private static final int ELEMENTS = 256;

    private Cores() {}

    /** What becomes of every piece, in their order. The first failure of a piece is thrown. */
    public static <T> List<T> map(int pieces, IntFunction<T> work) {
        AtomicReferenceArray<T> done = new AtomicReferenceArray<>(pieces);
        each(pieces, piece -> done.set(piece, work.apply(piece)));
        List<T> all = new ArrayList<>(pieces);
        for (int piece = 0; piece < pieces; piece++) {
            all.add(done.get(piece));
        }
        return all;
    }

    /** Works on elements of a list, some at a time. */
    public static <E, T> List<T> map(List<E> elements, Function<E, T> work) {
        int pieces = (elements.size() + ELEMENTS - 1) / ELEMENTS;
        List<List<T>> done = map(pieces, piece -> {
            List<T> some = new ArrayList<>(ELEMENTS);
            for (E element : elements.subList(piece * ELEMENTS, Math.min(elements.size(), (piece + 1) * ELEMENTS))) {
                some.add(work.apply(element));
            }
            return some;
        });
        List<T> all = new ArrayList<>(elements.size());
        done.forEach(all::addAll);
        return all;
    }

    /** Works on every piece, which may have pieces itself. The first failure of a piece is thrown. */
    public static void each(int pieces, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        Runnable loop = () -> {
            for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                work.accept(piece);
            }
        };
        List<Helper> helpers = new ArrayList<>();
        for (int i = 0; i < Math.min(pieces - 1, ForkJoinPool.getCommonPoolParallelism()); i++) {
            helpers.add(new Helper(loop));
        }
        try {
            loop.run();
        } finally {
            next.set(pieces);
            helpers.forEach(Helper::dismiss);
        }
        helpers.forEach(Helper::join);
    }

    /** Another thread that works as well, should one be free before all is done. */
    private static final class Helper implements Runnable {
        private final AtomicBoolean taken = new AtomicBoolean();
        private final Runnable loop;
        private final ForkJoinTask<?> task;

        Helper(Runnable loop) {
            this.loop = loop;
            this.task = ForkJoinPool.commonPool().submit(this);
        }

        @Override
        public void run() {
            if (taken.compareAndSet(false, true)) {
                loop.run();
            }
        }

        /**
         * Waits until its pieces are done. Who has not begun by now finds nothing to do: to wait for him would be to wait
         * for the pieces of others, that he is at.
         */
        void dismiss() {
            if (!taken.compareAndSet(false, true)) {
                task.quietlyJoin();
            }
        }

        void join() {
            if (task.isDone()) {
                task.join();
            }
        }
    }
}
