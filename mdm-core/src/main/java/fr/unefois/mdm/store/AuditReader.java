package fr.unefois.mdm.store;

import fr.unefois.mdm.access.AuditCheck;
import fr.unefois.mdm.access.AuditEntry;
import fr.unefois.mdm.access.Digest;
import fr.unefois.mdm.record.Attribute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Takes rows of the account to their check a lot at a time: while one lot is hashed, the next is read. */
final class AuditReader {
    private static final int LOT = 2000;

    /** Few sets of attributes are ever shown; an account that holds so many different ones is read the slow way. */
    private static final int SETS = 10_000;

    private final AuditCheck check;
    private final Map<String, Set<Attribute>> sets = new HashMap<>();
    private List<Consumer<AuditCheck>> lot = new ArrayList<>();
    private CompletableFuture<Void> before = CompletableFuture.completedFuture(null);

    AuditReader(AuditCheck check) {
        this.check = check;
    }

    void read(ResultSet row) throws SQLException {
        lot.add(checking(row));
        if (lot.size() == LOT) {
            handOver();
        }
    }

    private Consumer<AuditCheck> checking(ResultSet row) throws SQLException {
        UUID chain = row.getObject("chain", UUID.class);
        long seq = row.getLong("seq");
        try {
            AuditEntry entry =
                    new AuditEntry(chain, seq, AuditRows.access(row, attributes(row)), Digest.of(row.getBytes("hash")));
            return check -> check.entry(entry);
        } catch (IllegalArgumentException e) {
            return check -> check.unreadable(chain, seq);
        }
    }

    private Set<Attribute> attributes(ResultSet row) throws SQLException {
        String text = row.getString("attributes");
        Set<Attribute> known = sets.get(text);
        if (known != null) {
            return known;
        }
        Set<Attribute> read = AuditRows.attributes(row);
        if (sets.size() < SETS) {
            sets.put(text, read);
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

    /** What all rows came to. */
    AuditCheck.Verdict verdict() {
        handOver();
        before.join();
        return check.verdict();
    }
}
