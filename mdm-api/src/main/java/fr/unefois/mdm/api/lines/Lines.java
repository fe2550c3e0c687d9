package fr.unefois.mdm.api.lines;

import fr.unefois.mdm.api.problem.Failures;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers line by line. A line that is wrong is answered by its problem, and the others go on. All lines are read before
 * the first is answered: a client that sends everything before it reads would otherwise wait for us, and we for it.
 */
@Component
public final class Lines implements DisposableBean {
    public static final String NDJSON = "application/x-ndjson";

    /** Lines in one request. */
    public static final int MOST = 10_000;

    /** Bytes in one request. */
    public static final int LARGEST = 16 << 20;

    /** Requests at a time: each holds its lines in memory. */
    private static final int AT_ONCE = 8;

    private static final int WINDOW = 32;
    private static final int THREADS = 4;

    private final JsonMapper json;
    private final Semaphore open = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "lines");
        thread.setDaemon(true);
        return thread;
    });

    Lines(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param about what a line is about: two lines about the same are answered one after the other; null for any
     * @param work what the call alone would do
     */
    public <T> void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            Class<T> type,
            Function<T, @Nullable Object> about,
            Function<T, ResponseEntity<?>> work)
            throws IOException {
        if (!open.tryAcquire()) {
            throw new ProblemException(
                    Problem.UNAVAILABLE, "Too many requests of many lines at once; try again shortly.");
        }
        try {
            Body body = Body.read(request.getInputStream());
            response.setContentType(NDJSON);
            ObjectReader reader = json.readerFor(type).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
            Windows<T> windows = new Windows<>(response.getOutputStream(), about, work);
            for (Body.Line line : body.lines()) {
                windows.add(line.number(), parsed(reader, body, line));
            }
            windows.flush();
        } finally {
            open.release();
        }
    }

    /** What a line says, or why it says nothing. */
    private record Parsed<T>(@Nullable T value, @Nullable Exception fault) {}

    private static <T> Parsed<T> parsed(ObjectReader reader, Body body, Body.Line line) {
        try {
            T value = reader.readValue(body.bytes(), line.from(), line.length());
            return value == null
                    ? new Parsed<>(null, new ProblemException(Problem.MALFORMED, "The line holds no object."))
                    : new Parsed<>(value, null);
        } catch (JacksonException e) {
            return new Parsed<>(null, e);
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }

    /** Lines that are answered at the same time, and written in their order. */
    private final class Windows<T> {
        private final OutputStream out;
        private final Function<T, @Nullable Object> about;
        private final Function<T, ResponseEntity<?>> work;
        private final List<Future<LineAnswer>> window = new ArrayList<>();
        private final Set<Object> subjects = new HashSet<>();

        Windows(OutputStream out, Function<T, @Nullable Object> about, Function<T, ResponseEntity<?>> work) {
            this.out = out;
            this.about = about;
            this.work = work;
        }

        void add(int line, Parsed<T> parsed) throws IOException {
            T value = parsed.value();
            Object subject = value == null ? null : about.apply(value);
            if (window.size() == WINDOW || (subject != null && subjects.contains(subject))) {
                flush();
            }
            if (subject != null) {
                subjects.add(subject);
            }
            window.add(threads.submit(() -> answered(line, parsed)));
        }

        private LineAnswer answered(int line, Parsed<T> parsed) {
            T value = parsed.value();
            if (value == null) {
                return LineAnswer.of(
                        line, Failures.problem(parsed.fault() == null ? new IllegalStateException() : parsed.fault()));
            }
            try {
                ResponseEntity<?> answer = work.apply(value);
                return new LineAnswer(
                        line,
                        answer.getStatusCode().value(),
                        answer.getHeaders().getETag(),
                        answer.getBody(),
                        null);
            } catch (RuntimeException e) {
                return LineAnswer.of(line, Failures.problem(e));
            }
        }

        /** Every line that was begun is waited for, though nobody may read its answer any more. */
        void flush() throws IOException {
            List<LineAnswer> answers = new ArrayList<>();
            for (Future<LineAnswer> one : window) {
                answers.add(done(one));
            }
            window.clear();
            subjects.clear();
            for (LineAnswer answer : answers) {
                out.write(json.writeValueAsBytes(answer));
                out.write('\n');
            }
            out.flush();
        }

        private static LineAnswer done(Future<LineAnswer> one) {
            try {
                return one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while answering lines", e);
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException("a line was not answered", e);
            }
        }
    }
}
