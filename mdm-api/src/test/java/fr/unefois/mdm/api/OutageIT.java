package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The database is cut off, or has no connection left: a clean refusal at once, and nothing lost. {@code MDM_OUTAGE} says
 * for how many seconds it is cut.
 */
@ExtendWith(TestDatabase.class)
class OutageIT {
    private static final Duration TOLD = Duration.ofSeconds(20);
    private static final Duration RECOVERED = Duration.ofSeconds(30);
    private static final int RECORDS = 20;
    private static final String CITIZEN = "/v1/sources/portail/records/";

    private static @Nullable Line between;
    private static @Nullable TestServer started;

    @BeforeAll
    static void start(DatabaseSettings database) throws IOException {
        String url = Objects.requireNonNull(database.url());
        URI uri = URI.create(url.replaceFirst("^jdbc:", ""));
        Line line = new Line(uri.getHost(), uri.getPort());
        between = line;
        started = new TestServer(DatabaseSettings.existing(
                database.home(),
                url.replace(uri.getHost() + ":" + uri.getPort(), "localhost:" + line.port()),
                database.user(),
                database.password()));
    }

    @AfterAll
    static void stop() throws IOException {
        line().become(Line.State.WHOLE);
        server().close();
        line().close();
    }

    private static Line line() {
        return Objects.requireNonNull(between);
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    private static Duration cut() {
        String seconds = System.getenv("MDM_OUTAGE");
        return Duration.ofSeconds(seconds == null ? 1 : Integer.parseInt(seconds));
    }

    private static Answer put(String id, int number) {
        return server().put("portal", CITIZEN + id, People.person(0).replace("someone.0@", "writes." + number + "@"));
    }

    private static int health(String probe) {
        return server().exchange(server().management("/actuator/health/" + probe))
                .status();
    }

    /** Somebody of whom the business applications may ask. */
    private static String atTheCanteen() {
        Answer answer = server().put("business", "/v1/sources/cantine/records/BEFORE", People.atTheCanteen(0));
        return answer.json().path("refs").path(0).asString();
    }

    private static void refused(Answer answer) {
        assertThat(answer.status())
                .as(answer.response().request().method() + " "
                        + answer.response().uri().getPath())
                .isEqualTo(503);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.type()).isEqualTo("urn:unefois:problem:unavailable");
        assertThat(answer.response().body()).doesNotContain("KERGUELEN").doesNotContain("SQL");
    }

    private static List<CompletableFuture<Answer>> calls(String ref) {
        return List.of(
                CompletableFuture.supplyAsync(() -> server().get("business", "/v1/profiles/" + ref)),
                CompletableFuture.supplyAsync(() -> server().get("business", "/v1/crosswalk?source=cantine&id=BEFORE")),
                CompletableFuture.supplyAsync(() -> server().get("steward", "/v1/reviews")),
                CompletableFuture.supplyAsync(() -> server().get("steward", "/v1/changes")),
                CompletableFuture.supplyAsync(
                        () -> server().post(
                                        "business",
                                        "/v1/identities/resolve",
                                        "{\"attributes\": {\"birthName\": \"KERGUELEN\", \"givenNames\": [\"Yves\"], \"birthDate\": \"1940-01-10\"}}")),
                CompletableFuture.supplyAsync(() -> put("CUT", 1)),
                CompletableFuture.supplyAsync(() -> server().delete("portal", CITIZEN + "CUT")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Line.State.class,
            names = {"CLOSED", "SILENT"})
    void aCutIsToldAtOnceAndNothingAcknowledgedIsLost(Line.State state) throws InterruptedException {
        String ref = atTheCanteen();
        server().get("steward", "/v1/reviews"); // each has its token
        Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
        CompletableFuture<Void> writers = writing(acknowledged, state.name());
        waitFor(() -> acknowledged.size() == RECORDS);

        for (CompletableFuture<Answer> call : calls(ref)) {
            assertThat(call.join().status()).as("before the cut").isBetween(200, 204);
        }
        line().become(state);
        try {
            Instant until = Instant.now().plus(cut());
            do {
                Instant asked = Instant.now();
                for (CompletableFuture<Answer> call : calls(ref)) {
                    refused(call.join());
                }
                assertThat(Duration.between(asked, Instant.now())).isLessThan(TOLD);
                assertThat(health("readiness"))
                        .as("asks a balancer for nothing")
                        .isEqualTo(503);
                assertThat(health("liveness")).as("no reason to start it anew").isEqualTo(200);
            } while (Instant.now().isBefore(until));
        } finally {
            line().become(Line.State.WHOLE);
        }

        Instant restored = Instant.now();
        waitFor(() -> put("AFTER", 0).status() < 300);
        waitFor(() -> health("readiness") == 200);
        assertThat(Duration.between(restored, Instant.now())).isLessThan(RECOVERED);
        writers.join();
        acknowledged.forEach(
                (id, number) -> assertThat(put(id, number).json().path("effect").asString())
                        .as("what was acknowledged is there")
                        .isEqualTo("UNCHANGED"));
    }

    /** Writes one record after the other, until the base is cut off and, once it is back, three more. */
    private static CompletableFuture<Void> writing(Map<String, Integer> acknowledged, String prefix) {
        return CompletableFuture.runAsync(() -> {
            int after = 0;
            boolean refused = false;
            for (int number = 0; after < 3; number++) {
                String id = prefix + number % RECORDS;
                int status = put(id, number).status();
                if (status == 201 || status == 200) {
                    acknowledged.put(id, number);
                    after += refused ? 1 : 0;
                } else {
                    assertThat(status).isEqualTo(503);
                    refused = true;
                }
            }
        });
    }

    @Test
    void withoutAConnectionLeftItRefusesAndRecovers() throws SQLException, InterruptedException {
        String ref = atTheCanteen();
        List<Connection> taken = new ArrayList<>();
        try {
            for (int n = 0; n < 10; n++) {
                taken.add(server().bean(Database.class).dataSource().getConnection());
            }
            refused(server().get("business", "/v1/profiles/" + ref));
            refused(put("POOL", 1));
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        waitFor(() -> put("POOL", 1).status() == 200);
    }

    private static void waitFor(java.util.function.BooleanSupplier condition) throws InterruptedException {
        Instant most = Instant.now().plus(RECOVERED);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(most);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
