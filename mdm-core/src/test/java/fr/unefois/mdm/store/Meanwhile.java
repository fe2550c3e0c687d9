package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.bulk.BulkBase;
import fr.unefois.mdm.bulk.ForwardingBulkBase;
import fr.unefois.mdm.decide.Judgements;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Somebody writes at a moment of a bulk walk. */
final class Meanwhile extends ForwardingBulkBase {
    enum Moment {
        /** The records have been read. */
        READ,
        /** The judgements, too; nothing is written yet. */
        JUDGED,
        /** All is resolved. */
        RESOLVED
    }

    private final Moment moment;
    private final Runnable writer;

    Meanwhile(BulkBase base, Runnable writer) {
        this(base, Moment.READ, writer);
    }

    Meanwhile(BulkBase base, Moment moment, Runnable writer) {
        super(base);
        this.moment = moment;
        this.writer = writer;
    }

    private void now(Moment reached) {
        if (reached == moment) {
            writer.run();
        }
    }

    @Override
    public void records(Consumer<StoredRecord> each) {
        super.records(each);
        now(Moment.READ);
    }

    @Override
    public Judgements judgements() {
        Judgements judgements = super.judgements();
        now(Moment.JUDGED);
        return judgements;
    }

    @Override
    public void apply(Iterator<Resolution> resolutions, Supplier<Iterator<Keyed>> keys) {
        super.apply(
                new Iterator<>() {
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
                },
                keys);
    }
}
