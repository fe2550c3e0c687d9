package fr.unefois.mdm.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.compare.Evidence;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairTableTest {
    private static final List<StandardRecord> CROWD = Pairs.crowd(60, 5);

    @Test
    void holdsWhatTheModelSaysOfEveryPair() {
        LinkageModel model = LinkageModel.french().withFrequencies(Counting.frequencies(CROWD));
        int[] lefts = new int[CROWD.size() * CROWD.size()];
        int[] rights = new int[lefts.length];
        for (int i = 0; i < lefts.length; i++) {
            lefts[i] = i / CROWD.size();
            rights[i] = i % CROWD.size();
        }

        PairTable table = new PairTable(model, CROWD, lefts, rights);

        assertThat(table.size()).isEqualTo(lefts.length);
        for (int c = 0; c < model.comparisons().size(); c++) {
            for (int pair = 0; pair < lefts.length; pair++) {
                Evidence evidence = model.compare(c, CROWD.get(lefts[pair]), CROWD.get(rights[pair]));
                byte outcome = table.outcome(c, pair);
                if (evidence.isMissing()) {
                    assertThat(outcome).isEqualTo(PairTable.MISSING);
                    assertThat(table.shift(c, pair)).isZero();
                    assertThat(table.householdShift(c, pair)).isZero();
                } else {
                    String level = model.outcomes(c).get(outcome).level();
                    assertThat(level).isEqualTo(evidence.level());
                    assertThat(model.weight(c, level) + table.shift(c, pair)).isEqualTo(evidence.weight());
                    assertThat(model.householdWeight(c, level) + table.householdShift(c, pair))
                            .isEqualTo(evidence.householdWeight());
                }
            }
        }
    }

    @Test
    void takesNoPair() {
        assertThat(new PairTable(LinkageModel.french(), List.of(), new int[0], new int[0]).size())
                .isZero();
    }
}
