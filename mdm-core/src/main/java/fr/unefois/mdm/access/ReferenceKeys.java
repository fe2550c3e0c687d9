package fr.unefois.mdm.access;

import fr.unefois.mdm.config.Fault;
import fr.unefois.mdm.config.InvalidConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The master keys behind all references, by version. The newest makes references; every version is still read, so that
 * a reference once handed out always answers.
 */
public final class ReferenceKeys {
    /** In the service's home; mode 600. A line a key: its version, a blank, 32 bytes in Base64. */
    public static final String FILE = "reference.keys";

    /** Replaces the file: {@code VERSION:BASE64}, several separated by commas. */
    public static final String VARIABLE = "MDM_REFERENCE_KEYS";

    private static final int LENGTH = 32;

    private final SortedMap<Integer, byte[]> byVersion;

    private ReferenceKeys(SortedMap<Integer, byte[]> byVersion) {
        this.byVersion = byVersion;
    }

    /** The keys of the environment, else of the file in the home, which is created with a random key when absent. */
    public static ReferenceKeys load(Path home, Map<String, String> environment) {
        String variable = environment.get(VARIABLE);
        if (variable != null && !variable.isBlank()) {
            return parse(
                    VARIABLE,
                    variable.replace(':', ' ').replace(',', '\n').lines().toList());
        }
        Path file = home.resolve(FILE);
        try {
            create(home, file);
            if (openToOthers(file)) {
                throw invalid(file.toString(), 0, "is readable by others; run chmod 600 on it");
            }
            return parse(file.toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or create " + file, e);
        }
    }

    static ReferenceKeys parse(String origin, List<String> lines) {
        SortedMap<Integer, byte[]> keys = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int blank = line.indexOf(' ');
            try {
                int version = Integer.parseInt(line.substring(0, Math.max(blank, 0)));
                byte[] key =
                        Base64.getDecoder().decode(line.substring(blank + 1).strip());
                if (version < 1 || version > 255 || key.length != LENGTH || keys.put(version, key) != null) {
                    throw new IllegalArgumentException();
                }
            } catch (IllegalArgumentException e) {
                throw invalid(origin, i + 1, "write a version from 1 to 255, once each, and 32 bytes in Base64");
            }
        }
        if (keys.isEmpty()) {
            throw invalid(origin, 0, "holds no key");
        }
        return new ReferenceKeys(keys);
    }

    int newest() {
        return byVersion.lastKey();
    }

    Set<Integer> versions() {
        return byVersion.keySet();
    }

    /** The sector's own key under one version of the master key: knowing it tells nothing of another sector's. */
    byte[] sectorKey(int version, String sector) {
        return derived(version, "unefois sector reference", sector, 16);
    }

    byte[] derived(int version, String salt, String info, int length) {
        byte[] master = byVersion.get(version);
        if (master == null) {
            throw new IllegalArgumentException("no reference key of version " + version);
        }
        return Hkdf.sha256(master, salt, info, length);
    }

    private static void create(Path home, Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(home);
        Path draft = Files.createTempFile(home, FILE, null, owner());
        Files.write(draft, ("1 " + Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII));
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was first; its key counts.
        } finally {
            Files.delete(draft);
        }
    }

    private static java.nio.file.attribute.FileAttribute<Set<PosixFilePermission>> owner() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    private static boolean openToOthers(Path file) throws IOException {
        return Files.getPosixFilePermissions(file).stream()
                .anyMatch(permission -> !permission.name().startsWith("OWNER"));
    }

    private static InvalidConfiguration invalid(String origin, int line, String message) {
        return new InvalidConfiguration(List.of(new Fault(origin, line, message)));
    }

    @Override
    public String toString() {
        return "ReferenceKeys" + versions();
    }
}
