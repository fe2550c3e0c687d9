package fr.unefois.mdm.batch.pull;

import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.batch.ConfigOption;
import fr.unefois.mdm.batch.ConfiguredSources;
import fr.unefois.mdm.batch.DatabaseOption;
import fr.unefois.mdm.batch.RunLock;
import fr.unefois.mdm.batch.Terminal;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.connectors.ConfiguredSource;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.Models;
import fr.unefois.mdm.store.Role;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pull}: from the sources to golden records. */
@CommandLine.Command(
        name = "pull",
        description = "Reads the sources and brings the base up to date: new, changed and deleted records, linked.")
public final class PullCommand implements Command {
    @Parameters(paramLabel = "SOURCE", arity = "0..*", description = "Sources to read (default: all).")
    List<String> names = List.of();

    @Option(names = "--full", description = "Takes every record for changed. The deletion guard stays.")
    boolean full;

    @Option(names = "--dry-run", description = "Reads and counts; writes nothing.")
    boolean dryRun;

    @Option(
            names = "--accept-deletions",
            description = "Deletes what a source no longer has, even where it is more than a tenth of it.")
    boolean acceptDeletions;

    @Option(
            names = "--wait",
            description = "Where another pull or link is at work on the base, waits for its end instead of giving up.")
    boolean waiting;

    @Option(names = "--json", description = "Prints JSON lines: progress, and the report last.")
    boolean json;

    @Mixin
    ConfigOption config = new ConfigOption();

    @Mixin
    DatabaseOption database = new DatabaseOption();

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        ConfiguredSources configured = ConfiguredSources.read(config.folder());
        List<ConfiguredSource> sources = configured.named(names);
        try (Database open = database.open(Role.BATCH);
                Progress progress = Terminal.progress(json, line.getOut())) {
            if (dryRun) {
                return tell(new DryPull(open.dataSource(), progress).run(sources, full), line);
            }
            Optional<RunLock> lock =
                    waiting ? Optional.of(RunLock.take(open.dataSource())) : RunLock.tryTake(open.dataSource());
            if (lock.isEmpty()) {
                line.getErr().println("Another pull or link is at work on this base; wait until it has ended.");
                return FAILED;
            }
            RunLock held = lock.get();
            try (held) {
                PullRequest request = new PullRequest(full, acceptDeletions, "command");
                Models models = Models.open(open.dataSource(), configured.walk(), Walk.modelText(config.folder()));
                if (models.isBehind()) {
                    line.getErr()
                            .println("The configured model is not in force on this base: going on with "
                                    + models.inForce().name() + "; `mdm link` brings it into force.");
                }
                PullReport report = new Pull(open.dataSource(), models, progress).run(sources, request);
                if (models.isOutgrown()) {
                    line.getErr()
                            .println("The base has outgrown its model: the more records, the rarer a match, and the"
                                    + " more it takes to link. `mdm link` links it anew (`--dry-run` says what would"
                                    + " change).");
                }
                return tell(report, line);
            }
        }
    }

    private int tell(PullReport report, CommandLine line) {
        PrintWriter err = line.getErr();
        report.failures().forEach(err::println);
        report.sources().forEach(source -> source.remarks().forEach(err::println));
        if (json) {
            line.getOut().println(report.json());
        } else {
            report.lines().forEach(line.getOut()::println);
        }
        return report.failures().isEmpty() ? DONE : FAILED;
    }
}
