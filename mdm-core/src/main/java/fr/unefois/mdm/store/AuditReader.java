package fr.unefois.mdm.store;

import fr.unefois.mdm.access.Access;
import fr.unefois.mdm.access.AuditCheck;
import fr.unefois.mdm.access.AuditEntry;
import fr.unefois.mdm.access.Digest;
import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.record.Attribute;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes rows of the account to their check a lot at a time: while one lot is hashed, the next is read. */
final class AuditReader {
    private static final String ENTRIES = "select chain, seq, hash, at, client, agent, on_behalf_of, contract,"
            + " contract_version, purpose, operation, citizen, attributes from access_audit order by chain, seq";

    /** The key has them in this order; to sort them the server would write them all to disk first. */
    private static final String IN_THE_ORDER_OF_THE_KEY = "set local enable_sort = off";

    private static final int LOT = 2000;

    /** Few sets of attributes are ever shown; an account that holds so many different ones is read the slow way. */
    private static final int SETS = 10_000;

    private final AuditCheck check;
    private final Map<ByteBuffer, Set<Attribute>> sets = new HashMap<>();
    private List<Consumer<AuditCheck>> lot = new ArrayList<>();
    private CompletableFuture<Void> before = CompletableFuture.completedFuture(null);

    AuditReader(AuditCheck check) {
        this.check = check;
    }

    /** What all rows come to; needs a transaction. */
    AuditCheck.Verdict read(Connection connection) throws SQLException {
        Sql.update(connection, IN_THE_ORDER_OF_THE_KEY);
        CopiedRows.stream(connection, ENTRIES, this::read);
        handOver();
        before.join();
        return check.verdict();
    }

    private void read(CopiedRows row) throws IOException {
        lot.add(checking(row));
        if (lot.size() == LOT) {
            handOver();
        }
    }

    private Consumer<AuditCheck> checking(CopiedRows row) throws IOException {
        UUID chain = Objects.requireNonNull(row.uuid());
        long seq = row.bigint();
        Digest hash = Digest.of(Objects.requireNonNull(row.bytes()));
        Instant at = row.timestamp();
        String client = text(row);
        String agent = row.text();
        UUID onBehalfOf = row.uuid();
        String contract = text(row);
        String contractVersion = text(row);
        String purpose = text(row);
        String operation = text(row);
        UUID citizen = Objects.requireNonNull(row.uuid());
        byte[] attributes = Objects.requireNonNull(row.bytes());
        try {
            Access access = new Access(
                    at,
                    client,
                    agent,
                    onBehalfOf,
                    contract,
                    contractVersion,
                    purpose,
                    Operation.valueOf(operation),
                    citizen,
                    attributes(attributes));
            AuditEntry entry = new AuditEntry(chain, seq, access, hash);
            return check -> check.entry(entry);
        } catch (IllegalArgumentException e) {
            return check -> check.unreadable(chain, seq);
        }
    }

    private static String text(CopiedRows row) throws IOException {
        return Objects.requireNonNull(row.text());
    }

    private Set<Attribute> attributes(byte[] array) {
        ByteBuffer key = ByteBuffer.wrap(array);
        @Nullable Set<Attribute> known = sets.get(key);
        if (known != null) {
            return known;
        }
        Set<Attribute> read =
                CopiedRows.texts(array).stream().map(Attribute::new).collect(Collectors.toSet());
        if (sets.size() < SETS) {
            sets.put(key, read);
        }
        return read;
    }

    /** Waits for the lot before, so that rows are checked in their order and no more than two lots are in memory. */
    private void handOver() {
        List<Consumer<AuditCheck>> full = lot;
        lot = new ArrayList<>(LOT);
        before.join();
        before = CompletableFuture.runAsync(() -> full.forEach(one -> one.accept(check)));
    }
}
