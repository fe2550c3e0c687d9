package fr.unefois.mdm.batch.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every event of a town's base, brought to an address that fails at random. */
public final class WebhooksBenchmark implements Benchmark {
    private static final String UNKNOWN = "told, and not in the feed";
    private static final String MISSING = "missing";
    private static final int PAGE = 500;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final String SETTINGS = """
              webhooks:
                inside: ['%s']
                first-wait: 20ms
                longest-wait: 200ms
                attempts: 100
                timeout: 2s
                pause: 50ms
            """;

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public String measures() {
        return "every event of a base by webhook to an address that fails one time in five, before or after it applied it";
    }

    @Override
    public String lasts() {
        return "some ten minutes and a pull of a million records; --size metropole: three minutes";
    }

    @Override
    public List<String> goals() {
        return List.of("a receiver with an inbox is told each event of the feed, and no other");
    }

    @Override
    public void run(Setting setting, Consumer<Case> told) {
        try (FilledBase base = FilledBase.of(setting, name());
                FailingReceiver receiver = new FailingReceiver();
                Served served = new Served(base, SETTINGS.formatted(receiver.origin()));
                HttpConnection connection = new HttpConnection(served.port())) {
            List<String> ids = ids(connection, served.token());
            long began = System.nanoTime();
            post(
                    connection,
                    served.token(),
                    "/v1/subscriptions",
                    Map.of("url", receiver.origin() + "/events", "after", ids.get(0)));
            Set<String> expected = new HashSet<>(ids.subList(1, ids.size()));
            await(receiver, expected.size(), setting.progress());
            double seconds = (System.nanoTime() - began) / 1e9;
            Set<String> unknown = new HashSet<>(receiver.inbox());
            unknown.removeAll(expected);
            expected.removeAll(receiver.inbox());
            Series series = new Series()
                    .goal(UNKNOWN, Goal.atMost(0))
                    .goal(MISSING, Goal.atMost(0))
                    .add("events", Unit.COUNT, (long) ids.size() - 1)
                    .add("posts", Unit.COUNT, receiver.posts())
                    .add("posts that failed", Unit.COUNT, receiver.failed())
                    .add("posted again though applied", Unit.COUNT, receiver.repeated())
                    .add(UNKNOWN, Unit.COUNT, unknown.size())
                    .add(MISSING, Unit.COUNT, expected.size())
                    .add("events a second", Unit.PER_SECOND, (ids.size() - 1) / seconds);
            told.accept(new Case(
                    String.format(
                            Locale.ROOT,
                            "one subscription, %,d records stored",
                            base.keys().size()),
                    "./mdm bench webhooks",
                    series.figures(),
                    List.of("one post at a time, so that each citizen's events come in their order")));
        } catch (IOException e) {
            throw new Unmeasured("the server did not answer", e);
        }
    }

    /** Until all have come, or none has for a minute. */
    private static void await(FailingReceiver receiver, int events, Consumer<String> progress) {
        long before = -1;
        long since = System.nanoTime();
        try {
            while (receiver.inbox().size() < events && System.nanoTime() - since < PATIENCE) {
                long now = receiver.inbox().size();
                if (now != before) {
                    before = now;
                    since = System.nanoTime();
                    progress.accept(now + " of " + events + " events applied");
                }
                TimeUnit.SECONDS.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the feed itself tells, page after page. */
    private static List<String> ids(HttpConnection connection, String token) throws IOException {
        List<String> ids = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode page = MAPPER.readTree(connection
                    .exchange(HttpConnection.request(
                            "GET",
                            "/v1/changes?limit=" + PAGE + (after.isEmpty() ? "" : "&after=" + after),
                            token,
                            "application/json",
                            new byte[0]))
                    .body());
            page.path("events").forEach(event -> ids.add(event.path("id").asString("")));
            String next = page.path("next").asString("");
            if (page.path("events").isEmpty() || next.equals(after)) {
                return ids;
            }
            after = next;
        }
    }

    private static void post(HttpConnection connection, String token, String path, Map<String, String> body)
            throws IOException {
        int status = connection
                .exchange(HttpConnection.request(
                        "POST",
                        path,
                        token,
                        "application/json",
                        MAPPER.writeValueAsString(body).getBytes(StandardCharsets.UTF_8)))
                .status();
        if (status != 201) {
            throw new Unmeasured(path + " answered " + status);
        }
    }
}
