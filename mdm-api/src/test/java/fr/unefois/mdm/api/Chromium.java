package fr.unefois.mdm.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real headless Chromium, driven by W3C WebDriver over plain HTTP: the protocol is small enough to need no library. */
final class Chromium implements AutoCloseable {
    static final String TAB = "\uE004";
    static final String ENTER = "\uE007";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;

    private Chromium(Path program, int port, int width) {
        try {
            driver = new ProcessBuilder(program.toString(), "--port=" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String url = "http://127.0.0.1:" + port;
        Map<String, Object> phone = Map.of("deviceMetrics", Map.of("width", width, "height", 900, "pixelRatio", 1.0));
        JsonNode opened = patiently(() -> post(
                url + "/session",
                Map.of(
                        "capabilities",
                        Map.of(
                                "alwaysMatch",
                                Map.of("goog:chromeOptions", Map.of("args", ARGUMENTS, "mobileEmulation", phone))))));
        session = url + "/session/" + opened.path("sessionId").asString();
    }

    /** Where the driver is, if the machine has one. */
    static Optional<Path> driver() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, "chromedriver"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium open(int port, int width) {
        return new Chromium(driver().orElseThrow(), port, width);
    }

    void go(String url) {
        post(session + "/url", Map.of("url", url));
    }

    /** Types into whatever has the focus, as a keyboard does. */
    void type(String keys) {
        Stream<Map<String, String>> strokes = keys.codePoints()
                .mapToObj(Character::toString)
                .flatMap(key ->
                        Stream.of(Map.of("type", "keyDown", "value", key), Map.of("type", "keyUp", "value", key)));
        post(
                session + "/actions",
                Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions", strokes.toList()))));
    }

    /** The value of an expression in the page. */
    JsonNode value(String expression) {
        return post(session + "/execute/sync", Map.of("script", "return " + expression, "args", List.of()));
    }

    /** Runs a whole script that answers with a promise. */
    JsonNode run(String script) {
        return post(session + "/execute/sync", Map.of("script", script, "args", List.of()));
    }

    /** Waits until an expression in the page holds. */
    void until(String condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!value("Boolean(" + condition + ")").asBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("never came true in the page: " + condition);
            }
            pause();
        }
    }

    /** Presses the tabulator until the element has the focus. */
    void tabTo(String selector) {
        for (int i = 0; i < 60; i++) {
            if (value("document.activeElement.matches('" + selector + "')").asBoolean()) {
                return;
            }
            type(TAB);
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }

    private JsonNode patiently(java.util.function.Supplier<@Nullable JsonNode> asked) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                JsonNode answer = asked.get();
                if (answer != null) {
                    return answer;
                }
            } catch (UncheckedIOException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode post(String url, Object body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                .build();
        try {
            JsonNode answer = JsonMapper.shared()
                    .readTree(http.send(request, BodyHandlers.ofString()).body())
                    .path("value");
            if (answer.has("error")) {
                throw new AssertionError(answer.path("message").asString());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            http.send(HttpRequest.newBuilder(URI.create(session)).DELETE().build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            driver.destroy();
        }
    }
}
