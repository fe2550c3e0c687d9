package fr.unefois.mdm.access;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The account of every access. No row, no data: an answer leaves only after {@link #record} has returned. */
public interface Audit {
    /** Keeps the accesses, durably, before it returns; throws when it cannot. */
    void record(Collection<Access> accesses);

    /** The accesses to any of these citizens, latest first. */
    List<Access> of(Collection<UUID> citizens, int limit);
}
