package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.cluster.ClusterStory;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.compare.Thresholds;
import fr.unefois.mdm.compare.Waterfall;
import fr.unefois.mdm.decide.Decision;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Zones;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.List;
import java.util.Optional;

/**
 * Why two records are one person or two. It holds no value of either.
 *
 * @param decision on the pair alone
 * @param objection the comparison that keeps the pair from being linked unasked
 * @param met the blocking rules under which the two meet
 * @param refined those of them whose block is too large, so that the two would have to share more, and do not
 * @param unmet all other rules
 * @param story what the cluster adds
 */
record Explanation(
        Waterfall waterfall,
        Thresholds thresholds,
        Decision decision,
        Optional<String> objection,
        List<String> met,
        List<String> refined,
        List<String> unmet,
        ClusterStory story) {

    /** @param hot the rules' keys that are refined */
    static Explanation of(
            LinkageModel model,
            BlockingRules rules,
            long[] hot,
            StandardRecord left,
            StandardRecord right,
            ClusterStory story,
            Judgements judgements) {
        ScoredPair pair = model.score(left, right);
        List<String> meeting = rules.meeting(left, right);
        List<String> met = rules.withHot(hot).meeting(left, right);
        return new Explanation(
                Waterfall.of(model, pair),
                model.thresholds(),
                new Zones(model, judgements).decide(pair),
                model.objection(pair),
                met,
                meeting.stream().filter(name -> !met.contains(name)).toList(),
                rules.names().stream().filter(name -> !meeting.contains(name)).toList(),
                story);
    }
}
