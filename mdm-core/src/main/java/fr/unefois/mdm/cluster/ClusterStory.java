package fr.unefois.mdm.cluster;

import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two records came into one cluster, or what keeps them in two.
 *
 * @param records how many records the component has, or the two components have
 * @param left of one cluster: the side of the first record when the two joined; of two: the first record's
 * @param right the other side, or the other cluster
 * @param path the strongest links from the first record to the second, so that the weakest among them is as strong as
 *     can be; empty where they are too many to look at
 * @param union what joining the two sides gains; null where they are too many to look at
 * @param judgements of stewards, between the two sides
 */
public record ClusterStory(
        Ending ending,
        int records,
        List<SourceKey> left,
        List<SourceKey> right,
        List<ScoredPair> path,
        @Nullable Union union,
        List<Judgement> judgements) {
    public ClusterStory {
        left = List.copyOf(left);
        right = List.copyOf(right);
        path = List.copyOf(path);
        judgements = List.copyOf(judgements);
    }

    ClusterStory ending(Ending other) {
        return new ClusterStory(other, records, left, right, path, union, judgements);
    }

    /** What became of the two records. */
    public enum Ending {
        /** In one cluster: the gain of joining its two sides reached the threshold. */
        JOINED,
        /** In one cluster: a steward judged records of its two sides the same. */
        JUDGED_SAME,
        /** In one cluster: so many records say the same that the component could not be cut. */
        ALIKE,
        /** In two: the gain of joining them does not reach the threshold. */
        APART,
        /** In two: a third cluster, surely of another person than the one, fits the other nearly as well. */
        RIVALLED,
        /** In two: a steward judged records of them different, or their sources may not match. */
        FORBIDDEN,
        /** In two: the component was too large, and was cut between them. */
        CUT_APART,
        /** In two: no chain of candidate pairs leads from one to the other. */
        UNCONNECTED;

        public boolean together() {
            return compareTo(APART) < 0;
        }
    }
}
