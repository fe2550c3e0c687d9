package fr.unefois.mdm.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The full traces of failed commands, under {@code $MDM_HOME/logs}, without arguments and without citizens' values. */
final class FailureLog {
    private final Path file;

    FailureLog(Path home) {
        this.file = home.resolve("logs").resolve("failures.log");
    }

    /** Appends one failure and returns the file. */
    Path write(String command, Throwable thrown) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .append(' ')
                .append(command)
                .append(" on Java ")
                .append(Runtime.version())
                .append('\n');
        append(text, "", thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void append(StringBuilder text, String label, @Nullable Throwable e, Set<Throwable> seen) {
        if (e == null || !seen.add(e)) {
            return;
        }
        text.append(label).append(Telling.name(e));
        String message = Telling.message(e);
        text.append(message.isEmpty() ? "" : ": " + message).append('\n');
        for (StackTraceElement frame : e.getStackTrace()) {
            text.append("    at ").append(frame).append('\n');
        }
        append(text, "Caused by: ", e.getCause(), seen);
        for (Throwable suppressed : e.getSuppressed()) {
            append(text, "Suppressed: ", suppressed, seen);
        }
    }
}
