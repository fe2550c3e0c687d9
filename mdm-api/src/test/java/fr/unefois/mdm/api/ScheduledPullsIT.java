package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.unefois.mdm.store.BaseCounts;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A server that pulls its sources by itself. */
@ExtendWith(TestDatabase.class)
class ScheduledPullsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String EVERY_SECOND = "schedule: '* * * * * *'\n";

    private final Path config;
    private final DatabaseSettings database;
    private final BaseCounts counts;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    ScheduledPullsIT(DatabaseSettings database, DataSource dataSource, @TempDir Path folder) throws IOException {
        config = folder;
        this.database = withCredentials(database);
        counts = new BaseCounts(dataSource);
        try (Stream<Path> files = Files.walk(TestServer.CONFIG)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(TestServer.CONFIG.relativize(file));
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                if (!copy.getParent().endsWith("sources")) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
    }

    @Test
    void itPullsWhatIsDueGoesOnAfterAFailureAndTellsNoValue() throws IOException {
        source("canteen", EVERY_SECOND, "id;nom\n1;Canari\n2;\"Canari\n3;Canari\n");
        source("library", EVERY_SECOND, "");
        source("sports", "", "id;nom\n1;Canari\n");
        try (TestServer server = new TestServer(database, config, true)) {
            listen();
            assertThat(pullers()).hasSize(1);
            await().atMost(PATIENCE).until(() -> counts.records() == 2);
            assertThat(server.get("", "/v3/api-docs").status()).isEqualTo(200);
            await().atMost(PATIENCE)
                    .until(() -> told().stream().anyMatch(line -> line.contains("library.csv: is empty")));

            Files.writeString(config.resolve("library.csv"), "id;nom\n7;Canari\n");

            await().atMost(PATIENCE).until(() -> counts.records() == 3);
        }
        assertThat(told())
                .anyMatch(line -> line.startsWith("the scheduled pull of canteen, library: {\"event\":\"report\""))
                .noneMatch(line -> line.contains("Canari"));
    }

    @Test
    void withoutJobsNothingIsScheduled() throws IOException {
        source("canteen", EVERY_SECOND, "id;nom\n1;Canari\n");
        try (TestServer server = new TestServer(database, config, false)) {
            assertThat(server.get("", "/v3/api-docs").status()).isEqualTo(200);
            assertThat(pullers()).isEmpty();
        }
    }

    /** The threads that wait for a pull to come due, or are at it. */
    private static List<String> pullers() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("pull-"))
                .toList();
    }

    /** The server's start sets logging up anew: who listened before hears nothing. */
    private void listen() {
        log.start();
        logger().addAppender(log);
    }

    private List<String> told() {
        return List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("fr.unefois.mdm.api.server.ScheduledPulls");
    }

    private void source(String name, String schedule, String rows) throws IOException {
        Files.createDirectories(config.resolve("sources"));
        Files.writeString(config.resolve(name + ".csv"), rows);
        Files.writeString(config.resolve("sources").resolve(name + ".yml"), """
                controller: The town
                use: contribute
                %sconnector: {kind: csv, file: %s/%s.csv, separator: ;}
                mapping: {id: id, birthName: nom}
                """.formatted(schedule, config, name));
    }

    /** The command that pulls reads the environment, as in any other process; here only the URL can say more. */
    private static DatabaseSettings withCredentials(DatabaseSettings settings) {
        String url = Objects.requireNonNull(settings.url());
        String whole = url + (url.contains("?") ? "&" : "?") + "user=" + encoded(settings.user()) + "&password="
                + encoded(settings.password());
        return DatabaseSettings.existing(settings.home(), whole, null, null);
    }

    private static String encoded(@org.jspecify.annotations.Nullable String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }
}
