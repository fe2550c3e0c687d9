package fr.unefois.mdm.batch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The first {@code pull} of a town into an installation of its own, from nothing to golden records in PostgreSQL. */
public final class LoadBenchmark implements Benchmark {
    private static final String WALL = "wall time";
    private static final String DISK = "disk a record";
    /** Every source contributes there, so every record becomes part of a golden record. */
    static final String CONFIG = "examples/metropole/config";

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String measures() {
        return "the first pull of nine sources into an empty installation, to golden records in PostgreSQL";
    }

    @Override
    public String lasts() {
        return "5 pulls of a million records; --size metropole some minutes";
    }

    @Override
    public List<String> goals() {
        return List.of("1m: ≤ 30 s (aim 20), the database's creation included; ≤ 3,000 bytes on disk a record");
    }

    @Override
    public void run(Setting setting, Consumer<Case> told) {
        if (setting.data().file().isPresent()) {
            throw new Unmeasured("load pulls the sources of a generated town; choose one by --size, without --file");
        }
        Path config = setting.launcher().root().resolve(CONFIG);
        if (!Files.isDirectory(config)) {
            throw new Unmeasured(config + " is missing: load needs the project's folder, not the jar alone");
        }
        try (Town town = Town.of(setting)) {
            Series series = new Series();
            if (setting.data().size() == TownSize.MILLION) {
                series.goal(WALL, Goal.atMost(30));
            }
            series.goal(DISK, Goal.atMost(3_000));
            long records = 0;
            for (int run = 1; run <= setting.runs(); run++) {
                records = load(setting, town, config, series);
                setting.progress().accept(String.format(Locale.ROOT, "load, run %d of %d", run, setting.runs()));
            }
            told.accept(new Case(
                    String.format(Locale.ROOT, "first pull of %,d records", records),
                    "MDM_SOURCES=town/sources " + Launcher.typed(words(Path.of(CONFIG))),
                    series.figures(),
                    Stream.concat(
                                    series.remarks().stream(),
                                    Stream.of(
                                            "disk: the data folder after the server's stop, without its log of changes,"
                                                    + " which does not grow with the records"))
                            .toList()));
        }
    }

    private static List<String> words(Path config) {
        return List.of("pull", "--config", config.toString(), "--json");
    }

    /** Returns how many records are in the base: read back from it, not as the pull says. */
    private static long load(Setting setting, Town town, Path config, Series series) {
        Path home = setting.launcher().folder("home");
        Path data = home.resolve("database/data");
        Launcher launcher = setting.launcher()
                .with("MDM_HOME", home.toString())
                .with("MDM_SOURCES", town.sources().toString())
                .with("MDM_DATABASE_URL", "");
        PostgresMemory postgres = new PostgresMemory(data);
        try {
            Child pull = Child.run(launcher, home, words(config), postgres);
            Child.run(launcher, home, List.of("export", "--clusters", "clusters.csv"));
            Child.run(launcher, home, List.of("stop"));
            long records = lines(home.resolve("clusters.csv")) - 1;
            long log = bytes(data.resolve("pg_wal"));
            series.add(WALL, Unit.SECONDS, pull.seconds())
                    .add("records a second", Unit.PER_SECOND, records / pull.seconds())
                    .add("CPU time of Java", Unit.SECONDS, pull.cpuSeconds())
                    .addBytes("peak memory of Java", pull.peakBytes())
                    .addBytes("peak memory of PostgreSQL", postgres.peak())
                    .add(DISK, Unit.BYTES, (double) (bytes(data) - log) / records)
                    .add("log of changes on disk", Unit.GIGABYTES, Unit.gigabytes(log));
            Told.phases(pull).forEach((phase, seconds) -> series.add("  " + phase, Unit.SECONDS, seconds));
            return records;
        } catch (IOException e) {
            throw new Unmeasured(home + " cannot be read", e);
        } finally {
            launcher.stop(home);
            Town.delete(home);
        }
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(path);
            }
        }
        return bytes;
    }
}
