package fr.unefois.mdm.batch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    private static final Machine MACHINE = new Machine("A CPU", 2, 24_000_000_000L, "A system", 0);
    private static final Version VERSION = new Version("mdm 1 on Java 25", "86cd3d1 with changes");
    private static final Case MEASURED = new Case(
            "7 records",
            "./mdm dedupe x.csv",
            new Series()
                    .goal("wall time", Goal.atMost(6))
                    .goal("f1", Goal.atLeast(0.99))
                    .add("wall time", Unit.SECONDS, 7)
                    .add("wall time", Unit.SECONDS, 8.5)
                    .add("wall time", Unit.SECONDS, 6.5)
                    .add("f1", Unit.SHARE, 0.9927)
                    .add("disk a record", Unit.BYTES, 2345.6)
                    .figures(),
            List.of("a remark"));

    private final StringWriter out = new StringWriter();

    @Test
    void showsCommandMachineCommitMediansAndGoals() {
        report(false);

        assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "A CPU, 2 cores, 24.0 GB, A system",
                        "mdm 1 on Java 25, 86cd3d1 with changes",
                        "",
                        "dedupe: 7 records",
                        " ./mdm dedupe x.csv",
                        " wall time 7.00 s 6.50–8.50 in 3 goal ≤ 6.00 s: MISSED",
                        " f1 0.9927 goal ≥ 0.9900: reached",
                        " disk a record 2,346 bytes",
                        " (a remark)");
    }

    @Test
    void isOneDocumentOfTheSame() {
        report(true);

        JsonNode document = new JsonMapper().readTree(out.toString());
        assertThat(document.path("commit").asString()).isEqualTo("86cd3d1 with changes");
        assertThat(document.path("machine").path("cores").asInt()).isEqualTo(2);
        JsonNode measured = document.path("cases").path(0);
        assertThat(measured.path("benchmark").asString()).isEqualTo("dedupe");
        assertThat(measured.path("command").asString()).isEqualTo("./mdm dedupe x.csv");
        assertThat(measured.path("figures").path(0)).isEqualTo(new JsonMapper().readTree("""
                        {"name":"wall time","unit":"s","median":7.0,"least":6.5,"most":8.5,"runs":[7.0,8.5,6.5],
                         "goal":"atMost","bound":6.0,"reached":false}"""));
        assertThat(measured.path("figures").path(1).path("reached").asBoolean()).isTrue();
        assertThat(measured.path("figures").path(2).has("goal")).isFalse();
    }

    private void report(boolean json) {
        Report report = new Report(new PrintWriter(out), json, MACHINE, VERSION);
        report.add(new DedupeBenchmark(), MEASURED);
        report.end();
    }
}
