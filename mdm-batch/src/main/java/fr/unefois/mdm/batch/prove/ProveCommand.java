package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.batch.ConfigOption;
import fr.unefois.mdm.batch.ConfiguredSources;
import fr.unefois.mdm.batch.JsonLine;
import fr.unefois.mdm.batch.prove.Promise.Finding;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.store.PostgresBase;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prove}: the promises of the design, tried on a base of their own. */
@CommandLine.Command(
        name = "prove",
        description =
                "Tries the seven promises, scaled down, on an empty base of its own that it removes afterwards: what was"
                        + " promised, what was tried, what was found; 1 where one is broken.")
public final class ProveCommand implements Command {
    private static final int USUAL = 3;
    private static final int FULL = 60;

    static final List<Promise> PROMISES = List.of(
            new OrderDoesNotMatter(),
            new NothingIsDestroyed(),
            new JudgementsOutrankTheModel(),
            new ReferencesAnswer(),
            new TwinsEndUpOne(),
            new DecisionsExplainThemselves(),
            new DoubtIsWithheld());

    @Option(names = "--full", description = "Tries " + FULL / USUAL + " times as much: some ten minutes.")
    boolean full;

    @Option(names = "--json", description = "Prints JSON lines.")
    boolean json;

    @Mixin
    ConfigOption config = new ConfigOption();

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Walk walk = ConfiguredSources.read(config.folder()).walk();
        try (OwnBase own = OwnBase.open()) {
            return prove(
                    new Ground(own.dataSource(), new PostgresBase(own.dataSource()), walk, full ? FULL : USUAL), line);
        }
    }

    private int prove(Ground ground, CommandLine line) throws Exception {
        int broken = 0;
        for (Promise promise : PROMISES) {
            long began = System.nanoTime();
            Finding finding = promise.tryOn(ground);
            double seconds = (System.nanoTime() - began) / 1e9;
            line.getOut().println(json ? event(promise, finding, seconds) : row(promise, finding, seconds));
            line.getOut().flush();
            broken += finding.kept() ? 0 : 1;
        }
        if (broken > 0) {
            line.getErr().println("prove: " + broken + " of " + PROMISES.size() + " promises are broken");
            return FAILED;
        }
        return DONE;
    }

    private static String row(Promise promise, Finding finding, double seconds) {
        return "%s  %s (%.1f s)%n        tried: %s%n        found: %s"
                .formatted(
                        finding.kept() ? "kept  " : "BROKEN",
                        promise.words(),
                        seconds,
                        finding.tried(),
                        finding.found());
    }

    private static JsonLine event(Promise promise, Finding finding, double seconds) {
        return new JsonLine("promise")
                .with("promised", promise.words())
                .with("tried", finding.tried())
                .with("found", finding.found())
                .with("kept", finding.kept())
                .with("seconds", Math.round(seconds * 10) / 10.0);
    }
}
