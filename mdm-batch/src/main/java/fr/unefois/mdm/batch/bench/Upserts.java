package fr.unefois.mdm.batch.bench;

import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Upserts from several connections at once: of the records named, every other one is corrected, the rest copied. */
final class Upserts {
    private static final double NANOS = 1e9;
    private static final double TO_MILLIS = 1e-6;

    private final Base base;
    private final Arrivals arrivals;
    private final int connections;
    private final AtomicInteger numbers = new AtomicInteger();

    Upserts(Base base, Arrivals arrivals, int connections) {
        this.base = base;
        this.arrivals = arrivals;
        this.connections = connections;
    }

    /**
     * @param seconds from the first to the last
     * @param millis how long each took
     */
    record Timed(double seconds, List<Double> millis) {}

    Timed run(List<SourceKey> keys) {
        List<CitizenRecord> records = records(keys);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            AtomicInteger next = new AtomicInteger();
            List<Callable<List<Double>>> all = new ArrayList<>();
            for (int connection = 0; connection < connections; connection++) {
                all.add(() -> upsert(records, next));
            }
            long began = System.nanoTime();
            List<Double> millis = new ArrayList<>();
            for (Future<List<Double>> one : threads.invokeAll(all)) {
                millis.addAll(one.get());
            }
            return new Timed((System.nanoTime() - began) / NANOS, millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasured("the upserts were interrupted", e);
        } catch (ExecutionException e) {
            throw new Unmeasured("an upsert failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<CitizenRecord> records(List<SourceKey> keys) {
        List<CitizenRecord> records = new ArrayList<>();
        for (SourceKey key : keys) {
            int number = numbers.incrementAndGet();
            CitizenRecord stored = base.read(session -> session.record(key))
                    .map(StoredRecord::record)
                    .orElseThrow(() -> new Unmeasured("a record that was exported is not there"));
            Map<Attribute, List<Value>> values = new HashMap<>(stored.values());
            boolean corrected = number % 2 == 1;
            if (corrected) {
                values.put(Attribute.PHONES, List.of(new Text(String.format(Locale.ROOT, "07%08d", number))));
            }
            SourceKey as = corrected ? key : new SourceKey(key.source(), "copy-" + number);
            records.add(new CitizenRecord(as, stored.asOf(), values));
        }
        return records;
    }

    private List<Double> upsert(List<CitizenRecord> records, AtomicInteger next) {
        List<Double> millis = new ArrayList<>();
        for (int i = next.getAndIncrement(); i < records.size(); i = next.getAndIncrement()) {
            long began = System.nanoTime();
            if (arrivals.arrive(records.get(i)).refs().isEmpty()) {
                throw new Unmeasured("an upsert named no citizen");
            }
            millis.add((System.nanoTime() - began) * TO_MILLIS);
        }
        return millis;
    }
}
