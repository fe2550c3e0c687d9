package fr.unefois.mdm.api.demo;

import fr.unefois.mdm.api.server.OtherCommand;
import fr.unefois.mdm.command.Command;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import picocli.CommandLine;

/** The demonstration's town under the home folder: its configuration, its sources, and the pull that reads them. */
final class DemoTown {
    private static final String SHIPPED = "demo/config/";

    private final Path folder;

    DemoTown(Path home) {
        this.folder = home.resolve("demo");
    }

    Path config() {
        return folder.resolve("config");
    }

    /** Unpacks the shipped configuration once; what somebody changed since is left alone. */
    void unpack() throws IOException {
        if (Files.isDirectory(config())) {
            return;
        }
        Path draft = Files.createDirectories(folder.resolve("config.new"));
        for (Resource resource :
                new PathMatchingResourcePatternResolver().getResources("classpath*:" + SHIPPED + "**/*.yml")) {
            String url = resource.getURL().toString();
            Path file = draft.resolve(url.substring(url.lastIndexOf(SHIPPED) + SHIPPED.length()));
            Files.createDirectories(file.getParent());
            String text = resource.getContentAsString(StandardCharsets.UTF_8);
            // The demonstration reads its own town, wherever MDM_SOURCES points.
            Files.writeString(file, text.replace("${MDM_SOURCES}", sources().toString()));
        }
        Files.move(draft, config());
    }

    /** Makes the sources unless they are there, and pulls them. */
    int fill(int citizens, @Nullable String database, PrintWriter err) throws IOException {
        if (!hasSources()) {
            int made = run(
                    err, "generate", "--citizens", Integer.toString(citizens), "--out", town().toString(), "--force");
            if (made != Command.DONE) {
                return made;
            }
        }
        List<String> pull = new ArrayList<>(List.of("pull", "--config", config().toString()));
        if (database != null) {
            pull.addAll(List.of("--database", database));
        }
        return run(err, pull.toArray(String[]::new));
    }

    private Path town() {
        return folder.resolve("town");
    }

    private Path sources() {
        return town().resolve("sources").toAbsolutePath();
    }

    private boolean hasSources() throws IOException {
        if (!Files.exists(town().resolve("truth.csv"))) {
            return false;
        }
        try (Stream<Path> files = Files.list(sources())) {
            return files.findAny().isPresent();
        }
    }

    /** Runs a command of another module, found by its name; what it prints goes to stderr, stdout is the demo's own. */
    private static int run(PrintWriter err, String name, String... arguments) {
        CommandLine line = OtherCommand.line(name, err, err);
        PrintStream out = System.out;
        System.setOut(System.err);
        try {
            return line.execute(arguments);
        } finally {
            System.setOut(out);
        }
    }

    private static int run(PrintWriter err, String[] words) {
        return run(err, words[0], java.util.Arrays.copyOfRange(words, 1, words.length));
    }
}
