package fr.unefois.mdm.batch.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.unefois.mdm.arrive.Walks;
import fr.unefois.mdm.batch.ConfiguredSources;
import fr.unefois.mdm.batch.EmptyBase;
import fr.unefois.mdm.batch.Linking;
import fr.unefois.mdm.batch.RunLock;
import fr.unefois.mdm.batch.Town;
import fr.unefois.mdm.bulk.Relink;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.store.BaseCounts;
import fr.unefois.mdm.store.Exports;
import fr.unefois.mdm.store.Models;
import fr.unefois.mdm.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nine files in nine layouts, pulled into a real database. */
@ExtendWith(TestDatabase.class)
class PullIT {
    private static final PullRequest USUAL = new PullRequest(false, false, "test");

    private final DataSource dataSource;
    private final Town town;

    PullIT(DataSource dataSource, @TempDir Path folder) {
        this.dataSource = dataSource;
        this.town = new Town(folder);
        EmptyBase.of(dataSource);
    }

    @Test
    void bringsEveryRowOfEveryLayoutIntoTheBaseAndLinksThem() {
        PullReport report = pull();
        assertThat(report.failures()).isEmpty();
        assertThat(figures(report)).containsEntry("read", 20L).containsEntry("new", 20L);
        assertThat(report.linked()).isEqualTo(20);
        Map<String, UUID> citizens = citizens();
        assertThat(citizens).hasSize(20);
        assertThat(Stream.of("ETA-1", "ELE-1", "CAN-1", "MED-1", "POR-1", "CRM-1")
                        .map(citizens::get))
                .containsOnly(citizens.get("POR-1"));
        assertThat(Stream.of("ETA-2", "ELE-2", "MED-2", "EAU-1", "SPO-2").map(citizens::get))
                .containsOnly(citizens.get("ETA-2"));
    }

    @Test
    void keepsTwinsApart() {
        pull();
        assertThat(citizens().get("CAN-2")).isNotEqualTo(citizens().get("CAN-3"));
    }

    @Test
    void changesNothingTheSecondTime() {
        pull();
        Map<String, UUID> before = citizens();
        PullReport report = pull();
        assertThat(figures(report))
                .containsEntry("unchanged", 20L)
                .containsEntry("new", 0L)
                .containsEntry("changed", 0L)
                .containsEntry("deleted", 0L);
        assertThat(report.linked()).isZero();
        assertThat(citizens()).isEqualTo(before);
    }

    @Test
    void takesEveryRecordForChangedWhenAskedTo() {
        pull();
        Map<String, UUID> before = citizens();
        PullReport report = pull(new PullRequest(true, false, "test"), new Progress.Silence());
        assertThat(report.linked()).isEqualTo(20);
        assertThat(citizens()).isEqualTo(before);
    }

