package fr.unefois.mdm.store;

import fr.unefois.mdm.access.Access;
import fr.unefois.mdm.access.Audit;
import fr.unefois.mdm.access.AuditEntry;
import fr.unefois.mdm.access.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The account of accesses in PostgreSQL, as this process's chain, in transactions of its own: a row stays even when the
 * call fails later. Calls that wait for a commit are written together by the next of them: one commit for all.
 */
public final class PostgresAudit implements Audit {
    /** Calls that are written together, by the first of them. */
    private static final class Group {
        private final List<Access> accesses = new ArrayList<>();
        private final CountDownLatch tried = new CountDownLatch(1);
        private int calls;
        private boolean kept;
        private @Nullable RuntimeException failure;
    }

    /** So long a group waits for more, in nanoseconds: one commit costs nearly as much for one row as for ten. */
    private static final long GATHERING_A_CALL = 250_000;

    /** And no longer than this, whatever comes. */
    private static final long GATHERING = 3_000_000;

    private final DataSource dataSource;
    private final ReentrantLock writing = new ReentrantLock();
    private final Object joining = new Object();
    private Group open = new Group();
    private UUID chain = UUID.randomUUID();
    private Digest head = AuditEntry.genesis(chain);
    private long seq;

    /** Calls of the last group: the more come at once the longer it pays to wait, and who asks alone waits for nobody. */
    private int calls;

    public PostgresAudit(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void record(Collection<Access> accesses) {
        if (accesses.isEmpty()) {
            return;
        }
        List<Access> storable = accesses.stream().map(AuditRows::storable).toList();
        Group mine;
        boolean first;
        synchronized (joining) {
            mine = open;
            first = mine.accesses.isEmpty();
            mine.accesses.addAll(storable);
            mine.calls++;
        }
        if (first) {
            lead(mine);
        } else {
            await(mine);
        }
        if (!mine.kept) {
            throw new StoreFailure("writing the audit failed: no row, no data", mine.failure);
        }
    }

    /** While the group before is written, others join this one; who joins a written one's successor leads that. */
    private void lead(Group group) {
        writing.lock();
        try {
            if (calls > 1) {
                LockSupport.parkNanos(Math.min(GATHERING, calls * GATHERING_A_CALL));
            }
            synchronized (joining) {
                open = new Group();
            }
            calls = group.calls;
            write(group);
        } finally {
            writing.unlock();
            group.tried.countDown();
        }
    }

    private static void await(Group group) {
        try {
            group.tried.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailure("waiting for the audit was interrupted: no row, no data", e);
        }
    }

    /** Nobody knows what became of a commit that failed: a new chain begins, and the old one ends where it ends. */
    private void write(Group group) {
        try {
            List<AuditEntry> entries = new ArrayList<>();
            Digest last = head;
            for (Access access : group.accesses) {
                AuditEntry entry = AuditEntry.after(last, chain, seq + entries.size() + 1, access);
                entries.add(entry);
                last = entry.hash();
            }
            Transactions.together(dataSource, "writing the audit", AuditRows.append(entries), row -> "");
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
