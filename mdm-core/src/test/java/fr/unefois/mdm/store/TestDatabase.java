package fr.unefois.mdm.store;

import fr.unefois.mdm.store.embedded.EmbeddedPostgres;
import fr.unefois.mdm.store.embedded.EmbeddedSettings;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class a migrated database of its own; ask for it as a parameter of type {@link Database},
 * {@link DataSource} or {@link DatabaseSettings}.
 *
 * <p>The server is, first that is there: the one that {@code MDM_TEST_DATABASE_URL} names, whose user may create
 * databases; one in Docker, by Testcontainers; our embedded one without durability. One server serves a whole run.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(TestDatabase.class);

    /** In a class's store, whose end must not close the server. */
    private record Shared(TestServer server) {}

    @Override
    public void beforeAll(ExtensionContext context) {
        TestServer server = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(TestServer.class, key -> TestServer.find(), TestServer.class);
        DatabaseSettings settings = server.freshDatabase();
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        store.put(Shared.class, new Shared(server));
        store.put(DatabaseSettings.class, settings);
        store.put(Database.class, Database.open(settings));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        Database database = store.remove(Database.class, Database.class);
        if (database != null) {
            database.close();
        }
        DatabaseSettings settings = store.remove(DatabaseSettings.class, DatabaseSettings.class);
        if (settings != null) {
            Objects.requireNonNull(store.remove(Shared.class, Shared.class))
                    .server()
                    .drop(settings);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Database.class || type == DataSource.class || type == DatabaseSettings.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        Class<?> type = parameter.getParameter().getType();
        if (type == DatabaseSettings.class) {
            return Objects.requireNonNull(store.get(DatabaseSettings.class));
        }
        Database database = Objects.requireNonNull(store.get(Database.class, Database.class));
        return type == Database.class ? database : database.dataSource();
    }

    /** The embedded server that test runs share, under the build's folder. */
    static EmbeddedPostgres embedded() {
        Path home = Path.of(System.getProperty("mdm.test.home", "target/test-database"));
        return EmbeddedPostgres.open(EmbeddedSettings.of(home).disposable());
    }
}
