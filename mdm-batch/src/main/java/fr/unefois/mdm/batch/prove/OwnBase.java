package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.store.BaseCounts;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** An embedded PostgreSQL of its own under the home folder, removed when it is closed. Nothing in it is anybody's. */
record OwnBase(Path home, Database database) implements AutoCloseable {
    private static final int CONNECTIONS = 12;

    static OwnBase open() throws IOException {
        Path under = DatabaseSettings.from(System.getenv(), null).home();
        Path home = Files.createDirectories(
                under.resolve("prove-" + ProcessHandle.current().pid()));
        return new OwnBase(home, Database.open(DatabaseSettings.embedded(home).withConnections(CONNECTIONS)));
    }

    DataSource dataSource() {
        return database.dataSource();
    }

    /** How many deadlocks PostgreSQL broke since it began. */
    long deadlocks() {
        return new BaseCounts(dataSource()).deadlocks();
    }

    @Override
    public void close() throws IOException {
        database.close();
        List<Path> all;
        try (Stream<Path> found = Files.walk(home)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }
}
