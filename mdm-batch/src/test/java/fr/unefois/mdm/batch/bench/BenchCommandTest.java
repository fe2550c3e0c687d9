package fr.unefois.mdm.batch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listsTheBenchmarksWithTheirGoalsAndRunsNone() {
        assertThat(run()).isZero();

        assertThat(out.toString()).contains("dedupe\n", "load\n", "goal      1m: ≤ 6 s", "./mdm bench all");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dedup                    | there is no benchmark dedup here; there are dedupe, load",
                "dedupe --size huge       | --size huge: is none of metropole, 1m, 10m",
                "dedupe --runs 0          | --runs must be at least 1",
                "dedupe --runs many       | Invalid value for option '--runs'",
                "dedupe --file absent.csv | absent.csv: is no file",
                "dedupe --model absent.yml | absent.yml: is no file",
                "dedupe --truth who       | --truth names a column of --file",
                "dedupe --java /nowhere   | --java /nowhere: has no bin/java",
                "dedupe --size 1m         | start it as ./mdm bench",
            })
    void saysWhatIsWrongBeforeItMeasuresAnything(String arguments, String told) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);

        assertThat(err.toString()).contains(told);
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... arguments) {
        return new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setParameterExceptionHandler((e, args) -> {
                    e.getCommandLine().getErr().println(e.getMessage());
                    e.getCommandLine().getErr().flush();
                    return 2;
                })
                .execute(arguments);
    }
}
