package fr.unefois.mdm.batch.generate;

import fr.unefois.mdm.command.Command;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a synthetic town. */
@CommandLine.Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a synthetic French town: DIR/sources/*.csv, what nine systems say of its citizens, each in its own"
                    + " layout; DIR/all.csv, the same rows unified, the truth last; DIR/truth.csv.",
            "The same citizens, seed and errors give the same bytes, on any machine."
        })
public final class GenerateCommand implements Command {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--citizens",
            paramLabel = "N",
            defaultValue = "5000",
            description = "How many citizens (default: ${DEFAULT-VALUE}).")
    private int citizens;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Another seed is another town (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "An empty or a new folder.")
    private Path out = Path.of("");

    @Option(
            names = "--errors",
            paramLabel = "LEVEL",
            defaultValue = "medium",
            converter = ErrorLevel.Reader.class,
            description = "How carelessly the sources are kept: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ErrorLevel errors = ErrorLevel.MEDIUM;

    @Option(names = "--force", description = "Overwrite a town in a folder that is not empty; other files are left.")
    private boolean force;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads compose (default: one for each processor); the bytes do not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (citizens < Town.FEWEST || citizens > Town.MOST) {
            return refused("--citizens must be between %d and %d".formatted(Town.FEWEST, Town.MOST));
        }
        if (threads < 1) {
            return refused("--threads must be at least 1");
        }
        try {
            if (Files.exists(out) && !Files.isDirectory(out)) {
                return refused("--out %s is a file; name a folder".formatted(out));
            }
            if (!force && !isEmpty(out)) {
                return refused("--out %s is not empty; name another folder, or add --force".formatted(out));
            }
            Told told = new Told(err);
            new TownPress(new Town(citizens, seed, errors), threads, told).print(out);
            told.done();
            return DONE;
        } catch (IOException e) {
            err.println("generate: cannot write the town under %s: %s".formatted(out, reason(e)));
            return FAILED;
        }
    }

    private int refused(String reason) {
        spec.commandLine().getErr().println("generate: " + reason);
        return WRONG_USAGE;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemException file && file.getReason() == null) {
            return e.getClass().getSimpleName() + " " + file.getFile();
        }
        return String.valueOf(e.getMessage());
    }

    /** A line for each tenth of the town. */
    private final class Told implements TownPress.Progress {
        private final PrintWriter err;
        private int tenths;
        private int citizensWritten;
        private long rowsWritten;

        Told(PrintWriter err) {
            this.err = err;
        }

        @Override
        public void written(int citizensSoFar, long rowsSoFar) {
            citizensWritten = citizensSoFar;
            rowsWritten = rowsSoFar;
            int reached = (int) (10L * citizensSoFar / citizens);
            if (reached > tenths && reached < 10) {
                tenths = reached;
                tell("generate: %d %%, %,d citizens, %,d rows");
            }
        }

        void done() {
            err.println("generate: %,d citizens in %,d rows of %d sources, under %s"
                    .formatted(citizensWritten, rowsWritten, SourceSystem.ALL.size(), out));
            err.flush();
        }

        private void tell(String form) {
            err.println(String.format(Locale.ROOT, form, tenths * 10, citizensWritten, rowsWritten));
            err.flush();
        }
    }
}
