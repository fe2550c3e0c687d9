package fr.unefois.mdm.arrive;

import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * What becomes of records: some are corrected once, some deleted, of some pairs stewards judge.
 *
 * @param versions by record in its order; an empty last one where the source deletes it
 * @param judgements in their order, of records that stay, and none that contradicts another
 */
record Lives(Map<SourceKey, List<List<CitizenRecord>>> versions, List<Judgement> judgements) {
    private static final List<Verdict> VERDICTS = List.of(Verdict.values());

    static Lives of(List<CitizenRecord> first, List<CitizenRecord> second, Random random) {
        Map<SourceKey, List<List<CitizenRecord>>> versions = new LinkedHashMap<>();
        List<SourceKey> staying = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            CitizenRecord record = first.get(i);
            List<List<CitizenRecord>> life = new ArrayList<>(List.of(List.of(record)));
            int fate = random.nextInt(4);
            if (fate == 0) {
                CitizenRecord other = second.get(i);
                life.add(List.of(new CitizenRecord(record.key(), other.asOf(), other.values())));
            } else if (fate == 1) {
                life.add(List.of());
            }
            if (fate != 1) {
                staying.add(record.key());
            }
            versions.put(record.key(), life);
        }
        return new Lives(versions, judgements(staying, random));
    }

    /** Each record is judged once at most, so that no judgement follows from others. */
    private static List<Judgement> judgements(List<SourceKey> staying, Random random) {
        Set<SourceKey> judged = new HashSet<>();
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            SourceKey left = staying.get(random.nextInt(staying.size()));
            SourceKey right = staying.get(random.nextInt(staying.size()));
            if (!left.equals(right) && !judged.contains(left) && !judged.contains(right)) {
                judged.addAll(Set.of(left, right));
                Verdict verdict = VERDICTS.get(random.nextInt(VERDICTS.size()));
                judgements.add(
                        new Judgement(left, right, Verdict.SAME, "camille", Instant.ofEpochSecond(2L * i), null));
                judgements.add(new Judgement(left, right, verdict, "alix", Instant.ofEpochSecond(2L * i + 1), null));
            }
        }
        return judgements;
    }

    /** The records that there are in the end. */
    List<CitizenRecord> last() {
        return versions.values().stream()
                .flatMap(life -> life.get(life.size() - 1).stream())
                .toList();
    }

    /** One of the orders that keep each record's versions and the judgements in theirs. */
    void play(Arrivals arrivals, Judging judging, Random random) {
        Map<SourceKey, Integer> at = new HashMap<>();
        int nextJudgement = 0;
        List<SourceKey> left = new ArrayList<>(versions.keySet());
        while (!left.isEmpty() || nextJudgement < judgements.size()) {
            if (nextJudgement < judgements.size() && (left.isEmpty() || random.nextInt(3) == 0)) {
                Judgement judgement = judgements.get(nextJudgement);
                if (at.containsKey(judgement.left()) && at.containsKey(judgement.right())) {
                    if (!(judging.judge(judgement) instanceof Judged.Kept)) {
                        throw new IllegalStateException("no judgement contradicts another");
                    }
                    nextJudgement++;
                    continue;
                }
            }
            SourceKey key = left.get(random.nextInt(left.size()));
            List<List<CitizenRecord>> life = Objects.requireNonNull(versions.get(key));
            int version = at.merge(key, 1, Integer::sum) - 1;
            if (life.get(version).isEmpty()) {
                arrivals.depart(key);
            } else {
                arrivals.arrive(life.get(version).get(0));
            }
            if (version + 1 == life.size()) {
                left.remove(key);
            }
        }
    }
}
