package fr.unefois.mdm.batch.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How benchmarks are to be run, and over what. */
final class SettingOptions {
    private static final int RUNS = 5;

    @Option(names = "--runs", paramLabel = "N", description = "How many runs a figure is the median of (default: 5).")
    int runs = RUNS;

    @Option(names = "--size", paramLabel = "SIZE", description = "The generated town: metropole, 1m (default) or 10m.")
    String size = TownSize.MILLION.word();

    @Option(names = "--file", paramLabel = "FILE", description = "Measure on this file instead; without goals.")
    @Nullable
    Path file;

    @Option(names = "--id", paramLabel = "COLUMN", description = "The file's column of the row's id (default: id).")
    String id = "id";

    @Option(
            names = "--truth",
            paramLabel = "COLUMN",
            description = "The file's column of the real person, to score by.")
    @Nullable
    String truth;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "The model that is given (default: one is estimated beforehand, not timed).")
    @Nullable
    Path model;

    @Option(names = "--java", paramLabel = "DIR", description = "The Java to measure (default: the launcher's choice).")
    @Nullable
    Path java;

    @Option(names = "--heap", paramLabel = "SIZE", description = "The largest heap of what is measured, such as 1g.")
    String heap = "";

    /** @throws ParameterException for an option that is wrong, with what is right */
    Setting setting(CommandLine line) {
        if (runs < 1) {
            throw wrong(line, "--runs must be at least 1");
        }
        TownSize town = Arrays.stream(TownSize.values())
                .filter(known -> known.word().equals(size))
                .findFirst()
                .orElseThrow(
                        () -> wrong(line, "--size " + size + ": is none of " + String.join(", ", TownSize.words())));
        if (file == null && truth != null) {
            throw wrong(line, "--truth names a column of --file");
        }
        for (Path path : new Path[] {file, model}) {
            if (path != null && !Files.isRegularFile(path)) {
                throw wrong(line, path + ": is no file");
            }
        }
        if (java != null && !Files.isExecutable(java.resolve("bin/java"))) {
            throw wrong(line, "--java " + java + ": has no bin/java; name a Java's home folder");
        }
        Launcher launcher = Launcher.in(System.getenv())
                .orElseThrow(() -> wrong(line, "it measures what the launcher runs: start it as ./mdm bench"));
        if (java != null) {
            launcher = launcher.with("MDM_JAVA", java.toAbsolutePath().toString());
        }
        if (!heap.isEmpty()) {
            launcher = launcher.with(Setting.HEAP, heap);
        }
        PrintWriter err = line.getErr();
        return new Setting(
                runs,
                new Setting.Data(
                        town, Optional.ofNullable(file), id, Optional.ofNullable(truth), Optional.ofNullable(model)),
                launcher,
                Optional.ofNullable(java),
                told -> {
                    err.println("bench: " + told);
                    err.flush();
                });
    }

    private static ParameterException wrong(CommandLine line, String message) {
        return new ParameterException(line, message);
    }
}
