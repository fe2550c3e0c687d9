package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Requests made by chance from the API's own description: nothing breaks, and no error repeats a value. Reduced here;
 * {@code MDM_FUZZ} says how many requests, {@code MDM_FUZZ_SEED} which.
 */
@ExtendWith(TestDatabase.class)
class FuzzIT {
    private static final String EVERYTHING =
            "operations: [resolve, explain, read, prefill, crosswalk, write, review," + " accesses, history, changes]";
    private static final List<String> CLIENTS = List.of("portal", "business", "steward");
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    @TempDir
    static Path folder = Path.of("");

    private static @Nullable TestServer started;

    @BeforeAll
    static void start(DatabaseSettings database) throws IOException {
        // Every operation, without rates and quotas: behind 403 and 429 nothing else is met.
        started = new TestServer(
                database,
                TestConfig.copy(
                        folder,
                        "mdm:\n  webhooks:\n    hosts: [hooks.ville.example]\n",
                        text -> text.replaceAll("(?m)^(rate|quota): .*$", "")
                                .replaceAll("(?m)^operations: .*$", EVERYTHING)));
        server().put("portal", "/v1/sources/portail/records/Z1", People.person(0));
        server().put("business", "/v1/sources/cantine/records/Z1", People.atTheCanteen(0));
        server().put("portal", "/v1/sources/portail/records/KEPT", People.person(1)); // nobody removes it
        LOG.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(LOG);
    }

    @AfterAll
    static void stop() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(LOG);
        server().close();
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    private static int setting(String name, int otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    @Test
    void nothingBreaksAndNoErrorRepeatsAValue() {
        Random random = new Random(setting("MDM_FUZZ_SEED", 2026));
        Map<String, String> tokens = new TreeMap<>();
        Map<String, List<String>> refs = new TreeMap<>();
        for (String client : CLIENTS) {
            tokens.put(client, server().token(client, ""));
            refs.put(client, List.of(refOf(client)));
        }
        FuzzedRequests requests =
                new FuzzedRequests(server().get("", "/v3/api-docs").json(), random);
        assertThat(requests.operations()).hasSizeGreaterThan(25);
        List<String> wrong = new ArrayList<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        Map<String, Integer> reached = new TreeMap<>();
        int count = setting("MDM_FUZZ", 2500);
        for (int i = 0; i < count; i++) {
            String client = CLIENTS.get(random.nextInt(CLIENTS.size()));
            FuzzedRequests.Fuzzed request = requests.next(Objects.requireNonNull(refs.get(client)));
            Answer answer = send(request, Objects.requireNonNull(tokens.get(client)));
            if (answer.status() == 401 && i % 500 != 0) { // a token lives five minutes
                tokens.put(client, server().token(client, ""));
            }
            statuses.merge(answer.status(), 1, Integer::sum);
            if (answer.status() < 300) {
                reached.merge(request.operation(), 1, Integer::sum);
            }
            check(request, answer).forEach(fault -> wrong.add(request + " as " + client + ": " + fault));
        }
        assertThat(wrong).as("of %s", statuses).isEmpty();
        assertThat(statuses.keySet()).as("%s", statuses).contains(200, 201, 400, 403, 404, 409);
        assertThat(reached.size())
                .as("operations that answered well: %s", reached)
                .isGreaterThan(15);
        assertThat(LOG.list)
                .noneMatch(event -> event.getFormattedMessage().contains(FuzzedRequests.CANARY)
                        || event.getFormattedMessage().contains("D'ŒUVRE"));
    }

    private static List<String> check(FuzzedRequests.Fuzzed request, Answer answer) {
        List<String> faults = new ArrayList<>();
        String body = answer.response().body();
        if (answer.status() >= 500) {
            faults.add(answer.status() + " " + body);
        }
        if (answer.status() >= 400) {
            if (body.contains(FuzzedRequests.CANARY) || body.contains("D'ŒUVRE") || body.contains("someone.1")) {
                faults.add(answer.status() + " repeats a value");
            }
            if (!answer.header("Content-Type").startsWith("application/problem+json")
                    || !answer.type().startsWith("urn:unefois:problem:")) {
                faults.add(answer.status() + " is no problem: " + answer.header("Content-Type") + " " + body);
            }
        }
        if (request.type().contains("ndjson")) {
            body.lines()
                    .filter(line -> line.contains("\"problem\""))
                    .filter(line -> line.contains(FuzzedRequests.CANARY) || line.contains("\"status\":5"))
                    .forEach(line -> faults.add("line " + line));
        }
        return faults;
    }

    private static Answer send(FuzzedRequests.Fuzzed request, String token) {
        var builder = server().request(request.path())
                .header("Authorization", "Bearer " + token)
                .method(
                        request.verb(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        if (request.body() != null) {
            builder.header("Content-Type", request.type());
        }
        request.headers().forEach(builder::header);
        return server().exchange(builder);
    }

    private static String refOf(String client) {
        return server().get(client, "/v1/crosswalk/portail/KEPT")
                .json()
                .path("ref")
                .asString();
    }
}
