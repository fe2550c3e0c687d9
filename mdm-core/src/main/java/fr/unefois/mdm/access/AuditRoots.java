package fr.unefois.mdm.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The seals' roots outside the base, a line each: number, instant, root. It belongs on another host, where lines can be
 * added and none changed.
 */
public final class AuditRoots {
    public static final String FILE = "audit.roots";

    private final Path file;

    public AuditRoots(Path file) {
        this.file = file;
    }

    /**
     * A line whose writing was cut short is passed over: the same follows it whole, or will. So is one that two processes
     * wrote both.
     *
     * @throws IllegalArgumentException naming the first line that is none of ours
     */
    public Map<Long, Digest> read() {
        Map<Long, Digest> roots = new TreeMap<>();
        List<String> lines = List.of(text().split("\n", -1));
        for (int i = 0; i < lines.size() - 1; i++) {
            if (!lines.get(i + 1).startsWith(lines.get(i)) || i == lines.size() - 2) {
                add(roots, i + 1, lines.get(i));
            }
        }
        return roots;
    }

    private void add(Map<Long, Digest> roots, int number, String line) {
        String[] parts = line.split(" ", -1);
        try {
            if (parts.length != 3) {
                throw new IllegalArgumentException();
            }
            Digest root = Digest.parse(parts[2]);
            Digest before = roots.putIfAbsent(Long.valueOf(parts[0]), root);
            if (before != null && !before.equals(root)) {
                throw new IllegalArgumentException("an earlier line has another root of this number");
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + ":" + number + ": not a number, an instant and a root, or not of that number alone", e);
        }
    }

    /** The number of the last seal whose root is there; 0 for none. */
    public long last() {
        return read().keySet().stream().reduce((earlier, later) -> later).orElse(0L);
    }

    public void append(AuditSeal seal) {
        try {
            Files.writeString(
                    file,
                    begin() + seal.no() + " " + seal.at() + " " + seal.root() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** What was cut short keeps a line to itself: of a file that only grows, nothing can be taken back. */
    private String begin() {
        String text = text();
        return text.isEmpty() || text.endsWith("\n") ? "" : "\n";
    }

    private String text() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
