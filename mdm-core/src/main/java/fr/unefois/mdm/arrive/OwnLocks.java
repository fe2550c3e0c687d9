package fr.unefois.mdm.arrive;

import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import java.util.Set;
import java.util.TreeSet;

/**
 * Locks that stand for records, be they stored or not. Always taken before those of blocking keys, so that no two
 * arrivals can wait in a circle.
 */
final class OwnLocks {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private OwnLocks() {}

    /**
     * Two versions of one record wait for each other before either looks at what is stored; so do two records that a
     * steward judged the same, for they may share no blocking key, and join as soon as both are there.
     */
    static long[] of(SourceKey key, Judgements judgements) {
        Set<SourceKey> keys = new TreeSet<>(Set.of(key));
        judgements.all().stream()
                .filter(judgement -> judgement.verdict() == Verdict.SAME)
                .forEach(judgement -> keys.addAll(Set.of(judgement.left(), judgement.right())));
        return keys.stream().mapToLong(OwnLocks::hash).toArray();
    }

    private static long hash(SourceKey key) {
        long hash = OFFSET;
        String text = key.source() + '\u0000' + key.id();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }
}
