package fr.unefois.mdm.connectors.csv;

import fr.unefois.mdm.connectors.csv.LineScanner.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines that can be looked at before they are taken. */
final class LineQueue {
    private final LineScanner lines;
    private final List<Line> ahead = new ArrayList<>();

    LineQueue(LineScanner lines) {
        this.lines = lines;
    }

    @Nullable
    Line take() {
        return ahead.isEmpty() ? lines.next() : ahead.remove(0);
    }

    /** The line that {@code take} would give after {@code skipped} others; null after the last. */
    @Nullable
    Line look(int skipped) {
        while (ahead.size() <= skipped) {
            Line line = lines.next();
            if (line == null) {
                return null;
            }
            ahead.add(line);
        }
        return ahead.get(skipped);
    }

    void drop(int count) {
        ahead.subList(0, count).clear();
    }
}
