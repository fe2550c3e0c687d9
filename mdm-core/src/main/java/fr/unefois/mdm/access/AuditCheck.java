package fr.unefois.mdm.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the account: every row in its place and as it was written, every chain whole to its end, every seal over
 * what it sealed, every exported root found again. Takes the rows of one chain after the other, each in order.
 */
public final class AuditCheck {
    /** Where a chain ends. */
    public record Head(UUID chain, long seq, Digest hash) {}

    /** A seal as the store holds it, with its segments as the store holds them. */
    public record Sealed(AuditSeal seal, List<AuditSegment> segments) {
        public Sealed {
            segments = List.copyOf(segments);
        }
    }

    /** What was found: nothing wrong where {@code faults} is empty. */
    public record Verdict(long rows, long purged, int chains, int seals, List<String> faults) {
        public Verdict {
            faults = List.copyOf(faults);
        }

        public boolean intact() {
            return faults.isEmpty();
        }
    }

    private final Map<UUID, Head> heads = new TreeMap<>();
    private final Map<UUID, List<AuditSegment>> segments = new HashMap<>();
    private final Set<UUID> begun = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final int seals;
    private final Instant mayBePurged;
    private long rows;
    private long purged;
    private @Nullable ChainCheck open;

    /**
     * @param exported the roots that left the host, by the seal's number
     * @param mayBePurged rows sealed before it may be gone, none after
     */
    public AuditCheck(List<Head> heads, List<Sealed> sealed, Map<Long, Digest> exported, Instant mayBePurged) {
        heads.forEach(head -> this.heads.put(head.chain(), head));
        this.seals = sealed.size();
        this.mayBePurged = mayBePurged;
        checkSeals(sealed, exported);
        segments.values().forEach(list -> list.sort(Comparator.comparingLong(AuditSegment::from)));
        segments.keySet().stream()
                .filter(chain -> !this.heads.containsKey(chain))
                .sorted()
                .forEach(chain -> faults.add("chain " + chain + " was sealed and is gone"));
    }

    private void checkSeals(List<Sealed> sealed, Map<Long, Digest> exported) {
        Digest previous = AuditSeal.NONE;
        long no = 1;
        for (Sealed one : sealed) {
            AuditSeal seal = one.seal();
            if (seal.no() != no || !seal.previous().equals(previous) || !seal.covers(one.segments())) {
                faults.add("seal " + no + " is missing or was changed");
                no = seal.no();
            }
            if (!exported.getOrDefault(no, seal.root()).equals(seal.root())) {
                faults.add("seal " + no + " is not the one whose root was exported");
            }
            for (AuditSegment segment : one.segments()) {
                segments.computeIfAbsent(segment.chain(), chain -> new ArrayList<>())
                        .add(segment);
                if (segment.purgedAt() != null && !seal.at().isBefore(mayBePurged)) {
                    faults.add("rows of seal " + no + " were removed before their retention ended");
                }
            }
            previous = seal.root();
            no++;
        }
        long last = no - 1;
        exported.keySet().stream()
                .filter(known -> known > last)
                .sorted()
                .forEach(known -> faults.add("seal " + known + " was exported and is gone"));
    }

    /** The next row: of the same chain as the one before, or of the next chain. */
    public void entry(AuditEntry entry) {
        chain(entry.chain()).entry(entry);
    }

    /** The same for a row that holds what no row can have been written with. */
    public void unreadable(UUID chain, long seq) {
        chain(chain).unreadable(seq);
    }

    private ChainCheck chain(UUID chain) {
        rows++;
        if (open == null || !open.chain().equals(chain)) {
            close();
            open = begin(chain);
        }
        return open;
    }

    public Verdict verdict() {
        close();
        // A chain without a row is right only where all of it was purged.
        for (UUID chain : heads.keySet()) {
            if (!begun.contains(chain)) {
                open = begin(chain);
                close();
            }
        }
        return new Verdict(rows, purged, heads.size(), seals, faults);
    }

    private ChainCheck begin(UUID chain) {
        if (!begun.add(chain)) {
            faults.add("chain " + chain + " was read twice");
        }
        return new ChainCheck(chain, segments.getOrDefault(chain, Collections.emptyList()), heads.get(chain));
    }

    private void close() {
        if (open != null) {
            open.end().ifPresent(faults::add);
            purged += open.purged();
            open = null;
        }
    }
}
