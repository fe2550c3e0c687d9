package fr.unefois.mdm.bulk;

import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.arrive.Weighed;
import fr.unefois.mdm.block.KeyReader;
import fr.unefois.mdm.command.Phase;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Links the whole base anew: the same resolver as for one record, over all components. */
public final class Relink {
    private final BulkBase base;
    private final Walk given;

    /** @param given the walk, unless {@link BulkBase#walk} has another */
    public Relink(BulkBase base, Walk given) {
        this.base = base;
        this.given = given;
    }

    /**
     * @param records live source records
     * @param candidatePairs pairs scored
     * @param clusters clusters found
     * @param changed citizens created or changed
     * @param toReview open tasks
     */
    public record Report(long records, long candidatePairs, long clusters, long changed, long toReview) {}

    public Report run(Progress progress) {
        List<StoredRecord> records = new ArrayList<>();
        base.records(records::add);
        List<StandardRecord> standards = standardised(records, progress);
        return link(records::get, position -> records.get(position).ref(), Columns.of(standards), progress);
    }

    /**
     * Links records none of which has ever been linked, read and standardised already.
     *
     * @param records by position; threads ask at once, for each once
     */
    public Report first(IntFunction<CitizenRecord> records, Columns columns, Progress progress) {
        return link(position -> new StoredRecord(records.apply(position), null), position -> null, columns, progress);
    }

    private Report link(
            IntFunction<StoredRecord> stored, IntFunction<@Nullable UUID> refs, Columns columns, Progress progress) {
        Walk walk = base.walk(given, columns);
        Judgements judgements = base.judgements();
        Weighed weighed = Weighed.of(columns, walk);
        BulkWalk.Components found = new BulkWalk(walk.rules(), walk.model())
                .components(blocks(walk, columns, progress), weighed.weighing(), judgements, progress);
        List<int[]> components = new Together(refs).of(found.components());
        // A copy has no edge but the one to its original, and who is met in a refined block need not share a key.
        boolean all = found.copies() == 0 && found.hotBlocks() == 0;
        try (Phase phase = Phase.begin(progress, "merge", columns.size());
                Resolutions resolutions = new Resolutions(
                        base,
                        walk,
                        all ? weighed.knowing(found.edges()) : weighed,
                        stored,
                        components,
                        judgements,
                        phase)) {
            base.apply(resolutions, () -> keyed(walk, columns));
            return new Report(
                    columns.size(),
                    found.candidatePairs(),
                    resolutions.clusters(),
                    resolutions.changed(),
                    resolutions.toReview());
        }
    }

    private static Blocks blocks(Walk walk, Columns columns, Progress progress) {
        try (Phase phase = Phase.begin(progress, "block", columns.size())) {
            Blocks blocks = Blocks.asRuled(walk.rules(), columns);
            phase.at(columns.size());
            return blocks;
        }
    }

    private static Iterator<BulkBase.Keyed> keyed(Walk walk, Columns columns) {
        KeyReader reader = walk.rules().over(columns).reader();
        return columns.positions()
                .mapToObj(position -> {
                    long[] keys = new long[reader.read(position)];
                    Arrays.setAll(keys, reader::key);
                    return new BulkBase.Keyed(columns.key(position), keys);
                })
                .iterator();
    }

    private List<StandardRecord> standardised(List<StoredRecord> records, Progress progress) {
        try (Phase phase = Phase.begin(progress, "standardise", records.size())) {
            return records.parallelStream()
                    .map(one -> {
                        phase.advance(1);
                        return given.standardiser().standardise(one.record()).record();
                    })
                    .toList();
        }
    }
}
