package fr.unefois.mdm.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.golden.GoldenValue;
import fr.unefois.mdm.golden.Provenance;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReviewTasksTest {
    /** A record named after its cluster: {@code a1} and {@code a2} are of cluster {@code a}. */
    private static SourceKey record(String name) {
        return new SourceKey("eau", name);
    }

    private static UUID cluster(String name) {
        return new UUID(0, name.charAt(0));
    }

    private static ScoredPair pair(String left, String right, int weight) {
        return new ScoredPair(record(left), record(right), weight, List.of());
    }

    private static ReviewTasks tasks() {
        return new ReviewTasks(key -> cluster(key.id()));
    }

    private static GoldenRecord golden(String member) {
        GoldenValue value =
                new GoldenValue(List.of(new Text("06")), new Provenance(record(member), Certification.DECLARED, null));
        return new GoldenRecord(Map.of(Attribute.PHONES, List.of(value, value)), List.of(record(member)), 0);
    }

    @Test
    void asksAboutEachClusterOnceAndSaysWhatWaits() {
        ReviewTasks tasks = tasks();
        tasks.doubts(
                List.of(pair("a1", "b1", 2000), pair("a2", "c1", 4000), pair("b1", "d1", 1000), pair("b2", "c1", 500)),
                pair -> false);

        List<ReviewTask> open = tasks.open();

        assertThat(open).extracting(task -> task.pair().weight()).containsExactly(4000, 1000);
        assertThat(open).extracting(ReviewTask::waiting).containsExactly(2, 2);
    }

    @Test
    void asksFirstWhatMayShowSomebodyAnothersData() {
        ReviewTasks tasks = tasks();
        tasks.doubts(List.of(pair("b1", "c1", 9000)), pair -> true);
        tasks.suspicion(new Suspicion(Reason.BIRTH_DATES, pair("a1", "a2", 0)), golden("a1"));

        List<ReviewTask> open = tasks.open();

        assertThat(open).extracting(ReviewTask::reason).containsExactly(Reason.BIRTH_DATES, Reason.CERTIFIED);
        // Two values, and even odds that they are two people.
        assertThat(open.get(0).risk()).isEqualTo(1000);
        assertThat(open.get(0).left()).isEqualTo(open.get(0).right());
        assertThat(open.get(1).risk()).isZero();
    }

    @Test
    void isTheSameTaskWheneverThePairIsFound() {
        UUID first = only(pair("a1", "b1", 2000));

        assertThat(only(pair("a1", "b1", 5000))).isEqualTo(first);
        assertThat(only(pair("a1", "b2", 2000))).isNotEqualTo(first);
    }

    private static UUID only(ScoredPair pair) {
        ReviewTasks tasks = tasks();
        tasks.doubts(List.of(pair), any -> false);
        return tasks.open().get(0).id();
    }
}
