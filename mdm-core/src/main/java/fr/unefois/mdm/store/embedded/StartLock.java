package fr.unefois.mdm.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds {@code start.lock} while a server is started or stopped: one process, and in it one thread, at a time. */
final class StartLock {
    private StartLock() {}

    interface Work<T> {
        T run() throws IOException;
    }

    static synchronized <T> T hold(Path folder, Work<T> work) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel channel = FileChannel.open(
                        folder.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("the lock on " + folder + " was lost");
            }
            return work.run();
        }
    }
}
