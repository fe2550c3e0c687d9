package fr.unefois.mdm.api.change;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.store.ChangeFeed.Cursor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams that are open, a bounded number, each on a thread of its own. They end before the web server waits for the
 * requests that are under way, of which they would be the last.
 */
@Component
final class ChangeStreams implements SmartLifecycle {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Gate gate;
    private final FeedPages pages;
    private final Clock clock;
    private final Duration heartbeat;
    private final int each;
    private final Semaphore all;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable ExecutorService threads;

    ChangeStreams(
            Gate gate,
            FeedPages pages,
            Clock clock,
            @Value("${mdm.changes.heartbeat:15s}") Duration heartbeat,
            @Value("${mdm.changes.streams:64}") int most,
            @Value("${mdm.changes.streams-each:8}") int each) {
        this.gate = gate;
        this.pages = pages;
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.each = each;
        this.all = new Semaphore(most);
    }

    /**
     * @param last the id of the last event that the client has; null for the feed's beginning
     * @param longest after how long the stream ends by itself; null for the longest there is
     */
    SseEmitter open(Caller caller, @Nullable String last, @Nullable Duration longest) {
        Call call = gate.open(caller, Operation.CHANGES);
        Cursor from = pages.place(call, last);
        ExecutorService running = threads;
        if (running == null) {
            throw new ProblemException(Problem.UNAVAILABLE);
        }
        claim(call.contract().client());
        boolean begun = false;
        try {
            ChangeStream stream = new ChangeStream(
                    gate,
                    pages,
                    clock,
                    caller,
                    from,
                    new ChangeStream.Limits(until(caller, longest), heartbeat),
                    stopped);
            running.execute(() -> {
                try {
                    stream.run();
                } finally {
                    release(call.contract().client());
                }
            });
            begun = true;
            return stream.emitter();
        } finally {
            if (!begun) {
                release(call.contract().client());
            }
        }
    }

    private Instant until(Caller caller, @Nullable Duration longest) {
        Instant until = clock.instant().plus(longest == null || longest.compareTo(LONGEST) > 0 ? LONGEST : longest);
        return caller.until() != null && caller.until().isBefore(until) ? caller.until() : until;
    }

    private void claim(String client) {
        if (open.merge(client, 1, Integer::sum) > each) {
            forget(client);
            throw new ProblemException(Problem.TOO_MANY, "The client has " + each + " streams open; close one first.");
        }
        if (!all.tryAcquire()) {
            forget(client);
            throw new ProblemException(
                    Problem.UNAVAILABLE, "Too many streams are open; try again, or ask /v1/changes.");
        }
    }

    private void release(String client) {
        all.release();
        forget(client);
    }

    private void forget(String client) {
        open.computeIfPresent(client, (any, count) -> count == 1 ? null : count - 1);
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "changes");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void stop() {
        ExecutorService running = threads;
        threads = null;
        stopped.countDown();
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(5, TimeUnit.SECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
