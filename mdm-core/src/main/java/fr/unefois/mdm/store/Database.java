package fr.unefois.mdm.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.unefois.mdm.store.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An open, migrated database: the embedded one, which starts if it must and stops when the last user closes it, or an
 * existing one.
 */
public final class Database implements AutoCloseable {
    private static final String SCHEMA = "mdm";
    private static final int OLDEST = 150000;
    private static final int MONTHS_AHEAD = 3;

    /** Seconds that a database may take to say that it is there. */
    private static final int REACHABLE = 2;

    /** So many times as long as for a connection one waits for an answer. */
    private static final int ANSWERS = 3;

    private final HikariDataSource pool;
    private final @Nullable HikariDataSource readers;
    private final @Nullable EmbeddedPostgres server;
    private final @Nullable Revival revival;

    private Database(
            HikariDataSource pool,
            @Nullable HikariDataSource readers,
            @Nullable EmbeddedPostgres server,
            @Nullable Revival revival) {
        this.pool = pool;
        this.readers = readers;
        this.server = server;
        this.revival = revival;
    }

    /**
     * Opens and migrates it.
     *
     * @throws StoreFailure when there is no reaching it, or it is older than PostgreSQL 15
     */
    public static Database open(DatabaseSettings settings) {
        String url = settings.url();
        if (url != null) {
            return open(source(url, settings.user(), settings.password()), settings, null);
        }
        EmbeddedPostgres server = EmbeddedPostgres.open(settings.home());
        boolean opened = false;
        try {
            Database database = open(source(server.url(), server.user(), server.password()), settings, server);
            opened = true;
            return database;
        } finally {
            if (!opened) {
                server.close();
            }
        }
    }

    private static PGSimpleDataSource source(String url, @Nullable String user, @Nullable String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new StoreFailure(
                    "the database's URL is none of PostgreSQL's: write jdbc:postgresql://HOST:PORT/NAME");
        }
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
        source.setCurrentSchema(SCHEMA);
        source.setApplicationName("unefois");
        // The server's detail quotes values; they belong in no exception's message.
        source.setLogServerErrorDetail(false);
        return source;
    }

    private static Database open(
            PGSimpleDataSource source, DatabaseSettings settings, @Nullable EmbeddedPostgres server) {
        checkVersion(source);
        migrate(source);
        preparePartitions(source);
        Duration patience = settings.patience();
        if (patience != null) {
            source.setConnectTimeout((int) patience.toSeconds());
            source.setSocketTimeout((int) patience.toSeconds() * ANSWERS);
        }
        HikariDataSource pool = pool(source, settings, settings.role());
        HikariDataSource readers = settings.role() == Role.APPLICATION ? pool(source, settings, Role.READER) : null;
        Revival revival = server != null && patience != null ? Revival.of(server, source) : null;
        return new Database(pool, readers, server, revival);
    }

    private static HikariDataSource pool(PGSimpleDataSource source, DatabaseSettings settings, Role role) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(1);
        config.setPoolName("unefois-" + role.name().toLowerCase(Locale.ROOT));
        if (!role.begin().isEmpty()) {
            config.setConnectionInitSql(role.begin());
        }
        Duration patience = settings.patience();
        if (patience != null) {
            config.setConnectionTimeout(patience.toMillis());
            config.setValidationTimeout(patience.toMillis() / 2);
        }
        return new HikariDataSource(config);
    }

    private static void migrate(PGSimpleDataSource source) {
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .schemas(SCHEMA)
                .locations("classpath:db/migration")
                .loggers("slf4j")
                .load();
        if (flyway.info().pending().length == 0) {
            return;
        }
        if (!mayMigrate(source)) {
            throw new StoreFailure(
                    "the database's tables are older than this program, and the account " + source.getUser()
                            + " does not own them: run any command once with the owner's account, as `mdm audit verify`");
        }
        flyway.migrate();
    }

    private static boolean mayMigrate(PGSimpleDataSource source) {
        return Transactions.run(
                source,
                "looking who owns the tables",
                connection -> Sql.query(
                                connection,
                                "select not exists (select from pg_namespace where nspname = '" + SCHEMA
                                        + "' and not pg_has_role(nspowner, 'usage'))",
                                row -> row.getBoolean(1))
                        .get(0));
    }

    /** Rows of a month without a partition are kept all the same, in the one for the rest. */
    private static void preparePartitions(PGSimpleDataSource source) {
        Transactions.run(
                source,
                "preparing partitions",
                connection ->
                        Sql.query(connection, "select citizen_history_months(" + MONTHS_AHEAD + ")::text", row -> ""));
    }

    private static void checkVersion(PGSimpleDataSource source) {
        int version;
        try (var connection = source.getConnection()) {
            version = Sql.query(connection, "show server_version_num", row -> row.getInt(1))
                    .get(0);
        } catch (SQLException e) {
            throw new StoreFailure(
                    "cannot reach the database " + source.getDatabaseName() + " on "
                            + String.join(",", source.getServerNames()) + ": " + e.getMessage(),
                    e);
        }
        if (version < OLDEST) {
            throw new StoreFailure("the database is PostgreSQL " + version / 10000 + "; 15 or later is needed");
        }
    }

    /** A pool of connections whose schema is ours, with the rights of the process's role. */
    public DataSource dataSource() {
        return pool;
    }

    /**
     * Connections that read golden records under a sight, and nothing else.
     *
     * @throws IllegalStateException where the process is no {@link Role#APPLICATION}: nobody else shows citizens
     */
    public DataSource reading() {
        if (readers == null) {
            throw new IllegalStateException("only the application reads for contracts");
        }
        return readers;
    }

    /** Whether a connection is to be had that answers within a few seconds. */
    public boolean isReachable() {
        try (var connection = pool.getConnection()) {
            return connection.isValid(REACHABLE);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * To be called by who closes this in a shutdown hook, as Spring does: our own hook, which stops the embedded server
     * of a process that is ended by a signal, then waits for that one.
     */
    public Database closedByOwner() {
        if (server != null) {
            server.awaitOwner();
        }
        return this;
    }

    @Override
    public void close() {
        if (revival != null) {
            revival.close();
        }
        pool.close();
        if (readers != null) {
            readers.close();
        }
        if (server != null) {
            server.close();
        }
    }
}
