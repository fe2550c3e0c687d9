package fr.unefois.mdm.batch.dedupe.file;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The rows with more or fewer fields than the header.
 *
 * @param lines where the first of them begin
 */
public record Uneven(long count, List<Long> lines) {
    static final int NAMED = 5;

    public Uneven {
        lines = List.copyOf(lines);
    }

    /** Where they are: {@code lines 3, 17, …}. */
    public String where() {
        return (count == 1 ? "line " : "lines ")
                + lines.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + (count > lines.size() ? ", …" : "");
    }
}
