package fr.unefois.mdm.batch;

import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.arrive.Walks;
import fr.unefois.mdm.bulk.Relink;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.store.Intake;
import fr.unefois.mdm.store.PostgresBase;
import fr.unefois.mdm.store.PostgresBulkBase;
import java.util.List;
import javax.sql.DataSource;

/** Links what waits to be linked: record by record while they are few, the whole base at once when they are many. */
public final class Linking {
    /** One record costs its own transaction, the whole base one pass over it: from here on the pass is cheaper. */
    private static final double MANY = 0.05;

    private static final int AT_ONCE = 200;

    private final DataSource dataSource;
    private final Walks.Version version;
    private final Intake intake;

    /** @param version the one in force, under which all is linked */
    public Linking(DataSource dataSource, Walks.Version version) {
        this.dataSource = dataSource;
        this.version = version;
        this.intake = new Intake(dataSource);
    }

    /**
     * @param live how many records the base has
     * @return how many records waited and are linked now
     */
    public long pending(long live, Progress progress) {
        long waiting = intake.pendingCount();
        if (waiting == 0) {
            return 0;
        }
        if (waiting > live * MANY) {
            everything(progress);
            // What was written while the base was linked.
            oneByOne(intake.pendingCount(), progress);
            return waiting;
        }
        return oneByOne(waiting, progress);
    }

    /** Links the whole base anew; a record that has the keys of an earlier version gets those of this one. */
    public Relink.Report everything(Progress progress) {
        boolean rekeys = intake.isPendingFromAnEarlierVersion();
        return new Relink(new PostgresBulkBase(dataSource, null, rekeys), version.walk()).run(progress);
    }

    private long oneByOne(long waiting, Progress progress) {
        if (waiting == 0) {
            return 0;
        }
        progress.begin("link");
        Arrivals arrivals = new Arrivals(new PostgresBase(dataSource), Walks.of(version));
        long done = 0;
        for (List<StoredRecord> some = intake.pending(AT_ONCE); !some.isEmpty(); some = intake.pending(AT_ONCE)) {
            for (StoredRecord one : some) {
                arrivals.settle(one.record().key());
                progress.at(++done, Math.max(done, waiting));
            }
        }
        return done;
    }
}
