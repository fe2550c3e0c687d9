package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.PostgresBase;
import fr.unefois.mdm.store.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of the built jar on one database, behind a balancer; one of them is killed in the middle of its work. */
@ExtendWith(TestDatabase.class)
class TwoInstancesIT {
    private static final int CLIENTS = 4;
    private static final int BEFORE = 200;
    private static final int AFTER = 400;
    private static final long LONGEST_READ = 5000;
    private static final Duration START = Duration.ofMinutes(2);

    private final List<Integer> ports = new ArrayList<>();
    private final Set<Integer> down = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final LongAdder answered = new LongAdder();
    private final LongAccumulator slowestRead = new LongAccumulator(Math::max, 0);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<Integer> refused = ConcurrentHashMap.newKeySet();

    @Test
    void whenOneIsKilledNoAcknowledgedWriteIsLostAndReadsGoOn(
            DatabaseSettings database, DataSource data, @TempDir Path folder) throws Exception {
        List<Process> instances = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (Issuer issuer = new Issuer()) {
            Path config = TestConfig.copy(
                    Files.createDirectory(folder.resolve("config")),
                    "mdm: {security: {issuer-uri: '%s'}}".formatted(issuer.url()),
                    text -> text.replaceAll("(?m)^quota: .*\n", ""));
            for (int instance = 0; instance < 2; instance++) {
                instances.add(serve(database, config, Files.createDirectory(folder.resolve("home" + instance))));
            }
            String token = issuer.token("business", claims -> claims);
            List<Future<?>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(threads.submit(() -> ask(token)));
            }
            await(BEFORE);

            instances.get(0).destroyForcibly().waitFor();
            int acknowledgedBefore = acknowledged.size();

            await((int) answered.sum() + AFTER);
            over.set(true);
            for (Future<?> client : clients) {
                client.get(60, TimeUnit.SECONDS);
            }
            assertThat(acknowledgedBefore).isPositive();
            assertThat(acknowledged.size()).as("writes go on").isGreaterThan(acknowledgedBefore);
        } finally {
            over.set(true);
            threads.shutdownNow();
            instances.forEach(Process::destroyForcibly);
        }

        assertThat(refused).as("statuses that refuse").isEmpty();
        assertThat(down).as("instances found dead").hasSize(1);
        assertThat(slowestRead.get())
                .as("milliseconds until a read was answered")
                .isLessThan(LONGEST_READ);
        Set<String> kept = new PostgresBase(data)
                .read(session -> acknowledged.stream()
                        .filter(id ->
                                session.record(new SourceKey("cantine", id)).isPresent())
                        .collect(Collectors.toSet()));
        assertThat(kept).isEqualTo(acknowledged);
    }

    private Process serve(DatabaseSettings database, Path config, Path home) throws IOException, InterruptedException {
        int port = free();
        int management = free();
        Map<String, String> environment = new HashMap<>();
        environment.put("MDM_DATABASE_URL", Objects.requireNonNull(database.url()));
        environment.put("MDM_DATABASE_USER", Objects.requireNonNull(database.user()));
        environment.put("MDM_DATABASE_PASSWORD", Objects.requireNonNull(database.password()));
        environment.put("MDM_SOURCES", home.toString());
        environment.put("MDM_REFERENCE_KEYS", "1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        Process process = new BuiltJar(home)
                .with(environment)
                .start(
                        home.resolve("out.txt"),
                        "serve",
                        "--config",
                        config.toString(),
                        "--port",
                        String.valueOf(port),
                        "--management-port",
                        String.valueOf(management),
                        "--no-jobs");
        URI ready = URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness");
        long end = System.nanoTime() + START.toNanos();
        while (!isReady(ready)) {
            assertThat(process.isAlive() && System.nanoTime() < end)
                    .as("an instance starts")
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        ports.add(port);
        return process;
    }

    private static boolean isReady(URI ready) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await(int answers) throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (answered.sum() < answers) {
            assertThat(System.nanoTime()).as("answers come").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** Every other request writes a new record. What fails on the way is asked again of the other instance. */
    private void ask(String token) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        while (!over.get()) {
            int number = next.incrementAndGet();
            boolean write = number % 2 == 0;
            String id = "TWO-" + number;
            long from = System.nanoTime();
            int status = answer(http, token, number, write ? "/v1/sources/cantine/records/" + id : null);
            if (status / 100 != 2) {
                refused.add(status);
            } else if (write) {
                acknowledged.add(id);
            } else {
                slowestRead.accumulate(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from));
            }
            answered.increment();
        }
    }

    private int answer(HttpClient http, String token, int number, @Nullable String written) {
        for (int instance = number; ; instance++) {
            int port = ports.get(instance % ports.size());
            if (down.contains(port)) {
                continue;
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:" + port + (written == null ? "/v1/identities/resolve" : written)))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .timeout(Duration.ofSeconds(30));
            try {
                return http.send(
                                written == null
                                        ? request.POST(BodyPublishers.ofString(body(number)))
                                                .build()
                                        : request.PUT(BodyPublishers.ofString(body(number)))
                                                .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            } catch (IOException e) {
                down.add(port);
                if (down.size() == ports.size()) {
                    return 0;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }
    }

    private static String body(int number) {
        return String.format(
                Locale.ROOT,
                "{\"attributes\": {\"birthName\": \"DEUX%c%c\", \"givenNames\": [\"Anne\"], \"birthDate\": \"19%02d-03-02\"}}",
                'A' + number / 26 % 26,
                'A' + number % 26,
                10 + number % 80);
    }
}
