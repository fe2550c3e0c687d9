package fr.unefois.mdm.cluster;

import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Strongest links between records: the path whose weakest link is as strong as can be, as short as that allows. */
final class Path {
    private Path() {}

    /** @param records every two of them are compared, so they are few */
    static List<ScoredPair> between(SourceKey from, SourceKey to, List<StandardRecord> records, LinkageModel model) {
        int size = records.size();
        Weighing weighing = model.over(Columns.of(records));
        int[] strength = new int[size];
        int[] steps = new int[size];
        int[] before = new int[size];
        boolean[] done = new boolean[size];
        Arrays.fill(strength, Integer.MIN_VALUE);
        Arrays.fill(before, -1);
        int at = position(from, records);
        int end = position(to, records);
        strength[at] = Integer.MAX_VALUE;
        while (at != end) {
            done[at] = true;
            for (int other = 0; other < size; other++) {
                if (!done[other]) {
                    int link = Math.min(strength[at], weighing.weight(at, other));
                    boolean stronger = link > strength[other];
                    if (stronger || (link == strength[other] && steps[at] + 1 < steps[other])) {
                        strength[other] = link;
                        steps[other] = steps[at] + 1;
                        before[other] = at;
                    }
                }
            }
            at = next(strength, steps, done);
        }
        List<ScoredPair> path = new ArrayList<>();
        for (int last = end; before[last] >= 0; last = before[last]) {
            path.add(0, weighing.score(before[last], last));
        }
        return path;
    }

    private static int next(int[] strength, int[] steps, boolean[] done) {
        int best = -1;
        for (int i = 0; i < done.length; i++) {
            if (!done[i]
                    && (best < 0
                            || strength[i] > strength[best]
                            || (strength[i] == strength[best] && steps[i] < steps[best]))) {
                best = i;
            }
        }
        return best;
    }

    private static int position(SourceKey key, List<StandardRecord> records) {
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the records do not hold " + key);
    }
}
