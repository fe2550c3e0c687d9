package fr.unefois.mdm.api.change;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.FailureLog;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.store.ChangeFeed.Cursor;
import fr.unefois.mdm.store.ChangeFeed.Entry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One client's stream. The contract is asked anew with every look, and the stream ends with the token that opened it: the
 * client comes back with another, and with the id of the last event it has.
 */
final class ChangeStream implements Runnable {
    private static final int PAGE = 100;
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Gate gate;
    private final FeedPages pages;
    private final Clock clock;
    private final Caller caller;
    private final Instant until;
    private final Duration heartbeat;
    private final SseEmitter emitter;
    private final CountDownLatch stopped;
    private Cursor place;
    private Instant spoke;

    ChangeStream(
            Gate gate,
            FeedPages pages,
            Clock clock,
            Caller caller,
            Cursor from,
            Limits limits,
            CountDownLatch stopped) {
        this.gate = gate;
        this.pages = pages;
        this.clock = clock;
        this.caller = caller;
        this.place = from;
        this.until = limits.until();
        this.heartbeat = limits.heartbeat();
        this.emitter = new SseEmitter(0L);
        this.stopped = stopped;
        this.spoke = Instant.EPOCH;
    }

    /**
     * @param until when it ends by itself
     * @param heartbeat after how long a silence it says that it is there
     */
    record Limits(Instant until, Duration heartbeat) {}

    SseEmitter emitter() {
        return emitter;
    }

    @Override
    public void run() {
        try {
            // At least one look, however short the stream is wanted.
            boolean more = look();
            while (more ? stopped.getCount() > 0 && left() > 0 : waited()) {
                more = look();
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            emitter.complete(); // whoever listened has hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (ProblemException e) {
            end(e);
        } catch (RuntimeException e) {
            FailureLog.log("a stream of changes", e);
            emitter.complete();
        }
    }

    /** Whether there is time left for another look, after a while. */
    private boolean waited() throws InterruptedException {
        long left = left();
        return left > 0 && !stopped.await(Math.min(left, LOOK.toMillis()), TimeUnit.MILLISECONDS) && left() > 0;
    }

    private long left() {
        return Duration.between(clock.instant(), until).toMillis();
    }

    private boolean look() throws IOException {
        Call call = gate.resume(caller, Operation.CHANGES);
        FeedPages.Page page = pages.after(call, place, PAGE);
        EventTelling telling = new EventTelling(call);
        for (Entry entry : page.shown()) {
            emitter.send(SseEmitter.event()
                    .id(EventTelling.text(call, entry.cursor()))
                    .name("change")
                    .data(telling.event(entry), MediaType.APPLICATION_JSON));
            spoke = clock.instant();
        }
        place = page.next();
        if (!spoke.plus(heartbeat).isAfter(clock.instant())) {
            // An id without data moves the place from which the client will resume, past what it is not told.
            emitter.send(SseEmitter.event().comment("still here").id(EventTelling.text(call, place)));
            spoke = clock.instant();
        }
        return page.more();
    }

    /** What the contract does not allow any more is told as the last event. */
    private void end(ProblemException e) {
        try {
            emitter.send(SseEmitter.event().name("problem").data(e.detail(), MediaType.APPLICATION_PROBLEM_JSON));
        } catch (IOException | IllegalStateException gone) {
            // nobody is left to be told
        }
        emitter.complete();
    }
}
