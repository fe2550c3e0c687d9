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

    /** @throws IllegalArgumentException naming the first line that is none of ours */
    public Map<Long, Digest> read() {
        Map<Long, Digest> roots = new TreeMap<>();
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split(" ", -1);
            try {
                if (parts.length != 3 || roots.put(Long.valueOf(parts[0]), Digest.parse(parts[2])) != null) {
                    throw new IllegalArgumentException();
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ":" + (i + 1) + ": not a number, an instant and a root", e);
            }
        }
        return roots;
    }

    /** The number of the last seal whose root is there; 0 for none. */
    public long last() {
        return read().keySet().stream().reduce((earlier, later) -> later).orElse(0L);
    }

    public void append(AuditSeal seal) {
        try {
            Files.writeString(
                    file,
                    seal.no() + " " + seal.at() + " " + seal.root() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
