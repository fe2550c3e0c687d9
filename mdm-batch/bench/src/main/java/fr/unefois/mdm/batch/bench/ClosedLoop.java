package fr.unefois.mdm.batch.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Some connections, each of which asks again as soon as it was answered. */
final class ClosedLoop {
    private static final double NANOS = 1e9;
    private static final double TO_MILLIS = 1e-6;

    private ClosedLoop() {}

    /**
     * @param seconds from the first to the last
     * @param millis how long each took, ascending
     * @param statuses how often each other HTTP status than 2xx was answered
     */
    record Timed(double seconds, List<Double> millis, Map<Integer, Integer> statuses) {
        double perSecond() {
            return millis.size() / seconds;
        }

        double at(double share) {
            return millis.get((int) Math.min(millis.size() - 1, Math.floor(millis.size() * share)));
        }
    }

    /** @param requests the nth request, from 0 */
    static Timed run(int port, int connections, double seconds, IntFunction<byte[]> requests) {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        long end = began + (long) (seconds * NANOS);
        Map<Integer, Integer> statuses = new TreeMap<>();
        try {
            List<Callable<List<Double>>> all = new ArrayList<>();
            for (int connection = 0; connection < connections; connection++) {
                all.add(() -> asking(port, end, next, requests, statuses));
            }
            List<Double> millis = new ArrayList<>();
            for (Future<List<Double>> one : threads.invokeAll(all)) {
                millis.addAll(one.get());
            }
            return new Timed(
                    (System.nanoTime() - began) / NANOS,
                    millis.stream().sorted().toList(),
                    statuses);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasured("the load was interrupted", e);
        } catch (ExecutionException e) {
            throw new Unmeasured("a request was not answered", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Double> asking(
            int port, long end, AtomicInteger next, IntFunction<byte[]> requests, Map<Integer, Integer> statuses)
            throws IOException {
        List<Double> millis = new ArrayList<>();
        try (HttpConnection connection = new HttpConnection(port)) {
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                byte[] request = requests.apply(next.getAndIncrement());
                long began = System.nanoTime();
                int status = connection.exchange(request).status();
                millis.add((System.nanoTime() - began) * TO_MILLIS);
                if (status / 100 != 2) {
                    synchronized (statuses) {
                        statuses.merge(status, 1, Integer::sum);
                    }
                }
            }
        }
        return millis;
    }
}
