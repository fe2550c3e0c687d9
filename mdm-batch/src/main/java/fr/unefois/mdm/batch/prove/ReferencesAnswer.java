package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.Found;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Promise 4: of every reference that the other trials brought about, the merged and the deleted ones among them. */
final class ReferencesAnswer implements Promise {
    private static final int LEAVING = 10;
    private static final int FIRST = 400_000;

    @Override
    public String words() {
        return "A reference once handed out always answers";
    }

    @Override
    public Finding tryOn(Ground ground) {
        int leaving = LEAVING * ground.times();
        int lost = 0;
        for (int number = FIRST; number < FIRST + leaving; number++) {
            SourceKey key = People.stranger(number, "desk").key();
            UUID ref = ground.arrivals()
                    .arrive(People.stranger(number, "desk"))
                    .refs()
                    .get(0);
            boolean left = ground.arrivals().depart(key).refs().contains(ref);
            lost += left && ground.citizens().find(ref) instanceof Found.Gone ? 0 : 1;
        }
        Set<UUID> told = ground.told();
        Map<String, Integer> answers = new TreeMap<>();
        told.forEach(ref -> answers.merge(
                ground.citizens().find(ref).getClass().getSimpleName().toLowerCase(Locale.ROOT), 1, Integer::sum));
        lost += answers.getOrDefault("unknown", 0);
        return new Finding(
                "%,d references that the base ever told of".formatted(told.size()),
                lost == 0 ? "all answer: " + answers : lost + " do not answer as they should: " + answers,
                lost == 0 && !told.isEmpty());
    }
}
