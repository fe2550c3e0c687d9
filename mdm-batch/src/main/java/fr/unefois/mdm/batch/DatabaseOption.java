package fr.unefois.mdm.batch;

import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that chooses the database. */
public final class DatabaseOption {
    @Option(
            names = "--database",
            paramLabel = "URL",
            description =
                    "An existing PostgreSQL 15 or later, jdbc:postgresql://HOST:PORT/NAME (default: MDM_DATABASE_URL,"
                            + " else the embedded one).")
    @Nullable
    String url;

    public Database open(Role role) {
        return Database.open(DatabaseSettings.from(System.getenv(), url).as(role));
    }
}
