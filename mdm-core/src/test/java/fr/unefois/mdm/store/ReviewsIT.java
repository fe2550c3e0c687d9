package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.review.Reason;
import fr.unefois.mdm.review.ReviewTask;
import fr.unefois.mdm.store.Reviews.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class ReviewsIT {
    private final PostgresBase base;
    private final Sessions sessions;
    private final Reviews reviews;

    ReviewsIT(DataSource dataSource) {
        base = new PostgresBase(dataSource);
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
    void showsFirstWhatMayShowSomebodyAnothersData() {
        doubt("likelier", 800_000);
        ReviewTask risky = atRisk(doubt("risky", 0), 500);
        write(Samples.record("risky-a", "risky"), Samples.record("risky-b", "risky"), List.of(risky));
        List<Review> first = reviews.open(0, 1);
        assertThat(first).extracting(Review::task).containsExactly(risky);
        // The others' order is looked at by weight alone.
        assertThat(answered(risky, first.get(0).version())).isTrue();
    }

    private static ReviewTask atRisk(ReviewTask task, int risk) {
        return new ReviewTask(task.id(), task.left(), task.right(), task.pair(), Reason.NAMESAKES, risk, 2);
    }

    @Test
    void keepsTheVersionOfATaskWhoseTurnAloneHasChanged() {
        ReviewTask task = atRisk(doubt("turn", 5_000), 100);
        write(Samples.record("turn-a", "turn"), Samples.record("turn-b", "turn"), List.of(task));
        int shown = reviews.find(task.id()).orElseThrow().version();
        ReviewTask sooner = atRisk(task, 200);
        write(Samples.record("turn-a", "turn"), Samples.record("turn-b", "turn"), List.of(sooner));
        assertThat(reviews.find(task.id()).orElseThrow().task()).isEqualTo(sooner);
        assertThat(reviews.find(task.id()).orElseThrow().version()).isEqualTo(shown);
        assertThat(answered(sooner, shown)).isTrue();
    }

    @Test
    void refusesAJudgementOfAPairThatChangedSinceItWasShown() {
        ReviewTask task = doubt("changed", 5_000);
        int shown = reviews.find(task.id()).orElseThrow().version();
        ReviewTask heavier = Samples.task(
                task.left(), task.right(), task.pair().left(), task.pair().right(), 6_000);
        write(Samples.record("changed-a", "changed"), Samples.record("changed-b", "changed"), List.of(heavier));
        assertThat(answered(task, shown)).isFalse();
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
        assertThat(answered(task, closed.version())).isFalse();
        assertThat(asked(task)).isEmpty();
    }

    @Test
    void takesAnAnswerOnceAndNoMore() {
        ReviewTask task = doubt("answered", 5_000);
        Review shown = reviews.find(task.id()).orElseThrow();
        assertThat(asked(task))
                .contains(new Base.Pair(task.pair().left(), task.pair().right()));
        assertThat(answered(task, shown.version())).isTrue();
        assertThat(answered(task, shown.version())).isFalse();
        assertThat(reviews.find(task.id()).orElseThrow().open()).isFalse();
    }

    private Optional<Base.Pair> asked(ReviewTask task) {
        return base.read(session -> session.asked(task.id()));
    }

    private boolean answered(ReviewTask task, int version) {
        return base.write(session -> session.answered(task.id(), version, Samples.AS_OF));
    }

    @Test
    void putsALaterJudgementInForceAndKeepsTheEarlierOne() {
        SourceKey left = Samples.key("twice-a");
        SourceKey right = Samples.key("twice-b");
        Instant at = Samples.AS_OF;
        for (Verdict verdict : List.of(Verdict.SAME, Verdict.DIFFERENT, Verdict.WITHDRAWN)) {
            Judgement judgement = new Judgement(left, right, verdict, "camille", at, null);
            at = at.plusSeconds(1);
            String done = base.write(session -> {
                session.put(judgement);
                return "done";
            });
            assertThat(done).isEqualTo("done");
            Judgements judgements = base.read(session -> session.judgements(List.of(left, right)));
            assertThat(judgements.verdict(left, right))
                    .isEqualTo(verdict == Verdict.WITHDRAWN ? Optional.empty() : Optional.of(verdict));
        }
        assertThat(reviews.judgements(left)).hasSize(3);
    }
}
