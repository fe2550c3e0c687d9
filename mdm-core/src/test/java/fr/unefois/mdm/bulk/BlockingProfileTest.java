package fr.unefois.mdm.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.cluster.Copies;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockingProfileTest {
    private static final BlockingRules RULES = BlockingRules.french();

    @Test
    void countsThePairsThatMeetRuleByRule() {
        List<StandardRecord> crowd = Pairs.crowd(60, 8);

        BlockingProfile profile = BlockingProfile.of(RULES, crowd);

        for (BlockingProfile.Rule rule : profile.rules()) {
            long meeting = 0;
            for (int i = 0; i < crowd.size(); i++) {
                for (int j = 0; j < i; j++) {
                    meeting += RULES.meeting(crowd.get(i), crowd.get(j)).contains(rule.name()) ? 1 : 0;
                }
            }
            // A pair with two keys in common meets twice under one rule.
            assertThat(rule.pairs()).as(rule.name()).isGreaterThanOrEqualTo(meeting);
            assertThat(rule.pairs() == 0).as(rule.name()).isEqualTo(meeting == 0);
        }
    }

    @Test
    void predictsNoFewerPairsThanTheWalkCompares() {
        List<StandardRecord> crowd = Pairs.crowd(60, 8);

        long compared = new BulkWalk(RULES, LinkageModel.french())
                .components(crowd, Judgements.none())
                .candidatePairs();

        assertThat(BlockingProfile.of(RULES, crowd).pairs()).isGreaterThanOrEqualTo(compared);
    }

    @Test
    void findsTheBlocksThatTheWalkRefines() {
        List<StandardRecord> crowd = Pairs.crowd(900, 8);

        BlockingProfile profile = BlockingProfile.of(RULES, crowd);

        assertThat(profile.hot())
                .hasSize(new BulkWalk(RULES, LinkageModel.french())
                        .components(crowd, Judgements.none())
                        .hotBlocks())
                .isNotEmpty();
        assertThat(profile.rules())
                .allSatisfy(rule -> assertThat(rule.refinedPairs() < rule.pairs())
                        .isEqualTo(!rule.hot().isEmpty()));
    }

    @Test
    void countsManyCopiesAsTheOneThatStandsForThem() {
        List<StandardRecord> once = new ArrayList<>(Pairs.crowd(60, 8));
        once.add(Pairs.standard(Citizens.linh("a", "0")));
        List<StandardRecord> often = new ArrayList<>(once);
        for (int copy = 1; copy <= Copies.MANY; copy++) {
            often.add(Pairs.standard(Citizens.linh("a", "copy " + copy)));
        }

        assertThat(BlockingProfile.of(RULES, often)).isEqualTo(BlockingProfile.of(RULES, once));
    }
}
