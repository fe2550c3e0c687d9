package fr.unefois.mdm.batch.pull;

import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.batch.BaseCounts;
import fr.unefois.mdm.batch.Linking;
import fr.unefois.mdm.batch.Progress;
import fr.unefois.mdm.connectors.ConfiguredSource;
import fr.unefois.mdm.store.Intake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** One run over some sources. The caller holds the run's lock. */
final class Pull {
    private final DataSource dataSource;
    private final Walk walk;
    private final Progress progress;

    Pull(DataSource dataSource, Walk walk, Progress progress) {
        this.dataSource = dataSource;
        this.walk = walk;
        this.progress = progress;
    }

    PullReport run(List<ConfiguredSource> sources, PullRequest request) {
        Intake intake = new Intake(dataSource);
        BatchRuntime runtime = new BatchRuntime(dataSource);
        RunLog log = new RunLog(dataSource);
        log.killed().forEach(intake::endRun);
        runtime.recover(PullJob.NAME);
        long run =
                log.begin(sources.stream().map(source -> source.source().name()).toList(), request.requestedBy());
        Map<ConfiguredSource, SourceReport> reports = new LinkedHashMap<>();
        sources.forEach(
                source -> reports.put(source, new SourceReport(source.source().name(), source.place())));
        AtomicLong linked = new AtomicLong();
        BaseCounts counts = new BaseCounts(dataSource);
        PullJob job =
                new PullJob(runtime, progress, new Preparation(walk), new Linking(dataSource, walk), intake, counts);
        JobParameters parameters =
                new JobParametersBuilder().addLong("run", run).toJobParameters();
        JobExecution execution = runtime.run(job.of(run, request, reports, linked::set), parameters);
        progress.end();
        List<Throwable> thrown = execution.getAllFailureExceptions();
        if (!thrown.isEmpty()) {
            log.end(run, false, "{}");
            throw new IllegalStateException("the pull broke off; pull again to go on where it stopped", thrown.get(0));
        }
        intake.endRun(run);
        PullReport report = new PullReport(
                new ArrayList<>(reports.values()), linked.get(), counts.toReview(), counts.citizens(), List.of());
        log.end(run, report.failures().isEmpty(), report.json().toString());
        return report;
    }
}
