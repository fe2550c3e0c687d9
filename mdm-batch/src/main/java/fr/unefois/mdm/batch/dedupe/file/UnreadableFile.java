package fr.unefois.mdm.batch.dedupe.file;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file cannot be read; the message says where, why and what to do, in one line that holds no citizen's value. */
public final class UnreadableFile extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    UnreadableFile(Path path, String what) {
        super(path + ": " + what);
    }

    /** @param line 1-based */
    UnreadableFile(Path path, long line, String what) {
        super(path + ":" + line + ": " + what);
    }

    static UnreadableFile because(Path path, IOException e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new UnreadableFile(path, "cannot be read: " + why);
    }
}
