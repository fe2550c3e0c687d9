package fr.unefois.mdm.batch.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The launcher that started this process: what is measured is what a user types.
 *
 * @param script {@code mdm} itself
 * @param work a folder for what can be made again
 * @param environment what is set for every command beside this process's own environment
 */
public record Launcher(Path script, Path work, Map<String, String> environment) {
    private static final String SCRIPT = "MDM_LAUNCHER";
    private static final String WORK = "MDM_WORK";

    public Launcher {
        environment = Map.copyOf(environment);
    }

    /** The launcher as the environment tells of it; empty where Java was started by hand. */
    static Optional<Launcher> in(Map<String, String> environment) {
        String script = environment.getOrDefault(SCRIPT, "");
        String work = environment.getOrDefault(WORK, "");
        return script.isEmpty() || work.isEmpty()
                ? Optional.empty()
                : Optional.of(new Launcher(Path.of(script), Path.of(work), Map.of()));
    }

    /** The same with one more variable. */
    Launcher with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Launcher(script, work, more);
    }

    /** The folder of the sources, or of the installation. */
    Path root() {
        return Objects.requireNonNull(script.toAbsolutePath().getParent());
    }

    /** A new folder of its own for one benchmark. */
    Path folder(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(work.resolve("bench")), name + "-");
        } catch (IOException e) {
            throw new Unmeasured(work + " cannot be written", e);
        }
    }

    /** Starts a command there; what it says to either stream comes out of one. */
    Process start(Path folder, List<String> words) {
        List<String> command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new Unmeasured(script + " cannot be run", e);
        }
    }

    /** Whatever happened before, no server is left behind. */
    void stop(Path home) {
        try {
            start(home, List.of("stop")).waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command as it would be typed. */
    static String typed(List<String> words) {
        return "./mdm " + String.join(" ", words);
    }
}
