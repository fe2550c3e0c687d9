package fr.unefois.mdm.batch.link;

import fr.unefois.mdm.access.ReferenceKeys;
import fr.unefois.mdm.access.SectorReferences;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.arrive.Walks;
import fr.unefois.mdm.batch.ConfigOption;
import fr.unefois.mdm.batch.ConfiguredSources;
import fr.unefois.mdm.batch.DatabaseOption;
import fr.unefois.mdm.batch.JsonLine;
import fr.unefois.mdm.batch.Linking;
import fr.unefois.mdm.batch.RunLock;
import fr.unefois.mdm.batch.Terminal;
import fr.unefois.mdm.bulk.Relink;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.Models;
import fr.unefois.mdm.store.PostgresBulkBase;
import fr.unefois.mdm.store.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code link}: the whole base anew, under the current model. */
@CommandLine.Command(
        name = "link",
        description = "Links the whole base anew with the configured model, or one that was in force before; the model"
                + " comes into force with what it links, for every process at once.")
public final class LinkCommand implements Command {
    @Option(
            names = "--dry-run",
            description = "Says what would change (merges, splits, reviews) and for how many citizens; writes nothing.")
    boolean dryRun;

    @Option(
            names = "--list",
            paramLabel = "FILE",
            description = "Where to write each merge, split and review as a line of JSON.")
    @Nullable
    Path list;

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            description = "A model version that was in force before, instead of the configured one.")
    @Nullable
    String to;

    @Option(names = "--versions", description = "Prints the model versions that the base was linked under.")
    boolean versions;

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
        Walk configured = ConfiguredSources.read(config.folder()).walk();
        String text = Walk.modelText(config.folder());
        try (Database open = database.open(Role.BATCH);
                Progress progress = Terminal.progress(json, line.getOut())) {
            Models models = Models.open(open.dataSource(), configured, text);
            if (versions) {
                models.kept().forEach(kept -> line.getOut().println(told(kept)));
                return DONE;
            }
            if (dryRun) {
                return link(open.dataSource(), models, progress, line);
            }
            Optional<RunLock> lock = RunLock.tryTake(open.dataSource());
            if (lock.isEmpty()) {
                line.getErr().println("Another pull or link is at work on this base; wait until it has ended.");
                return FAILED;
            }
            RunLock held = lock.get();
            try (held) {
                return link(open.dataSource(), models, progress, line);
            }
        }
    }

    private String told(Models.Kept kept) {
        return json
                ? new JsonLine("version")
                        .with("version", kept.version())
                        .with("since", kept.since().toString())
                        .with("inForce", kept.inForce())
                        .toString()
                : kept.version() + "  since " + kept.since() + (kept.inForce() ? "  in force" : "");
    }

    private PrintWriter listing() {
        try {
            return list == null
                    ? new PrintWriter(Writer.nullWriter())
                    : new PrintWriter(Files.newBufferedWriter(list, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + list, e);
        }
    }

    private int link(DataSource dataSource, Models models, Progress progress, CommandLine line) {
        Optional<Models.Target> asked = to == null ? Optional.of(models.configured()) : models.target(to);
        if (asked.isEmpty()) {
            line.getErr().println(to + ": was never in force here; `mdm link --versions` lists those that were");
            return WRONG_USAGE;
        }
        Models.Target target = asked.get();
        Path home = DatabaseSettings.from(System.getenv(), null).home();
        PostgresBulkBase bulk = new PostgresBulkBase(dataSource, target, !dryRun && models.rekeys(target));
        try (PrintWriter listed = listing()) {
            Differences differences = new Differences(
                    listed, new SectorReferences(ReferenceKeys.load(home, System.getenv()), SectorReferences.CONSOLE));
            WatchedBase base = new WatchedBase(bulk, !dryRun, differences);
            Relink.Report report = new Relink(base, target.walk()).run(progress);
            Models.Target linked = bulk.target().orElse(target);
            if (!dryRun) {
                // What was written meanwhile, still under the version before.
                long ignored = new Linking(dataSource, new Walks.Version(linked.version(), linked.walk()))
                        .pending(report.records(), progress);
            }
            progress.end();
            return tell(linked, new Outcome(report, base.changes()), line);
        }
    }

    private record Outcome(Relink.Report report, Changed changed) {}

    private int tell(Models.Target target, Outcome outcome, CommandLine line) {
        Relink.Report report = outcome.report();
        Changed changed = outcome.changed();
        JsonLine figures = new JsonLine(dryRun ? "dry-run" : "report")
                .with("model", target.version())
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
                                        + " questions to stewards; model " + target.version()
                                        + (dryRun ? " (dry run: nothing written)" : ""));
        return DONE;
    }
}
