package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Judging;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.bulk.Relink;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.ChangeFeed;
import fr.unefois.mdm.store.Citizens;
import fr.unefois.mdm.store.Found;
import fr.unefois.mdm.store.Histories;
import fr.unefois.mdm.store.PostgresBulkBase;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What the promises are tried on: a base that holds nobody else.
 *
 * @param base by which records arrive in the data source
 * @param times how much more than the least is tried
 */
record Ground(DataSource dataSource, Base base, Walk walk, int times) {
    private static final int PAGE = 1000;

    Arrivals arrivals() {
        return new Arrivals(base, walk);
    }

    Judging judging() {
        return new Judging(base, walk);
    }

    Citizens citizens() {
        return new Citizens(dataSource);
    }

    Histories histories() {
        return new Histories(dataSource);
    }

    UUID ref(SourceKey key) {
        return citizens().refOf(key).orElseThrow(() -> new IllegalStateException("not linked: " + key));
    }

    Citizen citizen(UUID ref) {
        if (citizens().find(ref) instanceof Found.Live live) {
            return live.citizen();
        }
        throw new IllegalStateException("the reference of a live record carries no citizen");
    }

    /** Who decides, and now. */
    Judging.Word word() {
        return new Judging.Word("prove", Instant.now(), null);
    }

    /** Links everything anew, under a model that may be another. */
    void relink(Walk under) {
        Relink.Report linked = new Relink(new PostgresBulkBase(dataSource), under).run(new Progress.Silence());
        if (linked.records() == 0) {
            throw new IllegalStateException("there was nothing to link anew");
        }
    }

    /** Every reference that the base ever told of. */
    Set<UUID> told() {
        ChangeFeed feed = new ChangeFeed(dataSource);
        Set<UUID> refs = new TreeSet<>();
        List<ChangeFeed.Entry> some = feed.after(ChangeFeed.Cursor.START, PAGE);
        while (!some.isEmpty()) {
            some.forEach(entry -> {
                refs.add(entry.change().event().ref());
                refs.addAll(entry.change().event().others());
            });
            some = feed.after(some.get(some.size() - 1).cursor(), PAGE);
        }
        return refs;
    }
}
