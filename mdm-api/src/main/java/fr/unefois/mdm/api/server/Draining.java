package fr.unefois.mdm.api.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before the server stops it says that it is not ready, and answers on for a while: a balancer needs a moment to see it, and
 * a client that keeps its connection open is told with its next answer to open another. What is asked after that would be
 * cut off.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Draining extends OncePerRequestFilter implements SmartLifecycle {
    private final Duration lasts;
    private volatile boolean running;
    private volatile boolean draining;

    Draining(ServerSettings settings, @Value("${mdm.server.drain:2s}") Duration lasts) {
        this.lasts = settings.demo() ? Duration.ZERO : lasts; // nobody balances a demonstration
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (draining) {
            response.setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Readiness was withdrawn when the closing of the context began. */
    @Override
    public void stop() {
        draining = true;
        try {
            TimeUnit.MILLISECONDS.sleep(lasts.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Begun last, so stopped first: before the web server takes no more calls. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
