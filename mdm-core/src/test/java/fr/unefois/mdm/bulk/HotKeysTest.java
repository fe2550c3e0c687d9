package fr.unefois.mdm.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HotKeysTest {
    /** Of one name there may be three. */
    private static final BlockingRules RULES = BlockingRules.none().with("surname+first", "birthPlace", 3);

    private static List<StandardRecord> namesakes(int number, String place) {
        List<StandardRecord> namesakes = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            namesakes.add(Pairs.standard(Citizens.record("eau", place + i)
                    .birthName("QUEMENEUR")
                    .givenNames("Nolwenn")
                    .birthPlace(place)));
        }
        return namesakes;
    }

    private static BlockingRules over(List<StandardRecord> records) {
        return RULES.withHot(HotKeys.among(RULES, Columns.of(records)));
    }

    @Test
    void threeOfANameMeetAsTheyAre() {
        assertThat(HotKeys.among(RULES, Columns.of(namesakes(3, "29019")))).isEmpty();
    }

    @Test
    void ofFourOfANameThoseOfOneBirthplaceMeet() {
        List<StandardRecord> people = namesakes(2, "29019");
        people.addAll(namesakes(2, "56121"));

        BlockingRules rules = over(people);

        assertThat(rules.hot()).hasSize(1);
        assertThat(rules.meeting(people.get(0), people.get(1))).isNotEmpty();
        assertThat(rules.meeting(people.get(0), people.get(2))).isEmpty();
        assertThat(RULES.meeting(people.get(0), people.get(2))).isNotEmpty();
    }

    @Test
    void whereThereAreTooManyOfOneBirthplaceTooTheRuleGivesThemNoKey() {
        List<StandardRecord> people = namesakes(4, "29019");
        people.addAll(namesakes(2, "56121"));

        BlockingRules rules = over(people);

        assertThat(rules.hot()).hasSize(2);
        assertThat(rules.keys(people.get(0))).isEmpty();
        assertThat(rules.meeting(people.get(4), people.get(5))).isNotEmpty();
    }

    @Test
    void underTheRulesWithTheirHotKeysNoBlockIsTooLarge() {
        Columns crowd = Columns.of(Pairs.crowd(900, 8));
        BlockingRules rules = BlockingRules.french().withHot(HotKeys.among(BlockingRules.french(), crowd));

        assertThat(rules.hot()).isNotEmpty();
        assertThat(HotKeys.among(rules, crowd)).isEqualTo(rules.hot());
        assertThat(new BulkWalk(rules, LinkageModel.french())
                        .components(Blocks.of(rules, crowd), Judgements.none(), new Progress.Silence())
                        .hotBlocks())
                .isZero();
    }

    @Test
    void aBaseComparesABlockThatHasOutgrownItsLimitInWholeUnlessItIsACrowd() {
        assertThat(compared(Blocks.of(RULES, namesakes(8, "29019"))))
                .as("of a file, neighbours")
                .isEqualTo(18);
        assertThat(compared(Blocks.asRuled(RULES, Columns.of(namesakes(8, "29019")))))
                .isEqualTo(28);
        assertThat(compared(Blocks.asRuled(RULES, Columns.of(namesakes(30, "29019")))))
                .isEqualTo(435);
        assertThat(compared(Blocks.asRuled(RULES, Columns.of(namesakes(31, "29019")))))
                .isLessThan(100);
    }

    private static long compared(Blocks blocks) {
        return new BulkWalk(RULES, LinkageModel.french())
                .components(blocks, Judgements.none(), new Progress.Silence())
                .candidatePairs();
    }

    @Test
    void underARuleWithoutALimitAllOfANameMeet() {
        BlockingRules unlimited = BlockingRules.none().with("surname+first", "birthPlace", Integer.MAX_VALUE);

        assertThat(compared(Blocks.asRuled(unlimited, Columns.of(namesakes(8, "29019")))))
                .isEqualTo(28);
    }
}
