package fr.unefois.mdm.arrive;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.block.KeyedColumns;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records in columns, with the walk's weights and keys over them: made once, whether it is for the component of one
 * change or for all those of the base. Threads may share it.
 */
public final class Weighed {
    private final Weighing weighing;
    private final BlockingRules rules;
    private final @Nullable FoundEdges found;
    /** Once they are asked for. */
    private @Nullable KeyedColumns keyed;

    private Weighed(Weighing weighing, BlockingRules rules, @Nullable FoundEdges found) {
        this.weighing = weighing;
        this.rules = rules;
        this.found = found;
    }

    public static Weighed of(Columns columns, Walk walk) {
        return new Weighed(walk.model().over(columns), walk.rules(), null);
    }

    /** The same where all edges are known. */
    public Weighed knowing(FoundEdges edges) {
        return new Weighed(weighing, rules, edges);
    }

    public Weighing weighing() {
        return weighing;
    }

    Optional<FoundEdges> found() {
        return Optional.ofNullable(found);
    }

    SourceKey key(int position) {
        return weighing.columns().key(position);
    }

    StandardRecord standard(int position) {
        return weighing.columns().record(position);
    }

    private synchronized KeyedColumns keyed() {
        KeyedColumns once = keyed == null ? rules.over(weighing.columns()) : keyed;
        keyed = once;
        return once;
    }

    /** The blocking keys of each of the records, sorted. */
    long[][] keys(int[] positions) {
        return Walk.keys(keyed(), Arrays.stream(positions));
    }
}
