package fr.unefois.mdm.batch.pull;

import fr.unefois.mdm.batch.Linking;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.connectors.ConfiguredSource;
import fr.unefois.mdm.connectors.Reading;
import fr.unefois.mdm.store.BaseCounts;
import fr.unefois.mdm.store.Intake;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/** The steps of a pull: each source is read, then deletions, then linking. */
final class PullJob {
    static final String NAME = "pull";
    static final String INITIAL = "initial-pull";

    private static final int CHUNK = 1000;

    private final BatchRuntime runtime;
    private final Progress progress;
    private final Preparation preparation;
    private final Linking linking;
    private final Intake intake;
    private final BaseCounts counts;

    PullJob(
            BatchRuntime runtime,
            Progress progress,
            Preparation preparation,
            Linking linking,
            Intake intake,
            BaseCounts counts) {
        this.runtime = runtime;
        this.progress = progress;
        this.preparation = preparation;
        this.linking = linking;
        this.intake = intake;
        this.counts = counts;
    }

    /** @param linked told how many records were linked */
    Job of(long run, PullRequest request, Map<ConfiguredSource, SourceReport> sources, LongConsumer linked) {
        Deletions deletions = new Deletions(intake, run, new DeletionGuard(request.acceptDeletions()));
        SimpleJobBuilder job = null;
        for (Map.Entry<ConfiguredSource, SourceReport> each : sources.entrySet()) {
            Step step = read(run, request, each.getKey(), each.getValue());
            job = job == null ? new JobBuilder(NAME, runtime.repository()).start(step) : job.next(step);
        }
        if (job == null) {
            throw new IllegalArgumentException("a pull has a source");
        }
        List<SourceReport> reports = List.copyOf(sources.values());
        return job.next(tasklet("deletions", () -> reports.forEach(deletions::of)))
                .next(tasklet("link", () -> linked.accept(linking.pending(counts.records(), progress))))
                .build();
    }

    /**
     * The one step of a pull into an empty base.
     *
     * @param done told whether it has been done: not, where somebody has written into the base meanwhile
     */
    Job initial(InitialPull pull, Map<ConfiguredSource, SourceReport> sources, Consumer<Boolean> done) {
        return new JobBuilder(INITIAL, runtime.repository())
                .start(tasklet("load", () -> done.accept(pull.run(sources))))
                .build();
    }

    private Step read(long run, PullRequest request, ConfiguredSource source, SourceReport report) {
        return new StepBuilder("read-" + source.source().name(), runtime.repository())
                .<Reading, Prepared>chunk(CHUNK)
                .transactionManager(runtime.transactions())
                .reader(new ExtractReader(source, report, progress))
                .processor(preparation)
                .writer(new IntakeWriter(intake, run, request.full(), source, report))
                .build();
    }

    /** The work runs in its own transactions; Spring Batch's is for its bookkeeping only, so it holds none open. */
    private Step tasklet(String name, Runnable work) {
        Tasklet tasklet = (contribution, context) -> {
            work.run();
            return RepeatStatus.FINISHED;
        };
        DefaultTransactionAttribute none =
                new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        return new StepBuilder(name, runtime.repository())
                .tasklet(tasklet, runtime.transactions())
                .transactionAttribute(none)
                .build();
    }
}
