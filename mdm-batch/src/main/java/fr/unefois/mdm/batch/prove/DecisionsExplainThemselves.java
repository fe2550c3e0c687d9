package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.arrive.Why;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.store.Found;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Promise 5: the reasons that are told hold the citizen together, and weigh what the model says when it is asked again. */
final class DecisionsExplainThemselves implements Promise {
    @Override
    public String words() {
        return "Every decision explains itself";
    }

    @Override
    public Finding tryOn(Ground ground) {
        int several = 0;
        int links = 0;
        int unexplained = 0;
        for (var ref : ground.told()) {
            if (ground.citizens().find(ref) instanceof Found.Live live
                    && live.citizen().golden().crosswalk().size() > 1) {
                Why why = Why.of(ref, ground.base(), ground.walk()).orElseThrow();
                several++;
                links += why.links().size();
                unexplained += explains(why, live.citizen(), ground) ? 0 : 1;
            }
        }
        return new Finding(
                "%,d citizens with several records, %,d links between them".formatted(several, links),
                unexplained == 0
                        ? "the links told hold each together, and weigh the same when scored again"
                        : unexplained + " citizens are not held together by what is told of them",
                unexplained == 0 && several > 0);
    }

    private static boolean explains(Why why, Citizen citizen, Ground ground) {
        Map<SourceKey, StandardRecord> standard = standardised(ground.citizens().records(citizen.ref()), ground.walk());
        return standard.keySet().equals(Set.copyOf(why.records()))
                && why.links().stream().allMatch(link -> weighsTheSame(link, standard, ground.walk()))
                && connected(why);
    }

    private static Map<SourceKey, StandardRecord> standardised(List<CitizenRecord> records, Walk walk) {
        Map<SourceKey, StandardRecord> standard = new HashMap<>();
        records.forEach(record -> standard.put(
                record.key(), walk.standardiser().standardise(record).record()));
        return standard;
    }

    private static boolean weighsTheSame(ScoredPair link, Map<SourceKey, StandardRecord> standard, Walk walk) {
        ScoredPair again = walk.model()
                .score(
                        Objects.requireNonNull(standard.get(link.left())),
                        Objects.requireNonNull(standard.get(link.right())));
        return again.weight() == link.weight()
                && again.evidence().equals(link.evidence())
                && !link.evidence().isEmpty();
    }

    private static boolean connected(Why why) {
        Set<SourceKey> reached = new HashSet<>(Set.of(why.records().get(0)));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (ScoredPair link : why.links()) {
                grown |= reach(reached, link.left(), link.right());
            }
            for (var judgement : why.judgements()) {
                grown |= judgement.verdict() == Verdict.SAME && reach(reached, judgement.left(), judgement.right());
            }
        }
        return reached.containsAll(why.records());
    }

    private static boolean reach(Set<SourceKey> reached, SourceKey left, SourceKey right) {
        return (reached.contains(left) && reached.add(right)) || (reached.contains(right) && reached.add(left));
    }
}
