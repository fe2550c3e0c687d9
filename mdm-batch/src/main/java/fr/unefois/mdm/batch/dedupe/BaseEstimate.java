package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.bulk.BulkBase;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.estimate.Estimation;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * The model that fits a base.
 *
 * @param records how many live records it was learned from
 * @param judgements how many judgements of stewards, those of pairs that are no longer live left aside
 */
record BaseEstimate(LinkageModel model, int records, int judgements) {
    static BaseEstimate of(BulkBase base, Walk walk, Progress progress) {
        List<StoredRecord> stored = new ArrayList<>();
        base.records(stored::add);
        List<StandardRecord> records = stored.parallelStream()
                .map(one -> walk.standardiser().standardise(one.record()).record())
                .toList();
        Judgements judgements = base.judgements()
                .among(records.stream().map(StandardRecord::key).toList());
        LinkageModel learned = Estimation.learn(walk.model(), records, Scope.LINK_AND_DEDUPE, judgements, progress);
        return new BaseEstimate(
                ModelOption.frozen(learned, Columns.of(records)),
                records.size(),
                judgements.all().size());
    }
}
