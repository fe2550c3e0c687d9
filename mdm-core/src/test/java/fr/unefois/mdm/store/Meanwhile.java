package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.bulk.BulkBase;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.SourceKey;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Somebody writes at a moment of a bulk walk. */
record Meanwhile(BulkBase base, Moment moment, Runnable writer) implements BulkBase {
    enum Moment {
        /** The records have been read. */
        READ,
        /** The judgements, too; nothing is written yet. */
        JUDGED,
        /** All is resolved. */
        RESOLVED
    }

    Meanwhile(BulkBase base, Runnable writer) {
        this(base, Moment.READ, writer);
    }

    private void now(Moment reached) {
        if (reached == moment) {
            writer.run();
        }
    }

    @Override
    public void records(Consumer<StoredRecord> each) {
        base.records(each);
        now(Moment.READ);
    }

    @Override
    public Judgements judgements() {
        Judgements judgements = base.judgements();
        now(Moment.JUDGED);
        return judgements;
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

    @Override
    public void apply(Iterator<Resolution> resolutions) {
        apply(resolutions, Collections::emptyIterator);
    }

    @Override
    public void apply(Iterator<Resolution> resolutions, Supplier<Iterator<Keyed>> keys) {
        Iterator<Resolution> observed = new Iterator<>() {
            private boolean ended;

            @Override
            public boolean hasNext() {
                boolean more = resolutions.hasNext();
                if (!more && !ended) {
                    ended = true;
                    now(Moment.RESOLVED);
                }
                return more;
            }

            @Override
            public Resolution next() {
                return resolutions.next();
            }
        };
        base.apply(observed, keys);
    }
}
