package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The feed for clients who stay on the line. */
@ExtendWith(TestDatabase.class)
class ChangeStreamIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder = Path.of("");

    private static @Nullable TestServer started;

    @BeforeAll
    static void start(DatabaseSettings database) throws IOException {
        // A heartbeat that a test can wait for, and few streams.
        started = new TestServer(
                database,
                TestConfig.copy(folder, "mdm:\n  changes:\n    heartbeat: 1s\n    streams: 16\n    streams-each: 3\n"));
    }

    @AfterAll
    static void stop() {
        server().close();
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    private static void feed(String id, String record) {
        assertThat(server().put("portal", "/v1/sources/portail/records/" + id, record)
                        .status())
                .isLessThan(300);
    }

    /** A stream that is being read. */
    private static final class Listener implements AutoCloseable {
        private final InputStream body;
        private final BufferedReader lines;
        private final int status;
        private String last = "";

        Listener(String client, String... headers) throws IOException, InterruptedException {
            this(client, "/v1/changes/stream", headers);
        }

        Listener(String client, String path, String[] headers) throws IOException, InterruptedException {
            HttpRequest.Builder request =
                    server().request(path).header("Authorization", "Bearer " + server().token(client, ""));
            if (headers.length > 0) {
                request.headers(headers);
            }
            HttpResponse<InputStream> response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
            status = response.statusCode();
            body = response.body();
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        /** Reads until a line that begins so; null where the stream ends before. */
        @Nullable
        String next(String prefix) {
            return CompletableFuture.supplyAsync(() -> read(prefix))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        }

        private @Nullable String read(String prefix) {
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("id:")) {
                        last = line.substring(3).strip();
                    }
                    if (line.startsWith(prefix)) {
                        return line;
                    }
                }
                return null;
            } catch (IOException e) {
                return null;
            }
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    @Test
    void tellsWhatTheFeedTellsAndGoesOnBehindTheLastEventThatWasHad() throws Exception {
        String first;
        try (Listener listener = new Listener("business")) {
            assertThat(listener.status).isEqualTo(200);
            feed("S1", People.person(0));
            assertThat(listener.next("data:"))
                    .contains("fr.unefois.citizen.created")
                    .doesNotContain("KERGUELEN", "sex");
            first = listener.last;
            feed("S1", People.person(0, "RENOMMÉ"));
            assertThat(listener.next("data:")).contains("fr.unefois.citizen.changed");
        }
        feed("S1", People.person(0, "ENCORE"));
        try (Listener listener = new Listener("business", "Last-Event-ID", first)) {
            String missed = listener.next("data:");
            assertThat(missed).contains("citizen.changed").contains("birthName");
            assertThat(listener.next("data:")).contains("citizen.changed");
            Answer page = server().get("business", "/v1/changes?after=" + first);
            assertThat(page.json().path("events").get(1).path("id").asString()).isEqualTo(listener.last);
        }
    }

    @Test
    void saysThatItIsThereAndMovesThePlaceOverWhatTheClientIsNotTold() throws Exception {
        try (Listener listener = new Listener("business")) {
            assertThat(listener.next(":")).contains("still here");
            assertThat(listener.next("id:")).isNotNull();
        }
    }

    @Test
    void endsByItselfWhereThatIsWanted() throws Exception {
        try (Listener listener = new Listener("business", "/v1/changes/stream?seconds=0", new String[0])) {
            assertThat(listener.next("no such line")).isNull();
        }
        assertThat(server().get("business", "/v1/changes/stream?seconds=-1").status())
                .isEqualTo(400);
        assertThat(server().get("business", "/v1/changes/stream?after=CANARI").status())
                .isEqualTo(400);
    }

    @Test
    void onlyAContractThatAllowsChangesOpensOneAndNotMoreThanThereMayBe() throws Exception {
        assertThat(server().get("portal", "/v1/changes/stream").status()).isEqualTo(403);
        List<Listener> open = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                open.add(new Listener("steward"));
                assertThat(open.get(i).status).isEqualTo(200);
            }
            assertThat(server().get("steward", "/v1/changes/stream").status()).isEqualTo(429);
        } finally {
            for (Listener one : open) {
                one.close();
            }
        }
        for (int tries = 0; tries < 50; tries++) {
            try (Listener again = new Listener("steward")) {
                if (again.status == 200) {
                    return;
                }
            }
            Thread.sleep(200);
        }
        throw new AssertionError("a stream that was hung up still counts");
    }

    @Test
    void endsCleanlyWhenTheServiceStops(DatabaseSettings database) throws Exception {
        CompletableFuture<String> all;
        long began;
        try (TestServer other = new TestServer(database)) {
            HttpRequest request = other.request("/v1/changes/stream")
                    .header("Authorization", "Bearer " + other.token("business", ""))
                    .build();
            HttpResponse<InputStream> response = HTTP.send(request, BodyHandlers.ofInputStream());
            all = CompletableFuture.supplyAsync(() -> {
                try {
                    return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException e) {
                    return "broken off";
                }
            });
            began = System.nanoTime();
        }
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)).isLessThan(15);
        assertThat(all.get(5, TimeUnit.SECONDS)).isNotEqualTo("broken off");
    }
}
