package fr.unefois.mdm.batch.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside its place and moves it there whole, so that nobody ever reads half of it. */
final class FileInPlace {
    private FileInPlace() {}

    @FunctionalInterface
    interface Body {
        long write(Writer out) throws IOException;
    }

    /** Answers what the body answers. */
    static long write(Path file, Body body) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            // A pipe or a device takes what it is given.
            try (Writer out = Files.newBufferedWriter(target)) {
                return body.write(out);
            }
        }
        Path draft = target.resolveSibling(target.getFileName() + ".part");
        try {
            long written;
            try (Writer out = Files.newBufferedWriter(draft)) {
                written = body.write(out);
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
