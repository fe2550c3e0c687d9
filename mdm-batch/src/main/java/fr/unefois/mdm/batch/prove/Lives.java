package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Judged;
import fr.unefois.mdm.arrive.Judging;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What becomes of records: some are corrected once, some deleted, of some pairs a steward judges.
 *
 * @param records each record's versions in their order; an empty last one where the source deletes it
 * @param judgements of records that stay, each of another pair
 */
record Lives(List<List<Version>> records, List<Judgement> judgements) {
    /** What a source says of its record now; no record where it has none any more. */
    record Version(SourceKey key, List<CitizenRecord> record) {}

    static Lives of(int size, Random random) {
        List<CitizenRecord> first = People.crowd(size, random);
        List<CitizenRecord> second = People.crowd(size, random);
        List<List<Version>> records = new ArrayList<>();
        List<SourceKey> staying = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            CitizenRecord record = first.get(i);
            List<Version> versions = new ArrayList<>(List.of(new Version(record.key(), List.of(record))));
            int fate = random.nextInt(5);
            if (fate == 0) {
                versions.add(new Version(record.key(), List.of()));
            } else {
                staying.add(record.key());
            }
            if (fate == 1) {
                CitizenRecord other =
                        new CitizenRecord(record.key(), null, second.get(i).values());
                versions.add(new Version(record.key(), List.of(other)));
            }
            records.add(versions);
        }
        return new Lives(records, judgements(staying, random));
    }

    /** Each record is judged once at most, so that no judgement follows from others. */
    private static List<Judgement> judgements(List<SourceKey> staying, Random random) {
        Set<SourceKey> judged = new HashSet<>();
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < staying.size() / 5; i++) {
            SourceKey left = staying.get(random.nextInt(staying.size()));
            SourceKey right = staying.get(random.nextInt(staying.size()));
            if (!left.equals(right) && !judged.contains(left) && !judged.contains(right)) {
                judged.addAll(Set.of(left, right));
                Verdict verdict = random.nextBoolean() ? Verdict.SAME : Verdict.DIFFERENT;
                judgements.add(new Judgement(left, right, verdict, "prove", Instant.EPOCH, null));
            }
        }
        return judgements;
    }

    /** The records that there are in the end. */
    List<CitizenRecord> last() {
        return records.stream()
                .flatMap(versions -> versions.get(versions.size() - 1).record().stream())
                .toList();
    }

    int steps() {
        return records.stream().mapToInt(List::size).sum() + judgements.size();
    }

    /** One of the orders that keep each record's versions in theirs; a judgement comes after its two records. */
    void play(Arrivals arrivals, Judging judging, Random random) {
        List<Deque<Version>> left = new ArrayList<>();
        records.forEach(versions -> left.add(new ArrayDeque<>(versions)));
        List<Judgement> undecided = new ArrayList<>(judgements);
        Set<SourceKey> arrived = new HashSet<>();
        while (!left.isEmpty() || !undecided.isEmpty()) {
            if (left.isEmpty() || random.nextInt(4) == 0) {
                undecided.removeIf(
                        one -> arrived.containsAll(Set.of(one.left(), one.right())) && decided(judging, one));
            } else {
                int which = random.nextInt(left.size());
                Version now = left.get(which).remove();
                arrived.add(now.key());
                now.record().forEach(arrivals::arrive);
                if (now.record().isEmpty()) {
                    arrivals.depart(now.key());
                }
                if (left.get(which).isEmpty()) {
                    left.remove(which);
                }
            }
        }
    }

    private static boolean decided(Judging judging, Judgement judgement) {
        if (judging.judge(judgement) instanceof Judged.Kept) {
            return true;
        }
        throw new IllegalStateException("a judgement was refused that contradicts no other");
    }
}
