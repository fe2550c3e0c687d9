package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.batch.bench.Unmeasured;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Writes change rows in transactions of many lengths, which commit in another order than they began. Each writer has
 * citizens of its own, as the locks of the real ones see to.
 */
final class EventWriters {
    private static final int WRITERS = 4;
    private static final int CITIZENS = 250_000;
    private static final int MOST = 2_000;
    private static final int LONGEST_PAUSE = 20;

    private static final String WRITE = """
            insert into change_event (ref, kind, attributes, others)
            select ('00000000-0000-7000-8000-' || lpad(to_hex(? + %d * n.n), 12, '0'))::uuid, 'CHANGED', '{addresses}', '{}'
            from unnest(?::int[]) n(n)""".formatted(WRITERS);

    private final DataSource dataSource;
    private final int events;
    private final List<CompletableFuture<Void>> running = new ArrayList<>();

    EventWriters(DataSource dataSource, int events) {
        this.dataSource = dataSource;
        this.events = events;
    }

    void start() {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        for (int writer = 0; writer < WRITERS; writer++) {
            int mine = writer;
            running.add(CompletableFuture.runAsync(() -> write(mine), threads));
        }
        threads.shutdown();
    }

    /** Whether all is written; what a writer died of is thrown. */
    boolean isDone() {
        running.stream().filter(CompletableFuture::isDone).forEach(CompletableFuture::join);
        return running.stream().allMatch(CompletableFuture::isDone);
    }

    private void write(int writer) {
        SplittableRandom dice = new SplittableRandom(writer);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
                for (int left = events / WRITERS; left > 0; ) {
                    Object[] citizens = new Object[Math.min(left, 1 + dice.nextInt(MOST))];
                    for (int i = 0; i < citizens.length; i++) {
                        citizens[i] = dice.nextInt(CITIZENS);
                    }
                    statement.setInt(1, writer);
                    statement.setArray(2, connection.createArrayOf("int", citizens));
                    left -= statement.executeUpdate();
                    TimeUnit.MILLISECONDS.sleep(dice.nextInt(LONGEST_PAUSE));
                    connection.commit();
                }
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new Unmeasured("a writer of events broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
