package fr.unefois.mdm.cluster;

import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Collection;

/** Partitions a component. A pure function of records, model and judgements: the order of the records does not matter. */
public final class Clusterer {
    public Clusterer(LinkageModel model) {
        throw new UnsupportedOperationException();
    }

    public Partition partition(Collection<StandardRecord> component, Judgements judgements) {
        throw new UnsupportedOperationException();
    }
}
