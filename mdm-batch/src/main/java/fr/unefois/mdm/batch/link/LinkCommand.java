package fr.unefois.mdm.batch.link;

import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.batch.ConfigOption;
import fr.unefois.mdm.batch.ConfiguredSources;
import fr.unefois.mdm.batch.DatabaseOption;
import fr.unefois.mdm.batch.JsonLine;
import fr.unefois.mdm.batch.RunLock;
import fr.unefois.mdm.batch.Terminal;
import fr.unefois.mdm.bulk.Relink;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.PostgresBulkBase;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code link}: the whole base anew, under the current model. */
@CommandLine.Command(name = "link", description = "Links the whole base anew with the current model.")
public final class LinkCommand implements Command {
    @Option(
            names = "--dry-run",
            description = "Says what would change (merges, splits, reviews) and for how many citizens; writes nothing.")
    boolean dryRun;

    @Option(names = "--json", description = "Prints JSON lines.")
    boolean json;

    @Mixin
    ConfigOption config = new ConfigOption();

    @Mixin
    DatabaseOption database = new DatabaseOption();

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Walk walk = ConfiguredSources.read(config.folder()).walk();
        try (Database open = database.open();
                Progress progress = Terminal.progress(json, line.getOut())) {
            if (dryRun) {
                return tell("would", trial(open.dataSource(), walk, progress), line);
            }
            Optional<RunLock> lock = RunLock.tryTake(open.dataSource());
            if (lock.isEmpty()) {
                line.getErr().println("Another pull or link is at work on this base; wait until it has ended.");
                return FAILED;
            }
            RunLock held = lock.get();
            try (held) {
                WatchedBase base = new WatchedBase(new PostgresBulkBase(open.dataSource()), true);
                Relink.Report report = new Relink(base, walk).run(progress);
                progress.end();
                return tell("did", new Outcome(report, base.changes()), line);
            }
        }
    }

    private static Outcome trial(DataSource dataSource, Walk walk, Progress progress) {
        WatchedBase base = new WatchedBase(new PostgresBulkBase(dataSource), false);
        Relink.Report report = new Relink(base, walk).run(progress);
        progress.end();
        return new Outcome(report, base.changes());
    }

    private record Outcome(Relink.Report report, Changed changed) {}

    private int tell(String event, Outcome outcome, CommandLine line) {
        Relink.Report report = outcome.report();
        Changed changed = outcome.changed();
        JsonLine figures = new JsonLine(event.equals("did") ? "report" : "dry-run")
                .with("records", report.records())
                .with("candidatePairs", report.candidatePairs())
                .with("clusters", report.clusters())
                .with("created", changed.created())
                .with("merged", changed.merged())
                .with("split", changed.split())
                .with("retired", changed.retired())
                .with("changed", changed.changed())
                .with("citizens", changed.citizens())
                .with("toReview", report.toReview());
        line.getOut()
                .println(
                        json
                                ? figures.toString()
                                : report.records() + " records, " + report.candidatePairs() + " pairs compared, "
                                        + report.clusters() + " citizens; " + changed.created() + " created, "
                                        + changed.merged() + " merged, " + changed.split() + " split, "
                                        + changed.retired() + " retired, " + changed.changed() + " with other values: "
                                        + changed.citizens() + " citizens touched; " + report.toReview()
                                        + " pairs to review"
                                        + (event.equals("did") ? "" : " (dry run: nothing written)"));
        return DONE;
    }
}
