package fr.unefois.mdm.batch.dedupe;

import static fr.unefois.mdm.batch.dedupe.ExplanationText.bits;

import fr.unefois.mdm.cluster.ClusterStory;
import fr.unefois.mdm.cluster.Union;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.compare.Thresholds;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** What the cluster adds to a pair, for people to read. */
final class StoryText {
    /** Of a large cluster so many records are named. */
    private static final int NAMED = 8;

    private final PrintWriter out;
    private final Thresholds thresholds;

    StoryText(PrintWriter out, Thresholds thresholds) {
        this.out = out;
        this.thresholds = thresholds;
    }

    void print(ClusterStory story) {
        Paragraph.print(out, "cluster", ending(story));
        Paragraph.print(out, "one side", named(story.left()));
        if (!story.right().isEmpty()) {
            Paragraph.print(out, "other side", named(story.right()));
        }
        path(story.path());
        Union union = story.union();
        if (union != null) {
            union(union, story);
        }
        for (Judgement judgement : story.judgements()) {
            Paragraph.print(
                    out,
                    "judgement",
                    judgement.left() + " and " + judgement.right() + ": " + judgement.verdict() + ", on "
                            + judgement.at());
        }
    }

    private static String ending(ClusterStory story) {
        String of = " (" + story.records() + " records hang together)";
        return switch (story.ending()) {
            case JOINED -> "one: the two sides joined" + of;
            case JUDGED_SAME -> "one: a steward judged records of the two sides the same" + of;
            case ALIKE -> "one: so many records say the same that nothing tells them apart" + of;
            case APART -> "two: the gain of joining them is below the threshold" + of;
            case RIVALLED -> "two: a third cluster, of another person, fits one of them nearly as well" + of;
            case FORBIDDEN -> "two: a steward judged records of the two sides different" + of;
            case CUT_APART -> "two: the component is large and was cut between them" + of;
            case UNCONNECTED -> "two: no chain of candidate pairs leads from one to the other";
        };
    }

    private static String named(List<SourceKey> keys) {
        String names = keys.stream().limit(NAMED).map(SourceKey::toString).collect(Collectors.joining(", "));
        return keys.size() <= NAMED ? names : names + " and " + (keys.size() - NAMED) + " more";
    }

    private void path(List<ScoredPair> links) {
        if (links.size() < 2) {
            return;
        }
        // A link names its records in the order of their keys: the first record is the one that the second link lacks.
        ScoredPair first = links.get(0);
        ScoredPair second = links.get(1);
        boolean turned = first.left().equals(second.left()) || first.left().equals(second.right());
        SourceKey at = turned ? first.right() : first.left();
        StringBuilder path = new StringBuilder(at.toString());
        for (ScoredPair link : links) {
            at = link.left().equals(at) ? link.right() : link.left();
            path.append(" (").append(bits(link.weight())).append(") ").append(at);
        }
        Paragraph.print(out, "strongest path", path.toString());
    }

    private void union(Union union, ClusterStory story) {
        String against = switch (story.ending()) {
            case JOINED -> ", which reached ";
            case RIVALLED -> ", but a rival is within " + bits(thresholds.rival()) + "; the threshold is ";
            case APART ->
                union.gain() < thresholds.match()
                        ? ", which did not reach "
                        : union.objection()
                                .map(comparison -> ", but " + comparison + " objects; the threshold is ")
                                .orElse("; the threshold is ");
            default -> "; the threshold is ";
        };
        Paragraph.print(out, "gain", bits(union.gain()) + against + bits(thresholds.match()));
        Paragraph.print(
                out,
                "made of",
                "prior " + bits(union.prior()) + ", "
                        + union.parts().stream()
                                .filter(part -> part.same() != 0)
                                .map(part -> part.comparison() + " " + bits(part.same()))
                                .collect(Collectors.joining(", "))
                        + ", household " + bits(union.householdTerm()));
        union.against()
                .ifPresent(part -> Paragraph.print(
                        out, "against", part.comparison() + " spoke most against it: " + bits(part.same())));
    }
}
