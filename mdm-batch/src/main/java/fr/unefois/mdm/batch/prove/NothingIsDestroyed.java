package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Judged;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Promise 2. */
final class NothingIsDestroyed implements Promise {
    private static final int PAIRS = 25;
    private static final int FIRST = 100_000;

    @Override
    public String words() {
        return "Nothing is destroyed: splits are exact, the past can be shown";
    }

    @Override
    public Finding tryOn(Ground ground) {
        int pairs = PAIRS * ground.times();
        int lost = 0;
        for (int pair = 0; pair < pairs; pair++) {
            if (!restored(FIRST + 2 * pair, FIRST + 2 * pair + 1, ground)) {
                lost++;
            }
        }
        return new Finding(
                "%,d pairs of citizens merged by hand, and split again".formatted(pairs),
                lost == 0
                        ? "both sides as before, under their references; each state still to be seen as of its time"
                        : lost + " were not restored, or their past was lost",
                lost == 0);
    }

    /** A citizen as it stood, and when that began. */
    private record State(Citizen citizen, Instant at) {}

    private static boolean restored(int one, int other, Ground ground) {
        SourceKey left = arrived(one, ground);
        SourceKey right = arrived(other, ground);
        State leftBefore = state(left, ground);
        State rightBefore = state(right, ground);

        Judged merged = ground.judging()
                .merge(leftBefore.citizen().ref(), rightBefore.citizen().ref(), ground.word());
        State together = state(left, ground);
        boolean oneNow = merged instanceof Judged.Kept
                && ground.ref(right).equals(together.citizen().ref());

        List<SourceKey> away = rightBefore.citizen().golden().crosswalk();
        Judged split = ground.judging().split(together.citizen().ref(), away, ground.word());

        return oneNow
                && split instanceof Judged.Kept
                && same(leftBefore.citizen(), ground.citizen(ground.ref(left)))
                && same(rightBefore.citizen(), ground.citizen(ground.ref(right)))
                && shows(leftBefore, ground)
                && shows(rightBefore, ground)
                && shows(together, ground);
    }

    /** In two sources, so that there is something to survive. */
    private static SourceKey arrived(int number, Ground ground) {
        CitizenRecord record = People.stranger(number, "desk");
        var first = ground.arrivals().arrive(record);
        var second = ground.arrivals().arrive(People.stranger(number, "library"));
        if (!first.refs().get(0).equals(second.refs().get(0))) {
            throw new IllegalStateException("two records alike in everything were taken for two people");
        }
        return record.key();
    }

    private static State state(SourceKey key, Ground ground) {
        UUID ref = ground.ref(key);
        Instant since = ground.histories().story(ref, 1).get(0).at();
        return new State(ground.citizen(ref), since);
    }

    private static boolean same(Citizen one, Citizen other) {
        return one.ref().equals(other.ref()) && one.golden().equals(other.golden());
    }

    private static boolean shows(State state, Ground ground) {
        Optional<Citizen> then = ground.histories().at(state.citizen().ref(), state.at());
        return then.isPresent() && same(state.citizen(), then.get());
    }
}
