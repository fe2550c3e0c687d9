package fr.unefois.mdm.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.access.AuditCheck.Head;
import fr.unefois.mdm.access.AuditCheck.Sealed;
import fr.unefois.mdm.access.AuditCheck.Verdict;
import fr.unefois.mdm.record.Attribute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AuditCheckTest {
    private static final Instant START = Instant.parse("2026-11-26T08:00:00Z");
    private static final int MUTATIONS = 10_000;

    private final Random random = new Random(6);

    /** A store in memory: three processes, sealed in four minutes, some rows not sealed yet. */
    private static final class Store {
        private final List<AuditEntry> rows = new ArrayList<>();
        private final List<Head> heads = new ArrayList<>();
        private final List<Sealed> sealed = new ArrayList<>();
        private final Map<Long, Digest> exported = new TreeMap<>();

        Verdict verdict() {
            return verdict(START);
        }

        Verdict verdict(Instant mayBePurged) {
            AuditCheck check = new AuditCheck(heads, sealed, exported, mayBePurged);
            rows.forEach(check::entry);
            return check.verdict();
        }

        Store copy() {
            Store copy = new Store();
            copy.rows.addAll(rows);
            copy.heads.addAll(heads);
            copy.sealed.addAll(sealed);
            copy.exported.putAll(exported);
            return copy;
        }
    }

    @Test
    void anUntouchedStoreIsIntact() {
        Store store = store();
        assertThat(store.verdict()).isEqualTo(new Verdict(store.rows.size(), 0, 3, 4, List.of()));
        assertThat(new Store().verdict().intact()).isTrue();
    }

    @Test
    void everyRandomEditDeletionReorderingAndTruncationIsDetected() {
        Store store = store();
        for (int i = 0; i < MUTATIONS; i++) {
            Store changed = store.copy();
            String what = mutate(changed);
            assertThat(changed.verdict().intact()).as("%d: %s", i, what).isFalse();
        }
    }

    @Test
    void whoRewritesTheWholeChainIsBetrayedByTheExportedRoots() {
        Store store = store();
        Store forged = store(START.plusSeconds(1));
        forged.exported.clear();
        assertThat(forged.verdict().intact()).isTrue();
        forged.exported.putAll(store.exported);
        assertThat(forged.verdict().faults()).contains("seal 1 is not the one whose root was exported");
    }

    @Test
    void whoCutsTheTailWithItsSealsIsBetrayedByTheExportedRoots() {
        Store store = store();
        store.sealed.remove(3);
        for (Head head : List.copyOf(store.heads)) {
            long end = store.sealed.get(2).segments().stream()
                    .filter(segment -> segment.chain().equals(head.chain()))
                    .mapToLong(AuditSegment::to)
                    .findFirst()
                    .orElseThrow();
            store.rows.removeIf(row -> row.chain().equals(head.chain()) && row.seq() > end);
            store.heads.replaceAll(known -> known.chain().equals(head.chain())
                    ? new Head(
                            head.chain(),
                            end,
                            store.rows.get(last(store, head.chain())).hash())
                    : known);
        }
        assertThat(store.verdict().faults()).containsExactly("seal 4 was exported and is gone");
    }

    @Test
    void purgedSegmentsLeaveAChainThatStillVerifies() {
        Store store = store();
        purge(store, 2);
        Verdict verdict = store.verdict(START.plusSeconds(10_000));
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.purged()).isPositive();
        assertThat(store.verdict(START.minusSeconds(1)).faults())
                .contains("rows of seal 1 were removed before their retention ended");
    }

    @Test
    void aChangeAfterAPurgedSegmentIsStillDetected() {
        Store purged = store();
        purge(purged, 2);
        for (int i = 0; i < 500; i++) {
            Store changed = purged.copy();
            String what = mutate(changed);
            assertThat(changed.verdict(START.plusSeconds(10_000)).intact())
                    .as("%d: %s", i, what)
                    .isFalse();
        }
    }

    private static void purge(Store store, int seals) {
        for (int i = 0; i < seals; i++) {
            Sealed sealed = store.sealed.get(i);
            List<AuditSegment> emptied = sealed.segments().stream()
                    .map(one -> new AuditSegment(one.chain(), one.from(), one.to(), one.start(), one.end(), START))
                    .toList();
            store.rows.removeIf(row -> emptied.stream()
                    .anyMatch(one ->
                            one.chain().equals(row.chain()) && row.seq() >= one.from() && row.seq() <= one.to()));
            store.sealed.set(i, new Sealed(sealed.seal(), emptied));
        }
    }

    private String mutate(Store store) {
        int at = random.nextInt(store.rows.size());
        AuditEntry row = store.rows.get(at);
        switch (random.nextInt(8)) {
            case 0 -> {
                store.rows.set(at, edited(row));
                return "edited row " + at;
            }
            case 1 -> {
                store.rows.remove(at);
                return "deleted row " + at;
            }
            case 2 -> {
                int to = (at + 1 + random.nextInt(store.rows.size() - 1)) % store.rows.size();
                Collections.swap(store.rows, at, to);
                return "swapped " + at + " and " + to;
            }
            case 3 -> {
                store.rows.subList(at, store.rows.size()).clear();
                return "truncated at " + at;
            }
            case 4 -> {
                store.rows.add(at, AuditEntry.after(row.hash(), row.chain(), row.seq() + 1, row.access()));
                return "inserted at " + at;
            }
            case 5 -> {
                store.rows.set(at, forged(row));
                return "rewrote row " + at + " with its hash";
            }
            case 6 -> {
                store.rows.removeIf(one -> one.chain().equals(row.chain()));
                return "removed chain " + row.chain();
            }
            default -> {
                int seal = random.nextInt(store.sealed.size());
                store.sealed.remove(seal);
                return "removed seal " + (seal + 1);
            }
        }
    }

    /** One field of the row, the hash as it was. */
    private AuditEntry edited(AuditEntry row) {
        Access a = row.access();
        Access edited = switch (random.nextInt(7)) {
            case 0 -> access(a, a.at().plusNanos(1000), a.client(), a.purpose(), a.citizen());
            case 1 -> access(a, a.at(), a.client() + "x", a.purpose(), a.citizen());
            case 2 -> access(a, a.at(), a.client(), "other", a.citizen());
            case 3 -> access(a, a.at(), a.client(), a.purpose(), new UUID(random.nextLong(), 1));
            case 4 -> moved(a);
            case 5 -> with(a, Set.of(Attribute.PHONES));
            default -> with(a, Set.of());
        };
        return new AuditEntry(row.chain(), row.seq(), edited, row.hash());
    }

    private static AuditEntry forged(AuditEntry row) {
        Access changed = access(
                row.access(),
                row.access().at(),
                "somebody-else",
                row.access().purpose(),
                row.access().citizen());
        return AuditEntry.after(AuditEntry.genesis(row.chain()), row.chain(), row.seq(), changed);
    }

    /** The client's last letter becomes the contract's first. */
    private static Access moved(Access a) {
        int cut = a.client().length() - 1;
        return new Access(
                a.at(),
                a.client().substring(0, cut),
                a.agent(),
                a.onBehalfOf(),
                a.client().substring(cut) + a.contract(),
                a.contractVersion(),
                a.purpose(),
                a.operation(),
                a.citizen(),
                a.attributes());
    }

    private static Access access(Access a, Instant at, String client, String purpose, UUID citizen) {
        return new Access(
                at,
                client,
                a.agent(),
                a.onBehalfOf(),
                a.contract(),
                a.contractVersion(),
                purpose,
                a.operation(),
                citizen,
                a.attributes());
    }

    private static Access with(Access a, Set<Attribute> attributes) {
        return new Access(
                a.at(),
                a.client(),
                a.agent(),
                a.onBehalfOf(),
                a.contract(),
                a.contractVersion(),
                a.purpose(),
                a.operation(),
                a.citizen(),
                attributes);
    }

    private static Store store() {
        return store(START);
    }

    private static Store store(Instant start) {
        Store store = new Store();
        Map<UUID, List<AuditEntry>> chains = new TreeMap<>();
        for (long c = 1; c <= 3; c++) {
            chains.put(new UUID(c, c), new ArrayList<>());
        }
        Digest previous = AuditSeal.NONE;
        for (int minute = 0; minute < 5; minute++) {
            List<AuditSegment> segments = new ArrayList<>();
            for (Map.Entry<UUID, List<AuditEntry>> chain : chains.entrySet()) {
                segments.add(grow(chain.getKey(), chain.getValue(), start.plusSeconds(60L * minute)));
            }
            if (minute < 4) {
                AuditSeal seal = AuditSeal.over(minute + 1, start.plusSeconds(60L * minute + 59), previous, segments);
                store.sealed.add(new Sealed(seal, segments));
                store.exported.put(seal.no(), seal.root());
                previous = seal.root();
            }
        }
        chains.forEach((chain, rows) -> {
            store.rows.addAll(rows);
            AuditEntry last = rows.get(rows.size() - 1);
            store.heads.add(new Head(chain, last.seq(), last.hash()));
        });
        return store;
    }

    private static AuditSegment grow(UUID chain, List<AuditEntry> rows, Instant at) {
        Digest start = rows.isEmpty()
                ? AuditEntry.genesis(chain)
                : rows.get(rows.size() - 1).hash();
        Digest last = start;
        int from = rows.size() + 1;
        for (int i = 0; i < 6; i++) {
            Access access = new Access(
                    at.plusSeconds(i),
                    "portal",
                    i % 2 == 0 ? "agent" : null,
                    null,
                    "portail",
                    "v1",
                    "prefill",
                    Operation.READ,
                    new UUID(at.getEpochSecond(), i),
                    Set.of(Attribute.BIRTH_NAME, Attribute.EMAILS));
            AuditEntry entry = AuditEntry.after(last, chain, rows.size() + 1, access);
            rows.add(entry);
            last = entry.hash();
        }
        return new AuditSegment(chain, from, rows.size(), start, last, null);
    }

    private static int last(Store store, UUID chain) {
        return store.rows.stream()
                .filter(row -> row.chain().equals(chain))
                .map(store.rows::indexOf)
                .collect(Collectors.maxBy(Integer::compare))
                .orElseThrow();
    }
}
