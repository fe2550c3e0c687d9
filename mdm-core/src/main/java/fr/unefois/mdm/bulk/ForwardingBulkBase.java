package fr.unefois.mdm.bulk;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Another base as it is, for whoever looks on or changes one thing of it. */
public abstract class ForwardingBulkBase implements BulkBase {
    private final BulkBase base;

    protected ForwardingBulkBase(BulkBase base) {
        this.base = base;
    }

    @Override
    public void records(Consumer<StoredRecord> each) {
        base.records(each);
    }

    @Override
    public Walk walk(Walk given, Columns records) {
        return base.walk(given, records);
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
    public Map<UUID, Long> retired(Collection<UUID> refs, Collection<SourceKey> records) {
        return base.retired(refs, records);
    }

    @Override
    public UUID newRef() {
        return base.newRef();
    }

    /** By {@link #apply(Iterator, Supplier)}, so that who changes one changes both. */
    @Override
    public final void apply(Iterator<Resolution> resolutions) {
        apply(resolutions, Collections::emptyIterator);
    }

    @Override
    public void apply(Iterator<Resolution> resolutions, Supplier<Iterator<Keyed>> keys) {
        base.apply(resolutions, keys);
    }
}
