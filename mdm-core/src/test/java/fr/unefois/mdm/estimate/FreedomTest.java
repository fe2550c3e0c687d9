package fr.unefois.mdm.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreedomTest {
    private static final List<String> COMPARISONS = LinkageModel.french().comparisons();

    private static List<String> free(BlockingRules rules, StandardRecord left, StandardRecord right) {
        int bits = new Freedom(rules, List.of(left, right), COMPARISONS).of(0, 1);
        List<String> free = new ArrayList<>();
        for (int c = 0; c < COMPARISONS.size(); c++) {
            if ((bits & 1 << c) != 0) {
                free.add(COMPARISONS.get(c));
            }
        }
        return free;
    }

    @Test
    void bindsWhatTheOnlyRuleUnderWhichTwoMeetAsksFor() {
        StandardRecord one =
                Pairs.standard(Citizens.record("a", "1").birthName("X").phones("0612345678"));
        StandardRecord other =
                Pairs.standard(Citizens.record("a", "2").birthName("Y").phones("0612345678"));

        assertThat(free(BlockingRules.french(), one, other))
                .doesNotContain("phones")
                .hasSize(COMPARISONS.size() - 1);
    }

    @Test
    void freesWhatOneOfSeveralRulesLeavesFree() {
        StandardRecord one = Pairs.standard(Citizens.linh("a", "1"));
        BlockingRules names = BlockingRules.none().with("surname + first", "", 50);
        BlockingRules both = names.with("email", "", 50);

        assertThat(free(names, one, one))
                .doesNotContain("familyName", "givenNames")
                .contains("emails");
        assertThat(free(both, one, one)).containsExactlyElementsOf(COMPARISONS);
    }

    @Test
    void freesNothingOfTwoThatDoNotMeet() {
        assertThat(free(
                        BlockingRules.french(),
                        Pairs.standard(Citizens.record("a", "1").phones("0612345678")),
                        Pairs.standard(Citizens.record("a", "2").phones("0612345679"))))
                .isEmpty();
    }

    @Test
    void agreesWithTheRulesUnderWhichEveryTwoMeet() {
        BlockingRules rules = BlockingRules.french();
        List<StandardRecord> crowd = Pairs.crowd(40, 6);
        Freedom freedom = new Freedom(rules, crowd, COMPARISONS);
        for (int i = 0; i < crowd.size(); i++) {
            for (int j = 0; j < crowd.size(); j++) {
                List<String> meeting = rules.meeting(crowd.get(i), crowd.get(j));
                for (int c = 0; c < COMPARISONS.size(); c++) {
                    String comparison = COMPARISONS.get(c);
                    boolean free = meeting.stream()
                            .anyMatch(rule -> !rules.comparisons(rules.names().indexOf(rule))
                                    .contains(comparison));
                    assertThat((freedom.of(i, j) & 1 << c) != 0).as(comparison).isEqualTo(free);
                }
            }
        }
    }
}
