package fr.unefois.mdm.store;

import fr.unefois.mdm.access.Access;
import fr.unefois.mdm.access.Audit;
import fr.unefois.mdm.access.AuditEntry;
import fr.unefois.mdm.access.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The account of accesses in PostgreSQL, as this process's chain, in transactions of its own: a row stays even when the
 * call fails later. Calls that wait for a commit are written together by the next of them: one commit for all.
 */
public final class PostgresAudit implements Audit {
    /** Calls that are written together. */
    private static final class Group {
        private final List<Access> accesses = new ArrayList<>();
        private boolean tried;
        private boolean kept;
        private @Nullable RuntimeException failure;
    }

    private final DataSource dataSource;
    private final ReentrantLock writing = new ReentrantLock();
    private final Object joining = new Object();
    private Group open = new Group();
    private UUID chain = UUID.randomUUID();
    private Digest head = AuditEntry.genesis(chain);
    private long seq;

    public PostgresAudit(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void record(Collection<Access> accesses) {
        if (accesses.isEmpty()) {
            return;
        }
        Group mine = join(accesses);
        writing.lock();
        try {
            if (!mine.tried) {
                write(leave());
            }
        } finally {
            writing.unlock();
        }
        if (!mine.kept) {
            throw new StoreFailure("writing the audit failed: no row, no data", mine.failure);
        }
    }

    private Group join(Collection<Access> accesses) {
        synchronized (joining) {
            accesses.stream().map(AuditRows::storable).forEach(open.accesses::add);
            return open;
        }
    }

    private Group leave() {
        synchronized (joining) {
            Group group = open;
            open = new Group();
            return group;
        }
    }

    /** Nobody knows what became of a commit that failed: a new chain begins, and the old one ends where it ends. */
    private void write(Group group) {
        group.tried = true;
        try {
            List<AuditEntry> entries = new ArrayList<>();
            Digest last = head;
            for (Access access : group.accesses) {
                AuditEntry entry = AuditEntry.after(last, chain, seq + entries.size() + 1, access);
                entries.add(entry);
                last = entry.hash();
            }
            Transactions.run(dataSource, "writing the audit", connection -> {
                AuditRows.append(connection, entries);
                return "";
            });
            seq += entries.size();
            head = last;
            group.kept = true;
        } catch (RuntimeException e) {
            group.failure = e;
        } finally {
            if (!group.kept) {
                chain = UUID.randomUUID();
                head = AuditEntry.genesis(chain);
                seq = 0;
            }
        }
    }

    @Override
    public List<Access> of(UUID citizen, int limit) {
        return Transactions.run(
                dataSource, "reading the audit", connection -> AuditRows.of(connection, citizen, limit));
    }
}
