package fr.unefois.mdm.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server that {@code postmaster.pid} tells of.
 *
 * @param ready whether it takes connections: not while it starts, recovers or stops
 */
record Postmaster(long pid, int port, boolean ready) {
    private static final int PORT_LINE = 3;
    private static final int STATE_LINE = 7;

    /** The live server of this data folder; empty when the file is a leftover, its number perhaps someone else's now. */
    static Optional<Postmaster> of(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.get(0).strip());
        if (!isOurs(pid, data)) {
            return Optional.empty();
        }
        boolean ready =
                lines.size() > STATE_LINE && lines.get(STATE_LINE).strip().equals("ready");
        return Optional.of(
                new Postmaster(pid, Integer.parseInt(lines.get(PORT_LINE).strip()), ready));
    }

    boolean isAlive(Path data) {
        return isOurs(pid, data);
    }

    /** Its command line names our data folder. A zombie has none: it is dead, only not yet buried. */
    private static boolean isOurs(long pid, Path data) {
        try {
            String command = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.UTF_8);
            return List.of(command.split("\0", -1)).contains(data.toString());
        } catch (IOException e) {
            return false;
        }
    }
}
