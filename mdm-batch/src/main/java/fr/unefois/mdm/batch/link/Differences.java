package fr.unefois.mdm.batch.link;

import fr.unefois.mdm.access.SectorReferences;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.batch.JsonLine;
import fr.unefois.mdm.change.ChangeEvent;
import fr.unefois.mdm.review.ReviewTask;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Lists what a linking does to whom, a line each: merges, splits, and the questions to stewards. */
final class Differences implements Consumer<Resolution> {
    private final PrintWriter out;
    private final SectorReferences references;

    /** @param references of the sector that the lines are for */
    Differences(PrintWriter out, SectorReferences references) {
        this.out = out;
        this.references = references;
    }

    @Override
    public void accept(Resolution resolution) {
        resolution.changes().forEach(this::change);
        resolution.tasks().forEach(this::review);
    }

    private void change(ChangeEvent change) {
        if (change.kind() == ChangeEvent.Kind.MERGED) {
            out.println(new JsonLine("merge")
                    .with("ref", references.ref(change.ref()))
                    .withTexts(
                            "from",
                            change.others().stream().map(references::ref).toList()));
        } else if (change.kind() == ChangeEvent.Kind.SPLIT) {
            // A trial's new references will never be anybody's.
            out.println(new JsonLine("split")
                    .with("ref", references.ref(change.ref()))
                    .with("parts", change.others().size()));
        }
    }

    private void review(ReviewTask task) {
        out.println(new JsonLine("review")
                .with("left", task.pair().left().toString())
                .with("right", task.pair().right().toString())
                .with("reason", task.reason().name())
                .bits("matchWeight", task.pair().weight()));
    }
}
