package fr.unefois.mdm.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Who uses a home: each process holds a shared lock on {@code users.lock}, which the system lets go when the process
 * dies. A process opens the file once, however many users it has: closing it a second time would drop the lock.
 */
final class UseLock {
    private static final Map<Path, UseLock> HELD = new HashMap<>();

    private final FileChannel channel;
    private int users;

    private UseLock(FileChannel channel) {
        this.channel = channel;
    }

    static synchronized void enter(Path folder) throws IOException {
        UseLock lock = HELD.get(folder);
        if (lock == null) {
            FileChannel channel = FileChannel.open(
                    folder.resolve("users.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            channel.lock(0, Long.MAX_VALUE, true);
            lock = new UseLock(channel);
            HELD.put(folder, lock);
        }
        lock.users++;
    }

    /** Leaves, and tells whether nobody is left: no other user in this process, and no other process. */
    static synchronized boolean leave(Path folder) throws IOException {
        UseLock lock = HELD.get(folder);
        if (lock == null || --lock.users > 0) {
            return false;
        }
        HELD.remove(folder);
        lock.channel.close();
        try (FileChannel again = FileChannel.open(folder.resolve("users.lock"), StandardOpenOption.WRITE);
                FileLock alone = again.tryLock()) {
            return alone != null;
        }
    }
}
