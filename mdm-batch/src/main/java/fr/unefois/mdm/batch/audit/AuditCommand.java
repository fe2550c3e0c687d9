package fr.unefois.mdm.batch.audit;

import fr.unefois.mdm.access.AuditCheck.Verdict;
import fr.unefois.mdm.access.AuditRoots;
import fr.unefois.mdm.batch.DatabaseOption;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.store.AuditStore;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit}: whether the account of accesses is whole, and what of it has ended. */
@CommandLine.Command(
        name = "audit",
        description = {
            "verify: says whether every row of the account of accesses is as it was written; 1 where one is not.",
            "purge: removes rows whose retention has ended; the rest can still be verified."
        })
public final class AuditCommand implements Command {
    /** Exchanges are traced for 36 months (CRPA R114-9-7). */
    private static final int MONTHS = 36;

    /** Technical logs are kept for a year. */
    private static final int MONTHS_OF_ALARMS = 12;

    enum What {
        VERIFY,
        PURGE
    }

    @Parameters(paramLabel = "verify|purge", description = "What to do.")
    What what = What.VERIFY;

    @Option(
            names = "--roots",
            paramLabel = "FILE",
            description = "The roots that left the host (default: " + AuditRoots.FILE + " in the home folder).")
    @Nullable
    Path roots;

    @Option(names = "--months", description = "How long rows are kept, 36 at least. Default: ${DEFAULT-VALUE}.")
    int months = MONTHS;

    @Mixin
    DatabaseOption database = new DatabaseOption();

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (months < MONTHS) {
            line.getErr()
                    .println("audit: rows are kept for " + MONTHS + " months at least; choose --months accordingly");
            return WRONG_USAGE;
        }
        Instant now = Instant.now();
        Instant ended =
                ZonedDateTime.ofInstant(now, ZoneOffset.UTC).minusMonths(months).toInstant();
        try (Database open = database.open(what == What.PURGE ? Role.OWNER : Role.AUDITOR)) {
            AuditStore store = new AuditStore(open.dataSource());
            if (what == What.PURGE) {
                int alarms = store.purgeAlarms(ZonedDateTime.ofInstant(now, ZoneOffset.UTC)
                        .minusMonths(MONTHS_OF_ALARMS)
                        .toInstant());
                line.getOut().println(store.purge(ended, now) + " rows and " + alarms + " alarms removed");
                return DONE;
            }
            return tell(store.verify(new AuditRoots(file()).read(), ended), line);
        } catch (IllegalArgumentException e) {
            line.getErr().println("audit: " + e.getMessage());
            return FAILED;
        }
    }

    private Path file() {
        return roots != null
                ? roots
                : DatabaseSettings.from(System.getenv(), null).home().resolve(AuditRoots.FILE);
    }

    private static int tell(Verdict verdict, CommandLine line) {
        if (!verdict.intact()) {
            line.getErr()
                    .println("audit: the account was changed; faults: "
                            + verdict.faults().size());
            verdict.faults().forEach(line.getErr()::println);
            return FAILED;
        }
        line.getOut()
                .printf(
                        "intact: %d rows, %d removed at the end of their retention, %d chains, %d seals%n",
                        verdict.rows(), verdict.purged(), verdict.chains(), verdict.seals());
        return DONE;
    }
}
