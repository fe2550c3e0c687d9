package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.bulk.BulkBase;
import fr.unefois.mdm.decide.Judgements;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Somebody writes once the records have been read. */
record Meanwhile(BulkBase base, Runnable writer) implements BulkBase {
    @Override
    public void records(Consumer<StoredRecord> each) {
        base.records(each);
        writer.run();
    }

    @Override
    public Judgements judgements() {
        return base.judgements();
    }

    @Override
    public Map<UUID, Citizen> citizens(Collection<UUID> refs) {
        return base.citizens(refs);
    }

    @Override
    public UUID newRef() {
        return base.newRef();
    }

    @Override
    public void apply(Iterator<Resolution> resolutions) {
        base.apply(resolutions);
    }
}
