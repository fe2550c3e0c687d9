package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class CitizensIT {
    private final PostgresBase base;
    private final Citizens citizens;
    private final Exports exports;

    CitizensIT(DataSource dataSource) {
        base = new PostgresBase(dataSource);
        citizens = new Citizens(dataSource);
        exports = new Exports(dataSource);
    }

    private void apply(Resolution resolution) {
        String done = base.write(session -> {
            session.apply(resolution);
            return "done";
        });
        assertThat(done).isEqualTo("done");
    }

    private UUID live(String id) {
        UUID ref = References.next();
        CitizenRecord record = Samples.record(id, id);
        String done = base.write(session -> {
            session.put(record, List.of(), new long[0]);
            session.apply(Samples.together(ref, 1, record));
            return "done";
        });
        assertThat(done).isEqualTo("done");
        return ref;
    }

    private void retire(UUID ref, UUID... into) {
        apply(new Resolution(
                List.of(), List.of(), Map.of(), Map.of(ref, List.of(into)), List.of(), List.of(), List.of()));
    }

    @Test
    void followsMergesToAnyDistance() {
        UUID last = live("far");
        UUID next = last;
        UUID first = last;
        for (int i = 0; i < 50; i++) {
            first = References.next();
            retire(first, next);
            next = first;
        }
        assertThat(citizens.find(first)).isEqualTo(new Found.Merged(last));
    }

    @Test
    void saysIntoWhatASplitReferenceWentEvenWhenAPartWasMergedLater() {
        UUID whole = live("whole");
        UUID part = live("part");
        UUID other = live("other");
        UUID swallowing = live("swallowing");
        retire(whole, part, other);
        assertThat(citizens.find(whole)).isEqualTo(new Found.Split(List.of(part, other)));
        retire(other, swallowing);
        assertThat(citizens.find(whole)).isEqualTo(new Found.Split(List.of(part, swallowing)));
        retire(part, swallowing);
        assertThat(citizens.find(whole)).isEqualTo(new Found.Merged(swallowing));
    }

    @Test
    void tellsGoneFromNeverHandedOut() {
        UUID gone = live("gone");
        UUID merged = live("merged into the gone");
        retire(merged, gone);
        retire(gone);
        assertThat(citizens.find(gone)).isEqualTo(new Found.Gone());
        assertThat(citizens.find(merged)).isEqualTo(new Found.Gone());
        assertThat(citizens.find(UUID.randomUUID())).isEqualTo(new Found.Unknown());
        assertThat(citizens.records(UUID.randomUUID())).isEmpty();
        assertThat(citizens.refOf(Samples.key("never seen"))).isEmpty();
    }

    @Test
    void answersAgainUnderAReferenceThatComesBack() {
        UUID kept = live("kept");
        UUID back = live("back");
        retire(back, kept);
        Citizen citizen = new Citizen(back, 3, Samples.golden(1, Samples.record("back", "back")));
        apply(new Resolution(List.of(), List.of(citizen), Map.of(), Map.of(), List.of(), List.of(), List.of()));
        assertThat(citizens.find(back)).isEqualTo(new Found.Live(citizen));
    }

    @Test
    void exportsEverythingInAStableOrder() {
        Stream.of("b", "a", "é", "Z", "10", "9").forEach(this::live);
        List<SourceKey> keys = new ArrayList<>();
        List<UUID> refs = new ArrayList<>();
        exports.memberships((key, ref) -> {
            keys.add(key);
            assertThat(citizens.refOf(key)).contains(ref);
        });
        exports.citizens(citizen -> refs.add(citizen.ref()));
        assertThat(keys).isSorted().contains(Samples.key("é"));
        assertThat(refs).isSorted();
        assertThat(citizens.count()).isEqualTo(refs.size());
    }
}