    @Test
    void goesOnWhereAnEarlierReleaseNamedTheVersionInForceOtherwise() throws SQLException {
        pull();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into model_version (version, model, since, records, frequencies, hot)"
                    + " select 'of an earlier release', model, since, records, frequencies, hot from model_version");
            statement.execute("update model_in_force set version = 'of an earlier release'");
        }
        town.edit(
                "sports",
                "SPO-2;D'\u0152UVRE;Jean-Pierre;M;03-11-1960".replace('\u0152', '\u008C'),
                "SPO-2;Autre;Luc;M;01-02-1999");
        PullReport report = pull();
        assertThat(report.failures()).isEmpty();
        assertThat(report.linked()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void linksAnewWhatChangedAtItsSource() {
        pull();
        town.edit(
                "sports",
                "SPO-2;D'\u0152UVRE;Jean-Pierre;M;03-11-1960".replace('\u0152', '\u008C'),
                "SPO-2;Autre;Luc;M;01-02-1999");
        PullReport report = pull();
        assertThat(figures(report)).containsEntry("changed", 1L).containsEntry("unchanged", 19L);
        assertThat(report.linked()).isGreaterThanOrEqualTo(1);
        assertThat(citizens().get("SPO-2")).isNotEqualTo(citizens().get("ETA-2"));
    }

    @Test
    void deletesWhatACompleteSnapshotNoLongerHas() {
        pull();
        town.edit(
                "cantine",
                "CAN-3;Martin;;Zo\u00e9;Mme;02/09/2016;claire.martin@example.org;06 12 34 56 78;8 RUE DES JARDINS;57000;METZ\r\n",
                "");
        PullReport report = pull();
        assertThat(figures(report)).containsEntry("deleted", 1L);
        assertThat(citizens()).hasSize(19).doesNotContainKey("CAN-3");
    }

    @Test
    void takesASourceThatHasAHeaderOnlyForAFaultAndDeletesNothing() {
        pull();
        town.write(
                "crm",
                List.of("contact_id,last_name,first_name,title,birthday,email,phone,street,postal_code,city"),
                StandardCharsets.UTF_8);
        PullReport report = pull();
        assertThat(report.failures())
                .containsExactly(
                        "crm: stopped by the deletion guard: 2 of 2 records are missing in the source, and none of"
                                + " them is deleted; where that is right, pull again with --accept-deletions");
        assertThat(citizens()).containsKey("CRM-1");
    }

    @Test
    void stopsDeletingBeyondATenthOfASourceUnlessItIsAccepted() {
        town.write("crm", crm(100), StandardCharsets.UTF_8);
        pull();
        town.write("crm", crm(80), StandardCharsets.UTF_8);
        assertThat(figures(pull())).as("twenty are tolerated").containsEntry("deleted", 20L);
        town.write("crm", crm(59), StandardCharsets.UTF_8);
        PullReport stopped = pull();
        assertThat(stopped.failures()).singleElement().asString().contains("21 of 80 records are missing");
        assertThat(figures(stopped)).containsEntry("deleted", 0L);
        PullReport accepted = pull(new PullRequest(false, true, "test"), new Progress.Silence());
        assertThat(accepted.failures()).isEmpty();
        assertThat(figures(accepted)).containsEntry("deleted", 21L);
    }

    @Test
    void keepsRecordsWhoseRowIsSetAside() {
        pull();
        town.edit("ccas", "CCA-1,Simic,,", "CCA-1,\"Simic,,");
        town.edit("eau", "EAU-2;", "");
        PullReport report = pull();
        assertThat(figures(report)).containsEntry("deleted", 0L).containsEntry("quarantined", 2L);
        assertThat(citizens()).containsKeys("CCA-1", "EAU-2");
    }

    @Test
    void goesOnWithTheOtherSourcesWhenOneCannotBeRead() {
        town.write("portail", List.of("sub,nom", "1,Roux"), StandardCharsets.UTF_8);
        town.write("eau", List.of(), StandardCharsets.UTF_8);
        PullReport report = pull();
        assertThat(figures(report)).containsEntry("new", 16L);
        assertThat(report.failures()).hasSize(2);
        assertThat(report.failures().get(0))
                .isEqualTo("eau: " + town.file("eau")
                        + ": is empty, without even a header; nothing is taken as deleted. Export it again");
        assertThat(report.failures().get(1)).contains("column `family_name` (for birthName) is missing");
    }

    @Test
    void neverKeepsANirAndKeepsTheRow() {
        town.edit("crm", "CRM-1,Martin,", "CRM-1,285055746300473,");
        PullReport report = pull();
        assertThat(figures(report)).containsEntry("new", 20L).containsEntry("flawed", 1L);
        assertThat(jdbc().sql("select count(*) from source_record where said::text like '%285055746300473%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void fillsAnEmptyBaseAsLinkingItAnewWould() {
        pull();
        String before = content();

        Relink.Report anew = new Linking(
                        dataSource, Walks.of(town.configured().walk()).inForce())
                .everything(new Progress.Silence());

        assertThat(anew.records()).isEqualTo(20);
        assertThat(anew.changed()).isZero();
        assertThat(content()).isEqualTo(before);
    }

    /** Rows of what linking writes. */
    private String content() {
        return String.join(
                "\n",
                jdbc().sql("select 'm ' || m::text from membership m union all select 'e ' || e::text from edge e"
                                + " union all select 'c ' || c.ref || c.version || c.golden || c.link_weight from citizen c"
                                + " union all select 't ' || t.id || t.left_ref || t.right_ref || t.weight || t.state"
                                + " from review_task t union all select 'k ' || k::text from blocking_key k"
                                + " union all select 'p ' || p::text from pending p order by 1")
                        .query(String.class)
                        .list());
    }

    @Test
    void leavesAnEmptyBaseEmptyWhenItBreaksOff() {
        town.write("crm", crm(2500), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> pull(USUAL, new Breaking(2)))
                .hasMessage("the pull broke off; pull again to go on where it stopped");
        assertThat(new BaseCounts(dataSource).records()).isZero();
        pretendThatItWasKilled();
        PullReport report = pull();
        assertThat(report.failures()).isEmpty();
        assertThat(figures(report)).containsEntry("new", 2518L);
        assertThat(citizens()).hasSize(2518);
        assertThat(states()).containsExactly("FAILED", "DONE");
        assertThat(executions()).containsExactly("FAILED", "COMPLETED");
    }

    @Test
    void goesOnAfterItBrokeOff() {
        town.write("crm", crm(10), StandardCharsets.UTF_8);
        pull();
        town.write("crm", crm(2500), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> pull(USUAL, new Breaking(2)))
                .hasMessage("the pull broke off; pull again to go on where it stopped");
        long kept = new BaseCounts(dataSource).records();
        assertThat(kept).isGreaterThan(1000).isLessThan(2500);
        pretendThatItWasKilled();
        PullReport report = pull();
        assertThat(report.failures()).isEmpty();
        assertThat(figures(report)).containsEntry("unchanged", kept).containsEntry("new", 2518 - kept);
        assertThat(citizens()).hasSize(2518);
        assertThat(states()).containsExactly("DONE", "FAILED", "DONE");
        assertThat(executions()).containsExactly("COMPLETED", "FAILED", "COMPLETED");
        assertThat(jdbc().sql("select count(*) from run_seen").query(Long.class).single())
                .isZero();
    }

    private List<String> executions() {
        return jdbc().sql("select status from batch_job_execution order by job_execution_id")
                .query(String.class)
                .list();
    }

    @Test
    void twoRunsAtOnceAreRefused() {
        try (RunLock first = RunLock.tryTake(dataSource).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(RunLock.tryTake(dataSource)).isEmpty();
        }
        try (RunLock again = RunLock.tryTake(dataSource).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void aDryRunSaysTheSameAndWritesNothing() {
        ConfiguredSources configured = town.configured();
        PullReport first = new DryPull(dataSource, new Progress.Silence()).run(configured.all(), false);
        assertThat(figures(first)).containsEntry("new", 20L);
        assertThat(citizens()).isEmpty();
        pull();
        town.edit("crm", "CRM-1,Martin,", "CRM-1,Durand,");
        town.edit("ccas", "CCA-1", "CCA-9");
        PullReport second = new DryPull(dataSource, new Progress.Silence()).run(configured.all(), false);
        assertThat(figures(second))
                .containsEntry("new", 1L)
                .containsEntry("changed", 1L)
                .containsEntry("unchanged", 18L)
                .containsEntry("deleted", 1L);
    }

    private PullReport pull() {
        return pull(USUAL, new Progress.Silence());
    }

    private PullReport pull(PullRequest request, Progress progress) {
        ConfiguredSources configured = town.configured();
        return new Pull(dataSource, Models.open(dataSource, configured.walk(), ""), progress)
                .run(configured.all(), request);
    }

    private Map<String, UUID> citizens() {
        Map<String, UUID> citizens = new TreeMap<>();
        new Exports(dataSource).memberships((key, ref) -> citizens.put(key.id(), ref));
        return citizens;
    }

    private List<String> states() {
        return jdbc().sql("select state from pull_run order by id")
                .query(String.class)
                .list();
    }

    /** What a killed process leaves behind: a run, a job and a step that seem to be at work. */
    private void pretendThatItWasKilled() {
        jdbc().sql("update pull_run set state = 'RUNNING', finished_at = null where state = 'FAILED'")
                .update();
        jdbc().sql("update batch_job_execution set status = 'STARTED', exit_code = 'UNKNOWN', end_time = null"
                        + " where status = 'FAILED'")
                .update();
        jdbc().sql("update batch_step_execution set status = 'STARTED', exit_code = 'EXECUTING', end_time = null"
                        + " where status = 'FAILED'")
                .update();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    private static Map<String, Long> figures(PullReport report) {
        Map<String, Long> figures = new TreeMap<>();
        for (SourceReport source : report.sources()) {
            for (int i = 0; i < PullReport.FIGURES.size(); i++) {
                figures.merge(PullReport.FIGURES.get(i), source.figures()[i], Long::sum);
            }
        }
        return figures;
    }

    private static List<String> crm(int rows) {
        List<String> lines = new ArrayList<>();
        lines.add("contact_id,last_name,first_name,title,birthday,email,phone,street,postal_code,city");
        IntStream.range(0, rows)
                .forEach(i -> lines.add("CRM-" + i + ",Nom" + word(i) + ",Prenom" + word(i * 7919L) + ",Madame,"
                        + (i % 28 + 1) + "/0" + (i % 9 + 1) + "/" + (1930 + i % 90) + ",,,,,"));
        return lines;
    }

    /** Letters that tell numbers apart. */
    private static String word(long number) {
        StringBuilder word = new StringBuilder();
        for (long rest = number + 26; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }

    /** Breaks off a run at its n-th sign of progress within the largest source. */
    private static final class Breaking implements Progress {
        private final int after;
        private String phase = "";
        private int signs;

        Breaking(int after) {
            this.after = after;
        }

        @Override
        public void begin(String next) {
            phase = next;
        }

        @Override
        public void at(long done, long total) {
            if (phase.equals("read crm") && ++signs == after) {
                throw new IllegalStateException("broken off by the test");
            }
        }

        @Override
        public void end() {}
    }
}
