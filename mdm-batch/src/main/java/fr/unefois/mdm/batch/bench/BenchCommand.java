package fr.unefois.mdm.batch.bench;

import fr.unefois.mdm.command.Command;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench}: measures, and says what was wanted. A missed goal is a result, not a failure. */
@CommandLine.Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures speed, memory and quality against the goals; without a name, lists the benchmarks.")
public final class BenchCommand implements Command {
    private static final String ALL = "all";
    private static final String PEER = "peer";

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Benchmarks to run, or all.")
    List<String> names = List.of();

    @Option(names = "--compare", description = "The same as the benchmark peer: DuckDB doing the same in SQL.")
    boolean compare;

    @Option(names = "--json", description = "One JSON document on stdout.")
    boolean json;

    @Mixin
    SettingOptions options = new SettingOptions();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        List<Benchmark> known = ServiceLoader.load(Benchmark.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Benchmark::name))
                .toList();
        List<Benchmark> chosen = chosen(known);
        if (chosen.isEmpty()) {
            list(known, line.getOut());
            return DONE;
        }
        Setting setting = options.setting(line);
        try {
            Report report = new Report(line.getOut(), json, Machine.here(), Version.of(setting.launcher()));
            for (Benchmark benchmark : chosen) {
                benchmark.run(setting, measured -> report.add(benchmark, measured));
            }
            report.end();
            return DONE;
        } catch (Unmeasured e) {
            line.getErr().println("bench: " + e.getMessage());
            return FAILED;
        }
    }

    private List<Benchmark> chosen(List<Benchmark> known) {
        List<String> asked = new ArrayList<>(names);
        if (compare) {
            asked.add(PEER);
        }
        if (asked.contains(ALL)) {
            return known;
        }
        List<Benchmark> chosen = new ArrayList<>();
        for (String name : asked) {
            chosen.add(known.stream()
                    .filter(benchmark -> benchmark.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> wrong("there is no benchmark " + name + " here; there are "
                            + String.join(
                                    ", ", known.stream().map(Benchmark::name).toList())
                            + " (compare and peer need the sources and a JDK)")));
        }
        return chosen;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private static void list(List<Benchmark> known, PrintWriter out) {
        for (Benchmark benchmark : known) {
            out.println(benchmark.name());
            out.println("  measures  " + benchmark.measures());
            out.println("  lasts     " + benchmark.lasts());
            benchmark.goals().forEach(goal -> out.println("  goal      " + goal));
        }
        out.println("./mdm bench NAME… runs some, ./mdm bench all runs all; --help tells the options.");
        out.flush();
    }
}
