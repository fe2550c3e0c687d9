package fr.unefois.mdm.batch.link;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.bulk.BulkBase;
import fr.unefois.mdm.change.ChangeEvent;
import fr.unefois.mdm.decide.Judgements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WatchedBaseTest {
    private static final UUID ANNE = new UUID(0, 1);
    private static final UUID LUC = new UUID(0, 2);

    private final Kept kept = new Kept();

    @Test
    void countsWhatChangesAndPassesItOn() {
        WatchedBase base = new WatchedBase(kept, true, resolution -> {});
        base.apply(resolutions());
        assertThat(base.changes()).isEqualTo(new Changed(1, 0, 1, 1, 0, 2));
        assertThat(kept.applied).hasSize(2);
    }

    @Test
    void countsTheSameInADryRunAndWritesNothing() {
        WatchedBase base = new WatchedBase(kept, false, resolution -> {});
        base.apply(resolutions());
        assertThat(base.changes()).isEqualTo(new Changed(1, 0, 1, 1, 0, 2));
        assertThat(kept.applied).isEmpty();
    }

    @Test
    void countsNobodyOfWhomOnlyTheWeightOfALinkChanged() {
        WatchedBase base = new WatchedBase(kept, true, resolution -> {});
        base.apply(List.of(resolution(change(ANNE, ChangeEvent.Kind.CHANGED))).iterator());
        assertThat(base.changes()).isEqualTo(new Changed(0, 0, 0, 0, 0, 0));
    }

    private static Iterator<Resolution> resolutions() {
        return List.of(
                        resolution(change(ANNE, ChangeEvent.Kind.CREATED), change(LUC, ChangeEvent.Kind.MERGED)),
                        resolution(change(LUC, ChangeEvent.Kind.SPLIT)))
                .iterator();
    }

    private static ChangeEvent change(UUID ref, ChangeEvent.Kind kind) {
        return new ChangeEvent(ref, kind, Set.of(), List.of());
    }

    private static Resolution resolution(ChangeEvent... changes) {
        return new Resolution(List.of(), List.of(), Map.of(), Map.of(), List.of(), List.of(), List.of(changes));
    }

    /** A base that only remembers what was applied to it. */
    private static final class Kept implements BulkBase {
        private final List<Resolution> applied = new ArrayList<>();

        @Override
        public void records(Consumer<StoredRecord> each) {}

        @Override
        public Judgements judgements() {
            return Judgements.none();
        }

        @Override
        public Map<UUID, Citizen> citizens(Collection<UUID> refs) {
            return Map.of();
        }

        @Override
        public UUID newRef() {
            return ANNE;
        }

        @Override
        public void apply(Iterator<Resolution> resolutions) {
            resolutions.forEachRemaining(applied::add);
        }
    }
}
