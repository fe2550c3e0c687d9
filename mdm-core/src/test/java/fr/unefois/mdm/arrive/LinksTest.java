package fr.unefois.mdm.arrive;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.bulk.Blocks;
import fr.unefois.mdm.bulk.BulkWalk;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.standardise.Columns;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final Walk WALK = Walk.french(Map.of());

    private final Columns people = Columns.of(Pairs.crowd(600, 5));
    private final Weighed weighed = Weighed.of(people, WALK);
    private final BulkWalk.Components found = new BulkWalk(WALK.rules(), WALK.model())
            .components(
                    Blocks.asRuled(WALK.rules(), people),
                    weighed.weighing(),
                    Judgements.none(),
                    new Progress.Silence());

    private int[] inKeyOrder(int[] component) {
        return IntStream.of(component)
                .boxed()
                .sorted(Comparator.comparing(people::key))
                .mapToInt(position -> position)
                .toArray();
    }

    @Test
    void whatTheBulkWalkFoundIsWhatTheRecordsThemselvesWouldFind() {
        assertThat(found.components())
                .anySatisfy(component -> assertThat(component).hasSizeGreaterThan(Meetings.FEW));
        for (int[] component : found.components()) {
            int[] records = inKeyOrder(component);
            List<Resolution.Edge> sought = Links.of(weighed, records).edges();
            assertThat(Links.of(weighed.knowing(found.edges()), records).edges())
                    .isEqualTo(sought);
        }
    }

    @Test
    void aComponentIsOnePartUntilARecordIsLeftAside() {
        int[] largest = inKeyOrder(found.components().stream()
                .max(Comparator.comparingInt(component -> component.length))
                .orElseThrow());
        Links links = Links.of(weighed, largest);
        assertThat(links.parts(Judgements.none())).containsExactly(largest);
        int[] two = {
            largest[0],
            inKeyOrder(found.components().stream()
                    .filter(component -> component.length == 1)
                    .findFirst()
                    .orElseThrow())[0]
        };
        assertThat(Links.of(weighed, inKeyOrder(two)).parts(Judgements.none())).hasSize(2);
    }
}
