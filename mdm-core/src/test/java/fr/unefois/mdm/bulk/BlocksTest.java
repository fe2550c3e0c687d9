package fr.unefois.mdm.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.standardise.Columns;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTest {
    private static final LinkageModel MODEL = LinkageModel.french();
    private static final Columns PEOPLE = Columns.of(Pairs.crowd(400, 3));

    private final Blocks blocks = Blocks.of(BlockingRules.french(), PEOPLE);

    @Test
    void findsFromEveryRecordTheComponentsOfTheWalk() {
        List<int[]> all = new BulkWalk(BlockingRules.french(), MODEL)
                .components(PEOPLE.records(PEOPLE.positions().toArray()), Judgements.none())
                .components();

        assertThat(blocks.components(MODEL.over(PEOPLE), Scope.LINK_AND_DEDUPE, record -> true))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void findsAComponentFromItsRecordOfSmallestKeyAlone() {
        List<int[]> some = blocks.components(MODEL.over(PEOPLE), Scope.LINK_AND_DEDUPE, record -> record % 3 == 0);

        assertThat(some).isNotEmpty().allSatisfy(component -> {
            int smallest = component[0];
            for (int member : component) {
                smallest = PEOPLE.key(member).compareTo(PEOPLE.key(smallest)) < 0 ? member : smallest;
            }
            assertThat(smallest % 3).isZero();
        });
    }
}
