package fr.unefois.mdm.batch.bench;

import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A base takes a large pull, and is linked anew under another model, while people write into it and read from it. */
public final class LinkBenchmark implements Benchmark {
    private static final String WAIT = "longest wait of a writer";
    private static final double MOST = 2_000;
    private static final double EARLIER = 0.8;
    private static final int CONNECTIONS = 4;
    /** The model of the pull, and one that differs by half a bit: in turns. */
    private static final List<String> MATCH = List.of("0", "0.5");

    @Override
    public String name() {
        return "link";
    }

    @Override
    public String measures() {
        return "a large pull into a filled base, and the base linked under another model; how long those wait who write and"
                + " read meanwhile";
    }

    @Override
    public String lasts() {
        return "two pulls of a million records, and 5 links of four minutes; --size metropole some minutes in all";
    }

    @Override
    public List<String> goals() {
        return List.of("no writer waits for more than 2 s");
    }

    @Override
    public void run(Setting setting, Consumer<Case> told) {
        try (FilledBase base = FilledBase.of(setting, name(), EARLIER);
                Database database =
                        Database.open(DatabaseSettings.embedded(base.home()).withConnections(CONNECTIONS));
                Traffic traffic = new Traffic(base, database.dataSource())) {
            told.accept(pulled(base, traffic));
            Series series = new Series().goal(WAIT, Goal.atMost(MOST));
            for (int run = 1; run <= setting.runs(); run++) {
                Path config = config(base, MATCH.get(run % MATCH.size()));
                during(base, List.of("link", "--config", config.toString(), "--json"), traffic, series);
                setting.progress().accept(String.format(Locale.ROOT, "link, run %d of %d", run, setting.runs()));
            }
            told.accept(new Case(
                    "the same base linked under another model, with the same going on",
                    Launcher.typed(List.of("link", "--config", "CONFIG", "--json")),
                    series.figures(),
                    List.of("what was written meanwhile is linked again before the command ends")));
        }
    }

    private static Case pulled(FilledBase base, Traffic traffic) {
        Series series = new Series().goal(WAIT, Goal.atMost(MOST));
        during(base, List.of("pull", "--config", base.config().toString(), "--json"), traffic, series);
        return new Case(
                String.format(
                        Locale.ROOT,
                        "pull of a fifth of all records into a base of %,d; somebody writes some ten times a second, and"
                                + " somebody reads some fifty times",
                        base.keys().size()),
                Launcher.typed(List.of("pull", "--json")),
                series.figures(),
                List.of("every other write corrects a record, the rest are further records of citizens who are there"));
    }

    /** The configuration of the pull, but for the weight from which on two records are one citizen's. */
    private static Path config(FilledBase base, String match) {
        Path config = base.home().resolve("config-" + match);
        try (Stream<Path> files = Files.walk(base.config())) {
            for (Path file : files.toList()) {
                Path copy = config.resolve(base.config().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.writeString(copy, Files.readString(file).replace("match: 0,", "match: " + match + ","));
                }
            }
            return config;
        } catch (IOException e) {
            throw new Unmeasured(config + " cannot be written", e);
        }
    }

    private static void during(FilledBase base, List<String> words, Traffic traffic, Series series) {
        traffic.start();
        Child child = Child.run(base.launcher(), base.home(), words);
        Traffic.Seen seen = traffic.stop();
        series.add(WAIT, Unit.MILLISECONDS, seen.writes().max())
                .add(
                        "99th percentile of writes",
                        Unit.MILLISECONDS,
                        seen.writes().at(0.99))
                .add("longest wait of a reader", Unit.MILLISECONDS, seen.reads().max())
                .add("99th percentile of reads", Unit.MILLISECONDS, seen.reads().at(0.99))
                .add("written meanwhile", Unit.COUNT, seen.writes().count())
                .add("wall time", Unit.SECONDS, child.seconds())
                .addBytes("peak memory of Java", child.peakBytes());
        Told.phases(child).forEach((phase, seconds) -> series.add("  " + phase, Unit.SECONDS, seconds));
    }
}
