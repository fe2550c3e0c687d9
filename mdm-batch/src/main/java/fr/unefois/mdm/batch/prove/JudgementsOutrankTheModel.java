package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.arrive.Judged;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import java.time.Instant;
import java.util.stream.IntStream;

/** Promise 3. */
final class JudgementsOutrankTheModel implements Promise {
    private static final int PAIRS = 20;
    private static final int TWINS = 200_000;
    private static final int STRANGERS = 300_000;

    /** More than any evidence weighs, in thousandths of a bit. */
    private static final int NEVER = 500_000;

    @Override
    public String words() {
        return "A steward's judgement outranks the score";
    }

    @Override
    public Finding tryOn(Ground ground) {
        int pairs = PAIRS * ground.times();
        IntStream.range(0, pairs).forEach(pair -> judge(pair, ground));
        int lost = lost(pairs, ground);
        LinkageModel model = ground.walk().model();
        for (LinkageModel other : new LinkageModel[] {
            model, model.withMatchThreshold(model.thresholds().review()), model.withMatchThreshold(NEVER)
        }) {
            Walk walk = ground.walk();
            ground.relink(new Walk(walk.standardiser(), walk.rules(), other, walk.survivorship()));
            lost += lost(pairs, ground);
        }
        ground.relink(ground.walk());
        return new Finding(
                "%,d twins told apart and %,d strangers joined; new copies of them; re-linked, with a bolder and a shyer model"
                        .formatted(pairs, pairs),
                lost == 0 ? "every judgement held" : lost + " judgements were overruled",
                lost == 0);
    }

    private static void judge(int pair, Ground ground) {
        decide(
                arrived(TWINS + pair, "desk", ground),
                arrived(TWINS + pair, "library", ground),
                Verdict.DIFFERENT,
                ground);
        decide(
                arrived(STRANGERS + 2 * pair, "desk", ground),
                arrived(STRANGERS + 2 * pair + 1, "library", ground),
                Verdict.SAME,
                ground);
        for (int number : new int[] {TWINS + pair, STRANGERS + 2 * pair, STRANGERS + 2 * pair + 1}) {
            SourceKey copy = arrived(number, "water", ground);
            if (ground.citizens().refOf(copy).isEmpty()) {
                throw new IllegalStateException("a record that arrived is not linked");
            }
        }
    }

    private static SourceKey arrived(int number, String source, Ground ground) {
        var record = People.stranger(number, source);
        if (ground.arrivals().arrive(record).refs().isEmpty()) {
            throw new IllegalStateException("a record that arrived belongs to nobody");
        }
        return record.key();
    }

    private static void decide(SourceKey left, SourceKey right, Verdict verdict, Ground ground) {
        Judged judged = ground.judging().judge(new Judgement(left, right, verdict, "prove", Instant.now(), null));
        if (!(judged instanceof Judged.Kept)) {
            throw new IllegalStateException("a judgement was refused that contradicts no other");
        }
    }

    private static int lost(int pairs, Ground ground) {
        return (int) IntStream.range(0, pairs)
                        .filter(pair -> together(TWINS + pair, TWINS + pair, ground))
                        .count()
                + (int) IntStream.range(0, pairs)
                        .filter(pair -> !together(STRANGERS + 2 * pair, STRANGERS + 2 * pair + 1, ground))
                        .count();
    }

    private static boolean together(int left, int right, Ground ground) {
        return ground.ref(new SourceKey("desk", String.valueOf(left)))
                .equals(ground.ref(new SourceKey("library", String.valueOf(right))));
    }
}
