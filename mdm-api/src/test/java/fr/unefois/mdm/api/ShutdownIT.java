package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.PostgresBase;
import fr.unefois.mdm.store.TestDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to stop in the middle of its work, behind a balancer that looks whether it is ready. */
@ExtendWith(TestDatabase.class)
class ShutdownIT {
    private static final int CLIENTS = 6;
    private static final long MILLIS_BETWEEN_LOOKS = 100;
    private static final int WARM = 60;

    private final AtomicBoolean ready = new AtomicBoolean(true);
    private final AtomicInteger next = new AtomicInteger();
    private final LongAdder answered = new LongAdder();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<String> failed = java.util.Collections.synchronizedList(new ArrayList<>());

    @Test
    void noRequestFailsAndNoAcknowledgedWriteIsLostWhenTheServerIsToldToStop(
            DatabaseSettings database, DataSource data, @TempDir Path folder) throws Exception {
        try (Issuer issuer = new Issuer()) {
            TestServer server = TestServer.installed(
                    database,
                    TestConfig.copy(
                            folder,
                            "mdm: {security: {issuer-uri: '%s'}, server: {drain: 1s}}".formatted(issuer.url()),
                            text -> text.replaceAll("(?m)^quota: .*\n", "")));
            String token = issuer.token("business", claims -> claims);
            ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1);
            try {
                Future<?> balancer = threads.submit(() -> balance(server));
                List<Future<?>> clients = new ArrayList<>();
                for (int client = 0; client < CLIENTS; client++) {
                    clients.add(threads.submit(() -> ask(server, token)));
                }
                while (answered.sum() < WARM) {
                    TimeUnit.MILLISECONDS.sleep(10);
                }
                assertThat(ready).as("ready until it was told to stop").isTrue();
                server.close();
                assertThat(ready).as("not ready any more").isFalse();
                for (Future<?> client : clients) {
                    client.get(30, TimeUnit.SECONDS);
                }
                balancer.get(30, TimeUnit.SECONDS);
            } finally {
                threads.shutdownNow();
            }
        }

        assertThat(failed).isEmpty();
        assertThat(answered.sum()).as("answers while it stopped").isGreaterThan(WARM);
        assertThat(acknowledged).isNotEmpty();
        assertThat(kept(new PostgresBase(data))).containsAll(acknowledged);
    }

    private Set<String> kept(Base base) {
        return base.read(session -> acknowledged.stream()
                .filter(id -> session.record(new SourceKey("cantine", id)).isPresent())
                .collect(Collectors.toSet()));
    }

    private void balance(TestServer server) {
        try {
            while (ready.get()) {
                TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
                ready.set(server.exchange(server.management("/actuator/health/readiness"))
                                .status()
                        == 200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Every other request writes a new record; all over one connection that is kept open. */
    private void ask(TestServer server, String token) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        while (ready.get()) {
            int number = next.incrementAndGet();
            String id = "STOP-" + number;
            HttpRequest.Builder request = number % 2 == 0
                    ? server.request("/v1/sources/cantine/records/" + id).PUT(BodyPublishers.ofString(body(number)))
                    : server.request("/v1/identities/resolve").POST(BodyPublishers.ofString(body(number)));
            request.header("Authorization", "Bearer " + token).header("Content-Type", "application/json");
            try {
                HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                answered.increment();
                if (answer.statusCode() / 100 != 2) {
                    failed.add("answered " + answer.statusCode());
                } else if (number % 2 == 0) {
                    acknowledged.add(id);
                }
            } catch (IOException e) {
                failed.add(e.getClass().getSimpleName());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String body(int number) {
        return String.format(
                Locale.ROOT,
                "{\"attributes\": {\"birthName\": \"ARRET%c%c\", \"givenNames\": [\"Anne\"], \"birthDate\": \"19%02d-03-02\"}}",
                'A' + number / 26 % 26,
                'A' + number % 26,
                10 + number % 80);
    }
}
