package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.record.SourceKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Promise 6. */
final class TwinsEndUpOne implements Promise {
    private static final int AT_ONCE = 8;
    private static final int CITIZENS = 50;
    private static final int FIRST = 500_000;

    @Override
    public String words() {
        return "Two copies of one person at the same instant end up one";
    }

    @Override
    public Finding tryOn(Ground ground) throws Exception {
        int citizens = CITIZENS * ground.times();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CyclicBarrier together = new CyclicBarrier(AT_ONCE);
            List<Callable<Integer>> connections = new ArrayList<>();
            for (int connection = 0; connection < AT_ONCE; connection++) {
                String source = "source" + connection;
                connections.add(() -> arrive(citizens, source, together, ground));
            }
            int arrived = 0;
            for (Future<Integer> one : threads.invokeAll(connections)) {
                arrived += one.get();
            }
            int several = several(citizens, ground);
            return new Finding(
                    "%,d arrivals: %,d people on %d connections at once".formatted(arrived, citizens, AT_ONCE),
                    several == 0 ? "nobody is two" : several + " people ended up as several citizens",
                    several == 0);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int arrive(int citizens, String source, CyclicBarrier together, Ground ground) throws Exception {
        int arrived = 0;
        for (int number = FIRST; number < FIRST + citizens; number++) {
            int last = together.await();
            arrived += last >= 0
                    ? ground.arrivals()
                            .arrive(People.stranger(number, source))
                            .refs()
                            .size()
                    : 0;
        }
        return arrived;
    }

    private static int several(int citizens, Ground ground) {
        int several = 0;
        for (int number = FIRST; number < FIRST + citizens; number++) {
            Set<UUID> refs = new HashSet<>();
            for (int connection = 0; connection < AT_ONCE; connection++) {
                refs.add(ground.ref(new SourceKey("source" + connection, String.valueOf(number))));
            }
            several += refs.size() == 1 ? 0 : 1;
        }
        return several;
    }
}
