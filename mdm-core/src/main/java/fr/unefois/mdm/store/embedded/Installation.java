package fr.unefois.mdm.store.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the archive that the jar carries. */
record Installation(Path folder) {
    /** The shipped version; a newer jar unpacks beside an older one. */
    private static final String NAME = "postgresql-18.6.0";

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final int ANY_EXECUTE = 0111;

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Unpacked once; a half-unpacked folder has another name and is thrown away. */
    static Installation under(Path parent) throws IOException {
        Path folder = parent.resolve(NAME);
        if (!Files.isDirectory(folder)) {
            Path fresh = parent.resolve(NAME + ".new");
            Trees.delete(fresh);
            unpack(fresh);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Installation(folder);
    }

    private static void unpack(Path into) throws IOException {
        String archive = archive();
        try (InputStream packed = Installation.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new EmbeddedFailure("this build carries no PostgreSQL for "
                        + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                        + "; use an existing PostgreSQL 15 or later: --database jdbc:postgresql://HOST:PORT/NAME");
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(into, entry, tar);
                }
            }
        }
    }

    private static String archive() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (arch) {
            case "aarch64", "arm64" -> "/postgres-linux-arm_64.txz";
            case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
            default -> "/postgres-linux-" + arch + ".txz";
        };
    }

    private static void unpack(Path into, TarArchiveEntry entry, InputStream content) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("the archive of PostgreSQL has an entry outside its folder");
        }
        if (entry.isDirectory()) {
            createFolder(target);
            return;
        }
        createFolder(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((entry.getMode() & ANY_EXECUTE) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        Files.setPosixFilePermissions(target, permissions);
    }

    /** Readable by all, whatever the umask: the server may run as another user. */
    private static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.getParent();
            if (parent != null) {
                createFolder(parent);
            }
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }
}
