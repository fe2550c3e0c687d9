package fr.unefois.mdm.arrive;

import fr.unefois.mdm.block.KeyedColumns;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Arrays;

/**
 * Records in columns, with the walk's weights and keys over them: made once, whether it is for the component of one
 * change or for all those of the base. Threads may share it.
 */
public final class Weighed {
    private final Weighing weighing;
    private final KeyedColumns keyed;

    private Weighed(Weighing weighing, KeyedColumns keyed) {
        this.weighing = weighing;
        this.keyed = keyed;
    }

    public static Weighed of(Columns columns, Walk walk) {
        return new Weighed(walk.model().over(columns), walk.rules().over(columns));
    }

    public Weighing weighing() {
        return weighing;
    }

    SourceKey key(int position) {
        return weighing.columns().key(position);
    }

    StandardRecord standard(int position) {
        return weighing.columns().record(position);
    }

    /** The blocking keys of each of the records, sorted. */
    long[][] keys(int[] positions) {
        return Walk.keys(keyed, Arrays.stream(positions));
    }
}
