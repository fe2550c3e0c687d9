package fr.unefois.mdm.store;

import fr.unefois.mdm.access.Access;
import fr.unefois.mdm.access.AuditCheck.Verdict;
import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.record.Attribute;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How long a million rows of the account take to verify: {@code AuditBench HOME [ROWS]}; the goal is 10 s. */
final class AuditBench {
    private static final int GROUP = 2000;

    private AuditBench() {}

    public static void main(String[] arguments) {
        int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        try (Database database = Database.open(DatabaseSettings.embedded(Path.of(arguments[0])))) {
            AuditStore store = new AuditStore(database.dataSource());
            fill(new PostgresAudit(database.dataSource()), store, rows);
            for (int run = 0; run < 3; run++) {
                Instant begin = Instant.now();
                Verdict verdict = store.verify(Map.of(), Instant.EPOCH);
                System.out.println(verdict + " in "
                        + Duration.between(begin, Instant.now()).toMillis() + " ms");
            }
        }
    }

    private static void fill(PostgresAudit audit, AuditStore store, int rows) {
        for (int from = 0; from < rows; from += GROUP) {
            List<Access> accesses = new ArrayList<>();
            for (int i = from; i < Math.min(rows, from + GROUP); i++) {
                accesses.add(new Access(
                        Instant.now(),
                        "portal",
                        null,
                        null,
                        "portail",
                        "0123456789ab",
                        "prefill-forms",
                        Operation.READ,
                        new UUID(i, i),
                        Set.of(Attribute.BIRTH_NAME, Attribute.EMAILS, Attribute.ADDRESSES, Attribute.PHONES)));
            }
            audit.record(accesses);
            if (from % (GROUP * 50) == 0) {
                store.seal(Instant.now());
            }
        }
    }
}
