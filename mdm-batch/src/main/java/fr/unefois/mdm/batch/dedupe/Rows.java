package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.column.Columns;
import fr.unefois.mdm.batch.dedupe.column.Understanding;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.Standardiser;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * The rows of all files as standard records, in their order: one thread cuts the files into batches, the others
 * standardise them, and no more batches wait than the machine has use for.
 */
final class Rows {
    private static final int BATCH = 2000;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final Understanding understanding;
    private final Standardiser standardiser;
    private final Sharing sharing = new Sharing();
    private final List<String> ids = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private final List<StandardRecord> records = new ArrayList<>();
    private final Set<SourceKey> seen = new HashSet<>();
    private final Map<Flaw, Long> flaws =
            new TreeMap<>(Comparator.comparing(Flaw::attribute).thenComparing(Flaw::rule));
    private final Deque<Future<Batch>> waiting = new ArrayDeque<>();
    private long repeated;
    private long flawed;

    Rows(Understanding understanding) {
        this.understanding = understanding;
        Standardiser french = Standardiser.french();
        this.standardiser = understanding.ofFormerTimes() ? french.withBirthsFrom(1) : french;
    }

    /** @param progress called with the number of rows that are done */
    void read(LongConsumer progress) {
        ExecutorService workers = Executors.newFixedThreadPool(THREADS, Rows::daemon);
        try {
            for (Columns columns : understanding.files()) {
                read(columns, workers, progress);
            }
        } finally {
            workers.shutdownNow();
            seen.clear();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "standardise");
        thread.setDaemon(true);
        return thread;
    }

    private void read(Columns columns, ExecutorService workers, LongConsumer progress) {
        RowReader reader = new RowReader(columns);
        String file = name(columns.table().path());
        Batch[] batch = {new Batch(reader)};
        columns.table().rows((row, line) -> {
            String id = columns.id() < 0 ? Integer.toString(ids.size() + 1) : row[columns.id()];
            String source = columns.source() < 0 ? file : sharing.source(row[columns.source()]);
            ids.add(id);
            sources.add(source);
            batch[0].add(key(source, id, columns.id() >= 0), row);
            if (batch[0].rows.size() == BATCH) {
                submit(batch[0], workers, progress);
                batch[0] = new Batch(reader);
            }
        });
        submit(batch[0], workers, progress);
        while (!waiting.isEmpty()) {
            take(progress);
        }
    }

    private void submit(Batch batch, ExecutorService workers, LongConsumer progress) {
        waiting.add(workers.submit(() -> batch.standardise(standardiser, sharing)));
        if (waiting.size() > 2 * THREADS) {
            take(progress);
        }
    }

    private void take(LongConsumer progress) {
        try {
            Batch batch = waiting.remove().get();
            records.addAll(batch.records);
            flawed += batch.flawed;
            batch.flaws.forEach((flaw, rows) -> flaws.merge(flaw, rows, Long::sum));
            progress.accept(records.size());
        } catch (ExecutionException e) {
            throw new IllegalStateException("standardising broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while reading");
        }
    }

    /** Two rows with one id stay two records. */
    private SourceKey key(String source, String id, boolean own) {
        SourceKey key = new SourceKey(source, id);
        if (!own || seen.add(key)) {
            return key;
        }
        repeated++;
        SourceKey other = new SourceKey(source, id + "#" + ids.size());
        seen.add(other);
        return other;
    }

    private static String name(Path path) {
        String name = String.valueOf(path.getFileName());
        int end = name.indexOf('.');
        return end > 0 ? name.substring(0, end) : name;
    }

    List<String> ids() {
        return ids;
    }

    List<String> sources() {
        return sources;
    }

    List<StandardRecord> records() {
        return records;
    }

    /** Values that are not what their column says, by attribute and rule. */
    Map<Flaw, Long> flaws() {
        return flaws;
    }

    /** Rows that have such values. */
    long flawed() {
        return flawed;
    }

    /** Rows that repeat the id of another row of their source. */
    long repeated() {
        return repeated;
    }
}
