package fr.unefois.mdm.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The jar that was just built, run by the launcher as anybody would, with a state folder of its own. */
final class BuiltJar {
    private static final long PATIENCE_IN_MINUTES = 10;
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final Path home;
    private final Map<String, String> environment;

    BuiltJar(Path home) {
        this(home, Map.of());
    }

    private BuiltJar(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /** The same jar, run with environment variables that say otherwise. */
    BuiltJar with(Map<String, String> variables) {
        return new BuiltJar(home, variables);
    }

    /** What a program said and how it ended. */
    record Outcome(int exitCode, String out, String err) {}

    Outcome mdm(String... arguments) throws IOException, InterruptedException {
        return run(launcher(arguments));
    }

    /** Starts a command and leaves it at work. */
    Process start(Path out, String... arguments) throws IOException {
        return builder(launcher(arguments), out, Path.of("/dev/null")).start();
    }

    private static List<String> launcher(String... arguments) {
        List<String> words = new ArrayList<>(List.of("sh", ROOT.resolve("mdm").toString()));
        words.addAll(List.of(arguments));
        return words;
    }

    Outcome sh(String script) throws IOException, InterruptedException {
        return run(List.of("sh", "-euc", script));
    }

    /** The accounts that the demonstration made up. */
    Map<String, String> credentials() throws IOException {
        Map<String, String> variables = new HashMap<>();
        for (String line : Files.readAllLines(home.resolve("demo.env"))) {
            variables.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return variables;
    }

    private Outcome run(List<String> words) throws IOException, InterruptedException {
        // Files, not pipes: what a command leaves running in the background would keep a pipe open.
        Path out = Files.createTempFile(home, "out", ".txt");
        Path err = Files.createTempFile(home, "err", ".txt");
        Process process = builder(words, out, err).start();
        if (!process.waitFor(PATIENCE_IN_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(words + " did not end; it said " + Files.readString(err));
        }
        return new Outcome(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private ProcessBuilder builder(List<String> words, Path out, Path err) {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(ROOT.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .putAll(Map.of(
                        "MDM_HOME", home.toString(),
                        "MDM_JAR", Path.of("target/mdm.jar").toAbsolutePath().toString(),
                        "MDM_JAVA", System.getProperty("java.home")));
        builder.environment().putAll(environment);
        return builder;
    }
}
