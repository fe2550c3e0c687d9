package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.JsonLine;
import fr.unefois.mdm.cluster.ClusterStory;
import fr.unefois.mdm.cluster.Union;
import fr.unefois.mdm.compare.Waterfall;
import fr.unefois.mdm.record.SourceKey;
import java.util.List;
import java.util.Locale;

/** An explanation for machines, on one line. Weights are bits. */
final class ExplanationJson {
    private ExplanationJson() {}

    static JsonLine of(Explanation explanation) {
        Waterfall waterfall = explanation.waterfall();
        List<JsonLine> steps = waterfall.steps().stream()
                .map(step -> new JsonLine()
                        .with("comparison", step.evidence().comparison())
                        .with("level", step.evidence().level())
                        .bits("person", step.evidence().weight())
                        .bits("household", step.evidence().householdWeight())
                        .bits("running", step.running()))
                .toList();
        JsonLine line = new JsonLine()
                .with("left", key(waterfall.left()))
                .with("right", key(waterfall.right()))
                .with(
                        "prior",
                        new JsonLine()
                                .bits("person", waterfall.matchPrior())
                                .bits("household", waterfall.householdPrior()))
                .with("comparisons", steps)
                .bits("household", waterfall.household())
                .bits("householdTerm", waterfall.householdTerm())
                .bits("matchWeight", waterfall.weight())
                .with("matchProbability", waterfall.probability())
                .with("decision", explanation.decision().name());
        explanation.objection().ifPresent(comparison -> line.with("objection", comparison));
        return line.with(
                        "thresholds",
                        new JsonLine()
                                .bits("match", explanation.thresholds().match())
                                .bits("review", explanation.thresholds().review())
                                .bits("floor", explanation.thresholds().floor()))
                .with(
                        "blocking",
                        new JsonLine()
                                .withTexts("met", explanation.met())
                                .withTexts("tooCommon", explanation.refined())
                                .withTexts("unmet", explanation.unmet()))
                .with("cluster", story(explanation.story()));
    }

    private static JsonLine story(ClusterStory story) {
        JsonLine line = new JsonLine()
                .with("together", story.ending().together())
                .with("ending", story.ending().name().toLowerCase(Locale.ROOT))
                .with("records", story.records())
                .with("left", keys(story.left()))
                .with("right", keys(story.right()))
                .with(
                        "path",
                        story.path().stream()
                                .map(link -> new JsonLine()
                                        .with("left", key(link.left()))
                                        .with("right", key(link.right()))
                                        .bits("matchWeight", link.weight()))
                                .toList());
        Union union = story.union();
        if (union != null) {
            line.with("gain", union(union));
        }
        return line.with(
                "judgements",
                story.judgements().stream()
                        .map(judgement -> new JsonLine()
                                .with("left", key(judgement.left()))
                                .with("right", key(judgement.right()))
                                .with("verdict", judgement.verdict().name())
                                .with("at", judgement.at().toString()))
                        .toList());
    }

    private static JsonLine union(Union union) {
        JsonLine line = new JsonLine()
                .bits("prior", union.prior())
                .with(
                        "comparisons",
                        union.parts().stream()
                                .map(part -> new JsonLine()
                                        .with("comparison", part.comparison())
                                        .bits("person", part.same())
                                        .bits("household", part.household()))
                                .toList())
                .bits("householdTerm", union.householdTerm())
                .bits("total", union.gain());
        union.objection().ifPresent(comparison -> line.with("objection", comparison));
        union.against().ifPresent(part -> line.with("against", part.comparison()));
        return line;
    }

    private static List<JsonLine> keys(List<SourceKey> keys) {
        return keys.stream().map(ExplanationJson::key).toList();
    }

    private static JsonLine key(SourceKey key) {
        return new JsonLine().with("source", key.source()).with("id", key.id());
    }
}
