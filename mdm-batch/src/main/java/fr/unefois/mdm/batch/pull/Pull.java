package fr.unefois.mdm.batch.pull;

import fr.unefois.mdm.arrive.Walks;
import fr.unefois.mdm.batch.Linking;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.connectors.ConfiguredSource;
import fr.unefois.mdm.store.BaseCounts;
import fr.unefois.mdm.store.InitialLoad;
import fr.unefois.mdm.store.Intake;
import fr.unefois.mdm.store.Models;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * One run over some sources. The caller holds the run's lock. After a kill the next run is simply another one: what the
 * killed one kept is known by its hash, and what it left unlinked still waits.
 */
final class Pull {
    private static final long NOT_EMPTY = -1;

    private final DataSource dataSource;
    private final Models models;
    private final Walks.Version version;
    private final Progress progress;
    private final Intake intake;

    Pull(DataSource dataSource, Models models, Progress progress) {
        this.dataSource = dataSource;
        this.models = models;
        this.version = models.inForce();
        this.progress = progress;
        this.intake = new Intake(dataSource);
    }

    /** @throws PullBrokeOff when the run could not go to its end */
    PullReport run(List<ConfiguredSource> sources, PullRequest request) {
        BatchRuntime runtime = new BatchRuntime(dataSource);
        try (RunLog log = new RunLog(dataSource, Clock.systemUTC())) {
            log.killed().forEach(intake::endRun);
            runtime.recover(PullJob.NAME);
            runtime.recover(PullJob.INITIAL);
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
        BaseCounts counts = new BaseCounts(dataSource);
        PullJob job = new PullJob(
                runtime, progress, new Preparation(version.walk()), new Linking(dataSource, version), intake, counts);
        Map<ConfiguredSource, SourceReport> reports = new LinkedHashMap<>();
        long linked = initial(runtime, job, run, sources, reports);
        if (linked == NOT_EMPTY) {
            AtomicLong waiting = new AtomicLong();
            anew(sources, reports);
            execute(runtime, run, job.of(run, request, reports, waiting::set));
            linked = waiting.get();
        }
        return new PullReport(List.copyOf(reports.values()), linked, counts.toReview(), counts.citizens());
    }

    /** Fills an empty base; answers how many records were linked, or {@link #NOT_EMPTY}. */
    private long initial(
            BatchRuntime runtime,
            PullJob job,
            long run,
            List<ConfiguredSource> sources,
            Map<ConfiguredSource, SourceReport> reports) {
        Optional<InitialLoad> begun = InitialLoad.begin(dataSource, run);
        if (begun.isEmpty()) {
            return NOT_EMPTY;
        }
        AtomicBoolean done = new AtomicBoolean();
        anew(sources, reports);
        try (InitialLoad load = begun.get()) {
            execute(runtime, run, job.initial(new InitialPull(load, models, progress), reports, done::set));
        }
        return done.get()
                ? reports.values().stream().mapToLong(SourceReport::newRecords).sum()
                : NOT_EMPTY;
    }

    private static void anew(List<ConfiguredSource> sources, Map<ConfiguredSource, SourceReport> reports) {
        reports.clear();
        sources.forEach(source -> reports.put(source, new SourceReport(source)));
    }

    private static void execute(BatchRuntime runtime, long run, Job job) {
        JobParameters parameters =
                new JobParametersBuilder().addLong("run", run).toJobParameters();
        List<Throwable> thrown = runtime.run(job, parameters).getAllFailureExceptions();
        if (!thrown.isEmpty()) {
            throw new PullBrokeOff(thrown.get(0));
        }
    }
}
