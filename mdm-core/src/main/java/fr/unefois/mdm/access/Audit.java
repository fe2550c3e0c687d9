package fr.unefois.mdm.access;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The account of every access. No row, no data: an answer leaves only after {@link #record} has returned. */
public interface Audit {
    /** Keeps the accesses, durably, before it returns; throws when it cannot. */
    void record(Collection<Access> accesses);

    /** The accesses to the citizen, under this reference and those that led to it, latest first. */
    List<Access> of(UUID citizen, int limit);
}
