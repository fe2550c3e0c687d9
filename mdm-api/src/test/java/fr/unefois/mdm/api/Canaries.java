package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every value of a citizen that a test sends to its server is a canary: none may turn up in a line of the log, a metric or
 * a problem, whatever the test is about.
 */
final class Canaries extends AppenderBase<ILoggingEvent> {
    /** Shorter ones turn up by chance. */
    private static final int SHORTEST = 5;

    private final Set<String> values = ConcurrentHashMap.newKeySet();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();

    /** Listens to all that the process logs from now on. */
    static Canaries listening() {
        Canaries canaries = new Canaries();
        canaries.start();
        root().addAppender(canaries);
        return canaries;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    void sent(@Nullable String body) {
        if (body != null) {
            body.lines().forEach(this::remember);
        }
    }

    private void remember(String line) {
        try {
            JsonMapper.shared().readTree(line).findValues("attributes").forEach(this::remember);
        } catch (JacksonException e) {
            // What is no JSON is the subject of tests of their own.
            return;
        }
    }

    private void remember(JsonNode node) {
        if (node.isString() && node.asString().length() >= SHORTEST) {
            values.add(node.asString());
        }
        node.forEach(this::remember);
    }

    void answered(int status, String body) {
        if (status >= 400) {
            problems.add(body);
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(event.getFormattedMessage());
        for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
            line.append('\n').append(thrown.getMessage());
        }
        lines.add(line.toString());
    }

    /** @param metrics all that the server measured */
    void assertSilent(String metrics) {
        root().detachAppender(this);
        for (String value : values) {
            assertThat(lines).as("the log").noneMatch(line -> line.contains(value));
            assertThat(problems).as("a problem").noneMatch(problem -> problem.contains(value));
            assertThat(metrics).as("a metric").doesNotContain(value);
        }
    }
}
