package fr.unefois.mdm.api.server;

import fr.unefois.mdm.api.problem.FailureLog;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.config.InvalidConfiguration;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.stereotype.Component;

/**
 * Pulls sources when their schedule says so, one pull at a time, by the command that people use. What came due while
 * another pull was at work waits for its end; what came due while nothing served is left to the next time.
 */
@Component
final class ScheduledPulls implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledPulls.class);
    private static final int PATIENCE = 20;

    private final Installation installation;
    private final ServerSettings settings;
    private @Nullable ThreadPoolTaskScheduler scheduler;
    private volatile boolean stopping;

    ScheduledPulls(Installation installation, ServerSettings settings) {
        this.installation = installation;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (!settings.jobs() || installation.schedules().sources().isEmpty()) {
            return;
        }
        ThreadPoolTaskScheduler one = new ThreadPoolTaskScheduler();
        one.setPoolSize(1);
        one.setThreadNamePrefix("pull-");
        one.setDaemon(true);
        // A pull that is broken off goes on with the next one.
        one.setWaitForTasksToCompleteOnShutdown(false);
        one.setAwaitTerminationSeconds(PATIENCE);
        one.setErrorHandler(e -> FailureLog.log("a scheduled pull", e));
        one.initialize();
        installation.schedules().sources().forEach((cron, sources) -> {
            ScheduledFuture<?> unused = one.schedule(() -> pull(sources), new CronTrigger(cron));
            LOG.info("{}: pulled by schedule, {}", String.join(", ", sources), cron);
        });
        scheduler = one;
    }

    @Override
    public void stop() {
        stopping = true;
        if (scheduler != null) {
            scheduler.shutdown();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    private void pull(List<String> sources) {
        String what = "the scheduled pull of " + String.join(", ", sources);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = OtherCommand.line("pull", new PrintWriter(out), new PrintWriter(err))
                .setExecutionExceptionHandler((e, line, parsed) -> failed(what, e))
                .execute(arguments(sources));
        List<String> told = err.toString().lines().toList();
        if (exit == Command.DONE) {
            told.forEach(LOG::info);
        } else {
            told.forEach(LOG::warn);
        }
        // The report is the last of the lines, after those of the progress.
        out.toString().lines().reduce((earlier, later) -> later).ifPresent(report -> LOG.info("{}: {}", what, report));
    }

    private String[] arguments(List<String> sources) {
        List<String> arguments = new ArrayList<>(
                List.of("--wait", "--json", "--config", settings.config().toString()));
        String url = settings.database().url();
        if (url != null) {
            arguments.addAll(List.of("--database", url));
        }
        arguments.addAll(sources);
        return arguments.toArray(String[]::new);
    }

    /** The configuration may have been changed since the start, and not for the better. */
    private int failed(String what, Exception e) {
        if (e instanceof InvalidConfiguration invalid) {
            invalid.faults().forEach(fault -> LOG.warn("{}", fault));
            return Command.WRONG_USAGE;
        }
        if (stopping) {
            LOG.info("{} is broken off, the server stops; the next one goes on", what);
            return Command.FAILED;
        }
        FailureLog.log(what, e);
        return Command.FAILED;
    }
}
