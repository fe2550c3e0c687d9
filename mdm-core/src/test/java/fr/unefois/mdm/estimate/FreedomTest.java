package fr.unefois.mdm.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.bulk.Blocks;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreedomTest {
    private static final List<String> COMPARISONS = LinkageModel.french().comparisons();

    private static List<String> free(BlockingRules rules, StandardRecord left, StandardRecord right) {
        return named(marks(rules, List.of(left, right)).getOrDefault(List.of(0, 1), 0));
    }

    private static List<String> named(int bits) {
        List<String> free = new ArrayList<>();
        for (int c = 0; c < COMPARISONS.size(); c++) {
            if ((bits & 1 << c) != 0) {
                free.add(COMPARISONS.get(c));
            }
        }
        return free;
    }

    /** Of every two that meet. */
    private static Map<List<Integer>, Integer> marks(BlockingRules rules, List<StandardRecord> records) {
        Map<List<Integer>, Integer> marks = new HashMap<>();
        Blocks.of(rules, records)
                .sample(
                        Scope.LINK_AND_DEDUPE,
                        Long.MAX_VALUE,
                        (left, right) -> 0,
                        Freedom.byRule(rules, COMPARISONS),
                        (left, right, mark) -> marks.put(List.of(left, right), mark));
        return marks;
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
        StandardRecord other = Pairs.standard(Citizens.linh("a", "2"));
        BlockingRules names = BlockingRules.none().with("surname + first", "", 50);
        BlockingRules both = names.with("email", "", 50);

        assertThat(free(names, one, other))
                .doesNotContain("familyName", "givenNames")
                .contains("emails");
        assertThat(free(both, one, other)).containsExactlyElementsOf(COMPARISONS);
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
        Map<List<Integer>, Integer> marks = marks(rules, crowd);
        for (int i = 0; i < crowd.size(); i++) {
            for (int j = i + 1; j < crowd.size(); j++) {
                List<String> meeting = rules.meeting(crowd.get(i), crowd.get(j));
                assertThat(marks.containsKey(List.of(i, j))).isEqualTo(!meeting.isEmpty());
                List<String> free = COMPARISONS.stream()
                        .filter(comparison -> meeting.stream()
                                .anyMatch(
                                        rule -> !rules.comparisons(rules.names().indexOf(rule))
                                                .contains(comparison)))
                        .toList();
                assertThat(named(marks.getOrDefault(List.of(i, j), 0))).isEqualTo(free);
            }
        }
    }
}
