package fr.unefois.mdm.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A real PostgreSQL under a home folder, shared by all processes that open it: the first starts it, the last to close
 * stops it. It outlives the process that started it; after a kill -9 the next one to open adopts it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Set<EmbeddedPostgres> OPEN = ConcurrentHashMap.newKeySet();

    private static final int OWNER_SECONDS = 60;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(EmbeddedPostgres::closeAll, "embedded-postgres-close"));
    }

    private final EmbeddedSettings settings;
    private volatile Credentials credentials;
    private volatile boolean awaitsOwner;

    private EmbeddedPostgres(EmbeddedSettings settings, Credentials credentials) {
        this.settings = settings;
        this.credentials = credentials;
    }

    /** The durable server of a home. */
    public static EmbeddedPostgres open(Path home) {
        return open(EmbeddedSettings.of(home));
    }

    /** @throws EmbeddedFailure when it cannot run here, saying why and what to do */
    public static EmbeddedPostgres open(EmbeddedSettings settings) {
        return guarded(settings, () -> open(settings, Account.possible()));
    }

    static EmbeddedPostgres open(EmbeddedSettings settings, List<Account> accounts) throws IOException {
        return StartLock.hold(settings.folder(), () -> {
            UseLock.enter(settings.folder());
            boolean opened = false;
            try {
                EmbeddedPostgres server = new EmbeddedPostgres(settings, startOrAttach(settings, accounts));
                OPEN.add(server);
                opened = true;
                return server;
            } finally {
                if (!opened) {
                    boolean ignored = UseLock.leave(settings.folder());
                }
            }
        });
    }

    private static Credentials startOrAttach(EmbeddedSettings settings, List<Account> accounts) throws IOException {
        Optional<Postmaster> running = Server.await(settings);
        if (running.isPresent()) {
            Credentials known = Credentials.read(settings.home())
                    .orElseThrow(() -> new EmbeddedFailure("PostgreSQL runs under " + settings.home()
                            + ", but its database.properties is gone; `./mdm stop`, and put that file back"))
                    .at(running.get());
            known.write(settings.home());
            createDatabase(known);
            return known;
        }
        if (!settings.durable() && Files.exists(settings.data().resolve("postmaster.pid"))) {
            Trees.delete(settings.data()); // it crashed, and nothing had been promised
        }
        Credentials started = Server.prepare(settings, accounts).start();
        createDatabase(started);
        Files.deleteIfExists(settings.stopped());
        return started;
    }

    /**
     * Starts the server again where it died, as on a full disk; not where somebody stopped it.
     *
     * @return whether it had died, and runs again: its {@link #url} may be another now
     * @throws EmbeddedFailure when it does not start, such as while the disk is still full
     */
    public boolean revive() {
        return guarded(settings, () -> {
            if (Postmaster.of(settings.data()).isPresent()) {
                return false;
            }
            return StartLock.hold(settings.folder(), () -> {
                if (!OPEN.contains(this)
                        || Files.exists(settings.stopped())
                        || Postmaster.of(settings.data()).isPresent()) {
                    return false;
                }
                credentials = startOrAttach(settings, Account.possible());
                return true;
            });
        });
    }

    private static void createDatabase(Credentials credentials) {
        try (Connection connection = DriverManager.getConnection(
                        credentials.url("postgres"), Credentials.USER, credentials.password());
                Statement statement = connection.createStatement();
                ResultSet known = statement.executeQuery(
                        "select 1 from pg_database where datname = '" + Credentials.DATABASE + "'")) {
            if (!known.next()) {
                statement.execute("create database " + Credentials.DATABASE);
            }
        } catch (SQLException e) {
            throw new EmbeddedFailure("the embedded PostgreSQL does not let us in: " + e.getMessage(), e);
        }
    }

    /**
     * Stops the server of a home, whoever uses it.
     *
     * @return whether there was one to stop
     */
    public static boolean stop(Path home) {
        EmbeddedSettings settings = EmbeddedSettings.of(home);
        if (!Files.isDirectory(settings.folder())) {
            return false;
        }
        return guarded(settings, () -> StartLock.hold(settings.folder(), () -> stopRunning(settings)));
    }

    private static boolean stopRunning(EmbeddedSettings settings) throws IOException {
        Optional<Postmaster> running = Postmaster.of(settings.data());
        if (running.isEmpty()) {
            return false;
        }
        Files.writeString(settings.stopped(), "");
        Server.stop(settings, running.get());
        return true;
    }

    public String url() {
        return credentials.url();
    }

    /** The URL of another database of the same server. */
    public String url(String database) {
        return credentials.url(database);
    }

    public String user() {
        return Credentials.USER;
    }

    public String password() {
        return credentials.password();
    }

    public int port() {
        return credentials.port();
    }

    /** The server's process. */
    public long pid() {
        return credentials.pid();
    }

    /** Leaves the server; stops it when nobody else uses it. A second call does nothing. */
    @Override
    public void close() {
        if (!OPEN.remove(this)) {
            return;
        }
        boolean ignored = guarded(
                settings,
                () -> StartLock.hold(
                        settings.folder(), () -> UseLock.leave(settings.folder()) && stopRunning(settings)));
    }

    /** Says that its user closes it in a shutdown hook of his own, which ours then gives time to finish. */
    public void awaitOwner() {
        awaitsOwner = true;
    }

    private static void closeAll() {
        try {
            for (int i = 0; i < OWNER_SECONDS * 10 && OPEN.stream().anyMatch(server -> server.awaitsOwner); i++) {
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List.copyOf(OPEN).forEach(EmbeddedPostgres::close);
    }

    private static <T> T guarded(EmbeddedSettings settings, StartLock.Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "the embedded PostgreSQL cannot use " + settings.home() + " ("
                            + e.getClass().getSimpleName() + ": " + e.getMessage() + ")",
                    e);
        }
    }
}
