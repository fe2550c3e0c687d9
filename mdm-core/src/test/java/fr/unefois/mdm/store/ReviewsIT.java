package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.review.ReviewTask;
import fr.unefois.mdm.store.Reviews.Judged;
import fr.unefois.mdm.store.Reviews.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class ReviewsIT {
    private final PostgresBase base;
    private final Intake intake;
    private final Sessions sessions;
    private final Reviews reviews;

    ReviewsIT(DataSource dataSource) {
        base = new PostgresBase(dataSource);
        intake = new Intake(dataSource);
        sessions = new Sessions(dataSource);
        reviews = new Reviews(sessions);
    }

    @AfterEach
    void close() {
        sessions.close();
    }

    /** Two citizens of a record each, and perhaps a doubt between them. */
    private ReviewTask doubt(String name, int weight) {
        CitizenRecord a = Samples.record(name + "-a", name);
        CitizenRecord b = Samples.record(name + "-b", name);
        ReviewTask task = Samples.task(References.next(), References.next(), a.key(), b.key(), weight);
        write(a, b, List.of(task));
        return task;
    }

    private void write(CitizenRecord a, CitizenRecord b, List<ReviewTask> tasks) {
        String done = base.write(session -> {
            session.put(a, List.of(), new long[0]);
            session.put(b, List.of(), new long[0]);
            session.apply(new Resolution(
                    List.of(a.key(), b.key()), List.of(), Map.of(), Map.of(), List.of(), tasks, List.of()));
            return "done";
        });
        assertThat(done).isEqualTo("done");
    }

    @Test
    void showsTheStrongestPairFirstWithItsEvidence() {
        ReviewTask weak = doubt("weak", 1_000);
        ReviewTask strong = doubt("strong", 900_000);
        List<ReviewTask> open = new ArrayList<>();
        reviews.open(0, 100).forEach(review -> open.add(review.task()));
        assertThat(open).startsWith(strong).contains(weak);
        assertThat(reviews.open(1, 1)).hasSize(1).extracting(Review::task).doesNotContain(strong);
        assertThat(reviews.openCount()).isEqualTo(open.size());
    }

    @Test
    void keepsAJudgementAndLetsItsRecordsWaitToBeLinked() {
        ReviewTask task = doubt("kept", 5_000);
        int version = reviews.find(task.id()).orElseThrow().version();
        Judged judged = reviews.judge(task.id(), version, Verdict.SAME, "camille", "same phone", Samples.AS_OF);
        assertThat(judged).isInstanceOf(Judged.Kept.class);
        SourceKey left = task.pair().left();
        SourceKey right = task.pair().right();
        Judgements judgements = base.read(session -> session.judgements(List.of(left, right)));
        assertThat(judgements.verdict(left, right)).contains(Verdict.SAME);
        assertThat(reviews.judgements(right)).containsExactly(((Judged.Kept) judged).judgement());
        assertThat(intake.pending(10))
                .extracting(stored -> stored.record().key())
                .contains(left, right);
        assertThat(reviews.find(task.id()).orElseThrow().open()).isFalse();
    }

    @Test
    void refusesAJudgementOfAPairThatChangedSinceItWasShown() {
        ReviewTask task = doubt("changed", 5_000);
        int shown = reviews.find(task.id()).orElseThrow().version();
        ReviewTask heavier = Samples.task(
                task.left(), task.right(), task.pair().left(), task.pair().right(), 6_000);
        write(Samples.record("changed-a", "changed"), Samples.record("changed-b", "changed"), List.of(heavier));
        assertThat(reviews.judge(task.id(), shown, Verdict.SAME, "camille", null, Samples.AS_OF))
                .isEqualTo(new Judged.Changed());
        assertThat(reviews.find(task.id()).orElseThrow().task()).isEqualTo(heavier);
    }

    @Test
    void keepsTheVersionOfATaskThatIsWrittenAgainUnchanged() {
        ReviewTask task = doubt("again", 5_000);
        Review shown = reviews.find(task.id()).orElseThrow();
        write(Samples.record("again-a", "again"), Samples.record("again-b", "again"), List.of(task));
        assertThat(reviews.find(task.id())).contains(shown);
    }

    @Test
    void closesTheTasksThatAResolutionNoLongerNames() {
        ReviewTask task = doubt("closed", 5_000);
        write(Samples.record("closed-a", "closed"), Samples.record("closed-b", "closed"), List.of());
        Review closed = reviews.find(task.id()).orElseThrow();
        assertThat(closed.open()).isFalse();
        assertThat(reviews.judge(task.id(), closed.version(), Verdict.SAME, "camille", null, Samples.AS_OF))
                .isEqualTo(new Judged.Changed());
    }

    @Test
    void knowsNoTaskThatNeverWas() {
        assertThat(reviews.judge(UUID.randomUUID(), 0, Verdict.SAME, "camille", null, Samples.AS_OF))
                .isEqualTo(new Judged.Unknown());
    }

    @Test
    void putsALaterJudgementInForceAndKeepsTheEarlierOne() {
        ReviewTask task = doubt("twice", 5_000);
        int version = reviews.find(task.id()).orElseThrow().version();
        assertThat(reviews.judge(task.id(), version, Verdict.SAME, "camille", null, Samples.AS_OF))
                .isInstanceOf(Judged.Kept.class);
        write(Samples.record("twice-a", "twice"), Samples.record("twice-b", "twice"), List.of(task));
        int again = reviews.find(task.id()).orElseThrow().version();
        assertThat(reviews.judge(task.id(), again, Verdict.DIFFERENT, "dominique", null, Samples.AS_OF.plusSeconds(9)))
                .isInstanceOf(Judged.Kept.class);
        SourceKey left = task.pair().left();
        SourceKey right = task.pair().right();
        Judgements judgements = base.read(session -> session.judgements(List.of(left, right)));
        assertThat(judgements.verdict(left, right)).contains(Verdict.DIFFERENT);
        assertThat(reviews.judgements(left)).hasSize(2);
    }
}
