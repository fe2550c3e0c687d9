package fr.unefois.mdm.bench;

import fr.unefois.mdm.batch.bench.Benchmark;
import fr.unefois.mdm.batch.bench.Case;
import fr.unefois.mdm.batch.bench.Goal;
import fr.unefois.mdm.batch.bench.Series;
import fr.unefois.mdm.batch.bench.Setting;
import fr.unefois.mdm.batch.bench.Unit;
import fr.unefois.mdm.batch.bench.Unmeasured;
import fr.unefois.mdm.compare.TextComparisons;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Comparisons of two texts, by JMH; {@code --runs} are its measured iterations in each of its processes. */
public final class CompareBenchmark implements Benchmark {
    private static final String JARO_WINKLER = "Jaro-Winkler";
    private static final String ONE_EDIT = "at most one edit";
    private static final double MILLION = 1e6;

    /** By the method that measures it, how the figure is called. */
    private static final Map<String, String> FIGURES = Map.of(
            "jaroWinkler", JARO_WINKLER,
            "jaroWinklerOfCommonsText", "Jaro-Winkler, Commons Text",
            "atMostOneEdit", ONE_EDIT,
            "atMostOneEditOfCommonsText", "one edit, Commons Text",
            "levenshteinOfCommonsText", "Levenshtein, Commons Text");

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String measures() {
        return "comparisons of two names a second on one core, against Commons Text (JMH)";
    }

    @Override
    public String lasts() {
        return "2 minutes";
    }

    @Override
    public List<String> goals() {
        return List.of(
                "Jaro-Winkler ≥ 10 M/s",
                "at most one edit ≥ 12 M/s: all that the engine asks of an edit distance; it has no full Levenshtein");
    }

    @Override
    public void run(Setting setting, Consumer<Case> told) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(TextComparisons.class.getName() + ".")
                .measurementIterations(setting.runs())
                .verbosity(VerboseMode.SILENT);
        setting.java().ifPresent(home -> options.jvm(home.resolve("bin/java").toString()));
        setting.progress().accept("comparing names by JMH, two minutes");
        Series series = new Series().goal(JARO_WINKLER, Goal.atLeast(10)).goal(ONE_EDIT, Goal.atLeast(12));
        try {
            for (RunResult result : new Runner(options.build()).run()) {
                add(result, series);
            }
        } catch (RunnerException e) {
            throw new Unmeasured("JMH could not run", e);
        }
        told.accept(
                new Case(
                        "pairs of French names, a third of them one slip apart, one thread",
                        "./mdm bench compare",
                        series.figures(),
                        List.of(
                                "Commons Text's one edit is Levenshtein's: without the swap of neighbours, which ours takes for one")));
    }

    private static void add(RunResult result, Series series) {
        String method = result.getParams().getBenchmark();
        String figure = FIGURES.get(method.substring(method.lastIndexOf('.') + 1));
        if (figure == null) {
            throw new IllegalStateException(method + " has no figure");
        }
        result.getBenchmarkResults()
                .forEach(process -> process.getIterationResults()
                        .forEach(iteration -> series.add(
                                figure,
                                Unit.MILLIONS_PER_SECOND,
                                iteration.getPrimaryResult().getScore() / MILLION)));
    }
}
