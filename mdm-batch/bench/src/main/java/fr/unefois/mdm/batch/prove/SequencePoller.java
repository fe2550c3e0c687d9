package fr.unefois.mdm.batch.prove;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A consumer that asks for what is behind the last number it saw, as many do: what commits late is lost to it. */
final class SequencePoller {
    private static final String NEXT = "select seq from change_event where seq > ? order by seq limit 1000";
    private static final int LOOK = 20;

    private final DataSource dataSource;
    private final Thread thread = new Thread(this::poll, "polling by sequence");
    private volatile boolean ending;
    private volatile long seen;

    SequencePoller(DataSource dataSource) {
        this.dataSource = dataSource;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Lets it read to the end. */
    void end() {
        ending = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long seen() {
        return seen;
    }

    private void poll() {
        long last = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement next = connection.prepareStatement(NEXT)) {
            while (true) {
                boolean over = ending;
                long before = seen;
                next.setLong(1, last);
                long found = before;
                try (ResultSet rows = next.executeQuery()) {
                    while (rows.next()) {
                        last = rows.getLong(1);
                        found++;
                    }
                }
                seen = found;
                if (found == before) {
                    if (over) {
                        return;
                    }
                    TimeUnit.MILLISECONDS.sleep(LOOK);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("polling by sequence broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
