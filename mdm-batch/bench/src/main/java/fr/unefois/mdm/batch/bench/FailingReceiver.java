package fr.unefois.mdm.batch.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** An application that is told of changes and keeps an inbox; of twenty posts it fails four, two of them after it applied. */
final class FailingReceiver implements AutoCloseable {
    private static final int CHANCES = 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Random random = new Random(7);
    private final Set<String> inbox = ConcurrentHashMap.newKeySet();
    private final AtomicLong posts = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    FailingReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The ids of what was applied. */
    Set<String> inbox() {
        return inbox;
    }

    long posts() {
        return posts.get();
    }

    /** How often something came that had been applied. */
    long repeated() {
        return repeated.get();
    }

    long failed() {
        return failed.get();
    }

    private void take(HttpExchange exchange) throws IOException {
        long ignored = posts.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        int chance = chance();
        if (chance < 2 || body.length == 0) {
            fail(exchange, chance == 0);
            return;
        }
        if (!inbox.add(id)) {
            ignored = repeated.incrementAndGet();
        }
        if (chance < 4) {
            fail(exchange, chance == 2);
            return;
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private synchronized int chance() {
        return random.nextInt(CHANCES);
    }

    /** Dies without a word, or says that it failed. */
    private void fail(HttpExchange exchange, boolean silent) throws IOException {
        long ignored = failed.incrementAndGet();
        if (!silent) {
            exchange.sendResponseHeaders(503, -1);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
