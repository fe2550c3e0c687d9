package fr.unefois.mdm.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Twice two hundred records: each pair has one name and one date of birth, and two sexes. */
class JudgedPairsTest {
    private static final int PAIRS = 200;
    private static final LinkageModel SHIPPED = LinkageModel.french();

    @Test
    void weighsADifferenceAsTheStewardsDo() {
        assertThat(sexes(judged(Verdict.DIFFERENT))).isLessThan(sexes(judged(Verdict.SAME)) - 1_000);
    }

    @Test
    void leavesAsideWhatWasJudgedOfRecordsThatAreGone() {
        List<Judgement> gone = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            gone.add(judgement("x" + i, "y" + i, Verdict.SAME));
        }

        assertThat(learned(Judgements.of(gone)).version())
                .isEqualTo(learned(Judgements.none()).version());
    }

    private static int sexes(Judgements judgements) {
        int sex = SHIPPED.comparisons().indexOf("sex");
        return learned(judgements).weight(sex, "different");
    }

    private static LinkageModel learned(Judgements judgements) {
        return Estimation.learn(SHIPPED, records(), Scope.LINK_AND_DEDUPE, judgements, new Progress.Silence());
    }

    private static List<StandardRecord> records() {
        Random random = new Random(4);
        List<StandardRecord> records = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            String name = word(random) + "SKI";
            String given = word(random);
            String date = String.format("%d-%02d-%02d", 1940 + i % 60, 1 + i % 12, 1 + i % 28);
            for (String side : List.of("a", "b")) {
                records.add(Pairs.standard(Citizens.record("town", side + i)
                        .birthName(name)
                        .givenNames(given)
                        .sex(side.equals("a") ? "F" : "M")
                        .birthDate(date)));
            }
        }
        return records;
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            word.append("BDFGKLMNPRSTVZ".charAt(random.nextInt(14))).append("AEIOU".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private static Judgements judged(Verdict verdict) {
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            judgements.add(judgement("a" + i, "b" + i, verdict));
        }
        return Judgements.of(judgements);
    }

    private static Judgement judgement(String left, String right, Verdict verdict) {
        return new Judgement(
                new SourceKey("town", left), new SourceKey("town", right), verdict, "steward", Instant.EPOCH, null);
    }
}
