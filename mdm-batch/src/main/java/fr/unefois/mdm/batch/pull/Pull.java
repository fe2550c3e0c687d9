package fr.unefois.mdm.batch.pull;

import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.batch.Linking;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.connectors.ConfiguredSource;
import fr.unefois.mdm.store.BaseCounts;
import fr.unefois.mdm.store.Intake;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * One run over some sources. The caller holds the run's lock. After a kill the next run is simply another one: what the
 * killed one kept is known by its hash, and what it left unlinked still waits.
 */
final class Pull {
    private final DataSource dataSource;
    private final Walk walk;
    private final Progress progress;
    private final Intake intake;

    Pull(DataSource dataSource, Walk walk, Progress progress) {
        this.dataSource = dataSource;
        this.walk = walk;
        this.progress = progress;
        this.intake = new Intake(dataSource);
    }

    /** @throws PullBrokeOff when the run could not go to its end */
    PullReport run(List<ConfiguredSource> sources, PullRequest request) {
        BatchRuntime runtime = new BatchRuntime(dataSource);
        try (RunLog log = new RunLog(dataSource, Clock.systemUTC())) {
            log.killed().forEach(intake::endRun);
            runtime.recover(PullJob.NAME);
            long run = log.begin(
                    sources.stream().map(source -> source.source().name()).toList(), request.requestedBy());
            try {
                PullReport report = run(runtime, run, sources, request);
                log.end(run, report);
                return report;
            } catch (PullBrokeOff e) {
                log.brokeOff(run);
                throw e;
            } finally {
                progress.end();
                intake.endRun(run);
            }
        }
    }

    private PullReport run(BatchRuntime runtime, long run, List<ConfiguredSource> sources, PullRequest request) {
        Map<ConfiguredSource, SourceReport> reports = new LinkedHashMap<>();
        sources.forEach(source -> reports.put(source, new SourceReport(source)));
        AtomicLong linked = new AtomicLong();
        BaseCounts counts = new BaseCounts(dataSource);
        PullJob job =
                new PullJob(runtime, progress, new Preparation(walk), new Linking(dataSource, walk), intake, counts);
        JobParameters parameters =
                new JobParametersBuilder().addLong("run", run).toJobParameters();
        JobExecution execution = runtime.run(job.of(run, request, reports, linked::set), parameters);
        List<Throwable> thrown = execution.getAllFailureExceptions();
        if (!thrown.isEmpty()) {
            throw new PullBrokeOff(thrown.get(0));
        }
        return new PullReport(List.copyOf(reports.values()), linked.get(), counts.toReview(), counts.citizens());
    }
}
