package fr.unefois.mdm.api.change;

import fr.unefois.mdm.api.problem.FailureLog;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads that deliver, for as long as the service runs. */
@Component
final class Deliveries implements SmartLifecycle {
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);
    private static final int LAST_POST = 15;

    private final Delivery delivery;
    private final int count;
    private final Duration pause;
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable ExecutorService threads;

    Deliveries(
            Delivery delivery,
            @Value("${mdm.webhooks.threads:4}") int count,
            @Value("${mdm.webhooks.pause:500ms}") Duration pause) {
        this.delivery = delivery;
        this.count = count;
        this.pause = pause;
    }

    @Override
    public void start() {
        CountDownLatch stop = new CountDownLatch(1);
        stopped = stop;
        ExecutorService running = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "webhooks");
            thread.setDaemon(true);
            return thread;
        });
        for (int i = 0; i < count; i++) {
            running.execute(() -> run(stop));
        }
        threads = running;
    }

    private void run(CountDownLatch stop) {
        try {
            while (stop.getCount() > 0) {
                if (!did()) {
                    stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What fails unforeseen leaves its subscription held: another attempt follows when that is over. */
    private boolean did() throws InterruptedException {
        try {
            return delivery.one();
        } catch (RuntimeException e) {
            FailureLog.log("a delivery", e);
            stopped.await(AFTER_A_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            return false;
        }
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
            if (!running.awaitTermination(LAST_POST, TimeUnit.SECONDS)) {
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
