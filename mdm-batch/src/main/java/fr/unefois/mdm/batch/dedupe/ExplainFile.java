package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.bulk.BlockingProfile;
import fr.unefois.mdm.bulk.Blocks;
import fr.unefois.mdm.bulk.BulkWalk;
import fr.unefois.mdm.cluster.ClusterStories;
import fr.unefois.mdm.cluster.ClusterStory;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Explains two rows of a file, as {@code dedupe} would link them. */
final class ExplainFile {
    private final People people;
    private final LinkageModel model;
    private final BlockingRules rules;
    private final Blocks blocks;

    ExplainFile(People people, LinkageModel model, Blocks blocks) {
        this.people = people;
        this.model = model;
        this.rules = model.rules();
        this.blocks = blocks;
    }

    Explanation explain(int first, int second, Progress progress) {
        Columns columns = people.columns();
        StandardRecord left = columns.record(first);
        StandardRecord right = columns.record(second);
        List<int[]> components = new BulkWalk(rules, model)
                .components(blocks, Judgements.none(), progress)
                .components();
        ClusterStory story = new ClusterStories(model, rules)
                .between(
                        left.key(),
                        right.key(),
                        component(first, components),
                        component(second, components),
                        Judgements.none());
        long[] hot = BlockingProfile.of(rules, columns).hot();
        return Explanation.of(model, rules, hot, left, right, story, Judgements.none());
    }

    private List<StandardRecord> component(int position, List<int[]> components) {
        return components.stream()
                .filter(component -> Arrays.binarySearch(component, position) >= 0)
                .findFirst()
                .map(people.columns()::records)
                .orElseThrow();
    }

    /** The row with the id, or with SOURCE/ID where several sources use one id. */
    static int position(People people, String name, Path file) {
        int found = -1;
        for (int i = 0; i < people.size(); i++) {
            String id = people.id(i);
            if (name.equals(people.source(i) + "/" + id)) {
                return i;
            }
            if (name.equals(id)) {
                if (found >= 0 && !people.source(found).equals(people.source(i))) {
                    throw new Unusable(
                            Command.WRONG_USAGE,
                            file + ": has several rows with the " + people.idColumn() + " " + name
                                    + "; name the source too: "
                                    + people.source(found) + "/" + name);
                }
                found = found < 0 ? i : found;
            }
        }
        if (found < 0) {
            throw new Unusable(
                    Command.FAILED,
                    file + ": has no row with the " + people.idColumn() + " " + name
                            + "; choose the id column with --id");
        }
        return found;
    }
}
