package fr.unefois.mdm.store.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whole folders at once. */
final class Trees {
    private Trees() {}

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Gives a folder and all in it to a user, where it is not that user's already. */
    static void own(Path folder, int uid) throws IOException {
        if (!Files.exists(folder) || uid(folder) == uid) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            // The folder itself comes last, so that a giving that was cut short starts again.
            Iterator<Path> inside = tree.filter(path -> !path.equals(folder)).iterator();
            while (inside.hasNext()) {
                give(inside.next(), uid);
            }
        }
        give(folder, uid);
    }

    private static void give(Path path, int uid) throws IOException {
        Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether we may change the folder's permissions. */
    static boolean mayChange(Path folder) throws IOException {
        return Account.isRoot() || uid(folder) == Account.ownUid();
    }

    static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }
}
