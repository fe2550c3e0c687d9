package fr.unefois.mdm.store;

import fr.unefois.mdm.store.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/** A server where tests make databases as copies of one that is migrated. */
final class TestServer implements AutoCloseable {
    private static final int TEMPLATE_LOCK = 7_301_944;

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private final Runnable stop;
    private @Nullable String template;

    private TestServer(String url, @Nullable String user, @Nullable String password, Runnable stop) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.stop = stop;
    }

    static TestServer at(String url, @Nullable String user, @Nullable String password, Runnable stop) {
        return new TestServer(url, user, password, stop);
    }

    static TestServer find() {
        String named = System.getProperty("mdm.test.database.url", System.getenv("MDM_TEST_DATABASE_URL"));
        if (named != null && !named.isBlank()) {
            return new TestServer(
                    named,
                    System.getProperty("mdm.test.database.user", System.getenv("MDM_TEST_DATABASE_USER")),
                    System.getProperty("mdm.test.database.password", System.getenv("MDM_TEST_DATABASE_PASSWORD")),
                    () -> {});
        }
        TestServer docker = DockerServer.start();
        if (docker != null) {
            return docker;
        }
        EmbeddedPostgres embedded = TestDatabase.embedded();
        return new TestServer(embedded.url(), embedded.user(), embedded.password(), embedded::close);
    }

    synchronized DatabaseSettings freshDatabase() {
        if (template == null) {
            template = template();
        }
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute("create database " + name + " template " + template);
        return settings(name);
    }

    void drop(DatabaseSettings settings) {
        String database = String.valueOf(settings.url());
        execute("drop database if exists " + database.replaceFirst(".*/([a-z0-9_]+).*", "$1") + " with (force)");
    }

    private DatabaseSettings settings(String database) {
        return DatabaseSettings.existing(Path.of(System.getProperty("java.io.tmpdir")), url(database), user, password)
                .withConnections(16);
    }

    private String url(String database) {
        return url.replaceFirst("/[^/?]*(\\?.*)?$", "/" + database + "$1");
    }

    /** Named by the migrations in it, so that modules with the same ones share it; made by one process at a time. */
    private String template() {
        MigrationInfo[] migrations = Flyway.configure()
                .dataSource(url, user, password)
                .schemas("mdm")
                .createSchemas(false)
                .locations("classpath:db/migration")
                .loggers("slf4j")
                .load()
                .info()
                .all();
        int hash = Arrays.stream(migrations)
                .map(migration -> migration.getVersion() + "/" + migration.getResolvedChecksum())
                .toList()
                .hashCode();
        String name = "template_" + Integer.toHexString(hash);
        locked(statement -> {
            try (var known = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (known.next()) {
                    return;
                }
            }
            String fresh = name + "_new";
            statement.execute("drop database if exists " + fresh + " with (force)");
            statement.execute("create database " + fresh);
            Database.open(settings(fresh)).close();
            statement.execute("alter database " + fresh + " rename to " + name);
        });
        return name;
    }

    private interface Work {
        void run(Statement statement) throws SQLException;
    }

    private void locked(Work work) {
        run(statement -> {
            statement.execute("select pg_advisory_lock(" + TEMPLATE_LOCK + ")");
            work.run(statement);
        });
    }

    private void execute(String sql) {
        run(statement -> statement.execute(sql));
    }

    private void run(Work work) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            work.run(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the test server refuses", e);
        }
    }

    @Override
    public void close() {
        stop.run();
    }
}
