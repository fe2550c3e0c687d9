package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.bulk.BulkBase;
import fr.unefois.mdm.bulk.Relink;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What the bulk walk makes of records that it sees for the first time, and all at once. */
final class BulkLoad implements BulkBase {
    private final List<CitizenRecord> records;
    private final Judgements judgements;
    private final Map<List<SourceKey>, GoldenRecord> goldens = new TreeMap<>(Comparator.comparing(List::toString));
    private final AtomicLong refs = new AtomicLong();

    private BulkLoad(Collection<CitizenRecord> records, List<Judgement> judgements) {
        this.records = records.stream()
                .sorted(Comparator.comparing(CitizenRecord::key))
                .toList();
        this.judgements = Judgements.of(judgements);
    }

    /** The golden record of each cluster, by its records. */
    static Map<List<SourceKey>, GoldenRecord> of(
            Collection<CitizenRecord> records, List<Judgement> judgements, Walk walk) {
        BulkLoad load = new BulkLoad(records, judgements);
        Relink.Report done = new Relink(load, walk).run(new Progress.Silence());
        if (done.clusters() != load.goldens.size()) {
            throw new IllegalStateException("not every cluster has its golden record");
        }
        return load.goldens;
    }

    @Override
    public void records(Consumer<StoredRecord> each) {
        records.forEach(record -> each.accept(new StoredRecord(record, null)));
    }

    @Override
    public Judgements judgements() {
        return judgements;
    }

    @Override
    public Map<UUID, Citizen> citizens(Collection<UUID> asked) {
        return Map.of();
    }

    @Override
    public UUID newRef() {
        return new UUID(0, refs.incrementAndGet());
    }

    @Override
    public void apply(Iterator<Resolution> resolutions) {
        resolutions.forEachRemaining(resolution -> resolution
                .citizens()
                .forEach(citizen -> goldens.put(citizen.golden().crosswalk(), citizen.golden())));
    }
}
