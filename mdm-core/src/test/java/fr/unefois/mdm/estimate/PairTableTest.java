package fr.unefois.mdm.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.compare.Evidence;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairTableTest {
    private static final List<StandardRecord> CROWD = Pairs.crowd(60, 5);

    @Test
    void holdsWhatTheModelSaysOfEveryPair() {
        LinkageModel model = LinkageModel.french().withFrequencies(Counting.frequencies(CROWD));
        PairList pairs = new PairList();
        for (int i = 0; i < CROWD.size() * CROWD.size(); i++) {
            pairs.add(i / CROWD.size(), i % CROWD.size());
        }

        PairTable table = new PairTable(model.over(Columns.of(CROWD)), pairs);

        assertThat(table.size()).isEqualTo(pairs.size());
        for (int pair = 0; pair < pairs.size(); pair++) {
            int weight = 0;
            int household = 0;
            for (int c = 0; c < model.comparisons().size(); c++) {
                Evidence evidence = model.compare(c, CROWD.get(pairs.left(pair)), CROWD.get(pairs.right(pair)));
                byte outcome = table.outcome(c, pair);
                if (evidence.isMissing()) {
                    assertThat(outcome).isEqualTo(PairTable.MISSING);
                } else {
                    String level = model.outcomes(c).get(outcome).level();
                    assertThat(level).isEqualTo(evidence.level());
                    weight += evidence.weight() - model.weight(c, level);
                    household += evidence.householdWeight() - model.householdWeight(c, level);
                }
            }
            assertThat(table.shift(pair)).isEqualTo(weight);
            assertThat(table.householdShift(pair)).isEqualTo(household);
        }
    }

    @Test
    void takesNoPair() {
        assertThat(new PairTable(LinkageModel.french().over(Columns.of(List.of())), new PairList()).size())
                .isZero();
    }
}
