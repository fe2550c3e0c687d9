package fr.unefois.mdm.batch.bench;

import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.Citizens;
import fr.unefois.mdm.store.Found;
import fr.unefois.mdm.store.Models;
import fr.unefois.mdm.store.PostgresBase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One who writes and one who reads, at an office's pace, for as long as something else lasts. */
final class Traffic implements AutoCloseable {
    private static final double TO_MILLIS = 1e-6;
    private static final int WRITE_EVERY = 100;
    private static final int READ_EVERY = 20;

    private final List<SourceKey> keys;
    private final Upserts upserts;
    private final Citizens citizens;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean goes;
    private List<Future<Waits>> both = List.of();

    Traffic(FilledBase filled, DataSource dataSource) {
        this.keys = filled.keys();
        PostgresBase base = new PostgresBase(dataSource);
        Models models = Models.open(dataSource, filled.sources().walk(), Walk.modelText(filled.config()));
        this.upserts = new Upserts(base, new Arrivals(base, models), 1);
        this.citizens = new Citizens(dataSource);
    }

    /** How long each waited, in milliseconds, the shortest first. */
    record Waits(List<Double> millis) {
        Waits {
            millis = millis.stream().sorted().toList();
        }

        double max() {
            return at(1);
        }

        double at(double share) {
            return millis.get((int) Math.min(millis.size() - 1, Math.floor(millis.size() * share)));
        }

        long count() {
            return millis.size();
        }
    }

    record Seen(Waits writes, Waits reads) {}

    private interface Step {
        /** Does the next one, and answers how many milliseconds it took. */
        double millis(SourceKey key);
    }

    /** They go on with whom they have not met yet. */
    void start() {
        goes = true;
        Step write = key -> upserts.run(List.of(key)).millis().get(0);
        both = List.of(threads.submit(again(WRITE_EVERY, write)), threads.submit(again(READ_EVERY, this::read)));
    }

    private Callable<Waits> again(int pause, Step step) {
        return () -> {
            List<Double> millis = new ArrayList<>();
            while (goes) {
                millis.add(step.millis(keys.get(next.getAndIncrement() % keys.size())));
                TimeUnit.MILLISECONDS.sleep(pause);
            }
            return new Waits(millis);
        };
    }

    private double read(SourceKey key) {
        long began = System.nanoTime();
        if (!(citizens.refOf(key).map(citizens::find).orElse(null) instanceof Found.Live)) {
            throw new Unmeasured("a record that was there has no citizen");
        }
        return (System.nanoTime() - began) * TO_MILLIS;
    }

    Seen stop() {
        goes = false;
        try {
            return new Seen(both.get(0).get(), both.get(1).get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasured("the traffic was interrupted", e);
        } catch (ExecutionException e) {
            throw new Unmeasured("somebody could not write, or not read", e);
        }
    }

    @Override
    public void close() {
        goes = false;
        threads.shutdownNow();
    }
}
