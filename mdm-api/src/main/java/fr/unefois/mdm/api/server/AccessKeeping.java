package fr.unefois.mdm.api.server;

import fr.unefois.mdm.access.AuditRoots;
import fr.unefois.mdm.access.AuditSeal;
import fr.unefois.mdm.access.LiveContracts;
import fr.unefois.mdm.api.problem.FailureLog;
import fr.unefois.mdm.store.AuditStore;
import fr.unefois.mdm.store.KeptAnswers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** What access needs done beside the calls: contracts read again, the account sealed and its roots sent away. */
@Component
final class AccessKeeping implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AccessKeeping.class);
    private static final Duration RELOAD = Duration.ofSeconds(2);
    private static final Duration FORGET = Duration.ofMinutes(30);
    private static final Duration SEAL = Duration.ofMinutes(1);

    private final LiveContracts contracts;
    private final AuditStore audit;
    private final AuditRoots roots;
    private final KeptAnswers answers;
    private final Clock clock;
    private @Nullable ThreadPoolTaskScheduler scheduler;

    AccessKeeping(
            LiveContracts contracts,
            AuditStore audit,
            KeptAnswers answers,
            Clock clock,
            ServerSettings settings,
            @Value("${mdm.audit.roots:}") String file) {
        this.contracts = contracts;
        this.audit = audit;
        this.answers = answers;
        this.clock = clock;
        this.roots = new AuditRoots(file.isBlank() ? settings.home().resolve(AuditRoots.FILE) : Path.of(file));
    }

    @Override
    public void start() {
        ThreadPoolTaskScheduler one = new ThreadPoolTaskScheduler();
        one.setPoolSize(1);
        one.setThreadNamePrefix("access-");
        one.setDaemon(true);
        one.setErrorHandler(e -> FailureLog.log("keeping access", e));
        one.initialize();
        ScheduledFuture<?> unused = one.scheduleWithFixedDelay(this::reload, RELOAD);
        ScheduledFuture<?> unusedAsWell = one.scheduleWithFixedDelay(() -> answers.forget(clock.instant()), FORGET);
        ScheduledFuture<?> unusedToo =
                one.scheduleAtFixedRate(this::seal, clock.instant().plus(SEAL), SEAL);
        scheduler = one;
    }

    @Override
    public void stop() {
        if (scheduler != null) {
            scheduler.shutdown();
            scheduler = null;
            seal();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    private void reload() {
        contracts.reload().forEach(fault -> LOG.warn("the contracts stay as they were: {}", fault));
    }

    /** Roots that could not be sent are sent with the next. */
    private void seal() {
        try {
            audit.seal(clock.instant());
            for (AuditSeal seal : audit.sealsAfter(roots.last())) {
                roots.append(seal);
                LOG.info("audit seal {} {}", seal.no(), seal.root());
            }
        } catch (RuntimeException e) {
            FailureLog.log("sealing the audit", e);
        }
    }
}
