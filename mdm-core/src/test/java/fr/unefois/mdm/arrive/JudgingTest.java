package fr.unefois.mdm.arrive;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stewards may decide, and that all of it can be undone. */
class JudgingTest {
    private static final Walk WALK = Walk.french(Map.of());
    private static final SourceKey EAU = new SourceKey("eau", "1");
    private static final SourceKey CANTINE = new SourceKey("cantine", "2");
    private static final SourceKey YANN = new SourceKey("sports", "3");
    private static final SourceKey YVES = new SourceKey("crm", "4");

    private final MemoryBase base = new MemoryBase();
    private final Arrivals arrivals = new Arrivals(base, WALK);
    private final Judging judging = new Judging(base, WALK);
    private int seconds;

    /** Linh twice, Yann and Yves once each: three citizens. */
    @BeforeEach
    void threeCitizens() {
        arrivals.arrive(Citizens.linh("eau", "1").build());
        arrivals.arrive(Citizens.linh("cantine", "2").build());
        arrivals.arrive(yann());
        arrivals.arrive(Citizens.record("crm", "4")
                .birthName("PETITJEAN")
                .givenNames("Yves")
                .sex("M")
                .birthDate("1972-08-30")
                .birthPlace("54395")
                .phones("0383000104")
                .build());
    }

    private static CitizenRecord yann() {
        return Citizens.record("sports", "3")
                .birthName("LE GOFF")
                .givenNames("Yann")
                .sex("M")
                .birthDate("1951-11-02")
                .birthPlace("29019")
                .phones("0298000102")
                .build();
    }

    private long version(UUID ref) {
        return Objects.requireNonNull(base.citizens(List.of(ref)).get(ref)).version();
    }

    private Judging.Word word() {
        seconds++;
        return new Judging.Word("camille", Instant.ofEpochSecond(seconds), null);
    }

    private Judged judge(SourceKey left, SourceKey right, Verdict verdict) {
        return judging.judge(word().on(left, right, verdict));
    }

    private Judged merge(SourceKey one, SourceKey other) {
        return judging.merge(base.refOf(one), base.refOf(other), word());
    }

    /** All that a reader can see: who is under which reference, with which values. */
    private record State(List<List<SourceKey>> clusters, Map<SourceKey, Object> goldens, List<UUID> refs) {}

    private State state() {
        return new State(
                base.clusters(),
                base.goldens(),
                List.of(base.refOf(EAU), base.refOf(CANTINE), base.refOf(YANN), base.refOf(YVES)));
    }

    @Test
    void aSplitRestoresBothSidesOfAMergeAsIfItHadNeverBeen() {
        State before = state();
        assertThat(merge(YANN, EAU)).isInstanceOf(Judged.Kept.class);
        assertThat(base.clusters()).hasSize(2);
        assertThat(base.refOf(YANN)).isEqualTo(base.refOf(EAU));
        assertThat(judging.split(base.refOf(EAU), Set.of(YANN), word())).isInstanceOf(Judged.Kept.class);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aMergeTakenBackRestoresBothSidesWhicheverWasOlder() {
        State before = state();
        for (SourceKey other : List.of(EAU, YVES)) {
            Judged.Kept merged = (Judged.Kept) merge(YANN, other);
            assertThat(base.clusters()).hasSize(2);
            Judgement judgement = merged.judgements().get(0);
            judge(judgement.left(), judgement.right(), Verdict.WITHDRAWN);
            assertThat(state()).isEqualTo(before);
        }
    }

    @Test
    void mergeSplitAndMergeAgainEndsMerged() {
        merge(YANN, YVES);
        State merged = state();
        judging.split(base.refOf(YANN), Set.of(YVES), word());
        merge(YANN, YVES);
        // The split told them apart: whoever merges them again takes that back first.
        assertThat(base.refOf(YANN)).isNotEqualTo(base.refOf(YVES));
        judge(YANN, YVES, Verdict.WITHDRAWN);
        assertThat(merge(YANN, YVES)).isInstanceOf(Judged.Kept.class);
        assertThat(state()).isEqualTo(merged);
    }

    @Test
    void aDecisionThatIsOnlyTriedAnswersTheSameAndLeavesNothing() {
        State before = state();
        Judged tried = judging.rehearsed().merge(base.refOf(YANN), base.refOf(EAU), word());
        assertThat(((Judged.Kept) tried).arrival().effect()).isEqualTo(Arrival.Effect.MERGED);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aCitizenIsNotMergedWithItself() {
        State before = state();
        assertThat(merge(EAU, CANTINE)).isEqualTo(new Judged.Pointless());
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aSplitOfNothingOrOfEverythingIsRefused() {
        UUID linh = base.refOf(EAU);
        assertThat(judging.split(linh, Set.of(), word())).isEqualTo(new Judged.Pointless());
        assertThat(judging.split(linh, Set.of(EAU, CANTINE), word())).isEqualTo(new Judged.Pointless());
        assertThat(judging.split(linh, Set.of(EAU, YANN), word())).isEqualTo(new Judged.Pointless());
    }

    @Test
    void refusesAContradictionWithTheJudgementsThatMakeIt() {
        judge(EAU, YANN, Verdict.SAME);
        judge(YANN, YVES, Verdict.DIFFERENT);
        State before = state();
        Judged.Contradicted contradicted = (Judged.Contradicted) judge(EAU, YVES, Verdict.SAME);
        // The argument starts from the smaller key: Yves is not Yann, and Yann is Linh.
        assertThat(contradicted.because())
                .extracting(Judgement::verdict)
                .containsExactly(Verdict.DIFFERENT, Verdict.SAME);
        assertThat(state()).isEqualTo(before);
        judge(YANN, YVES, Verdict.WITHDRAWN);
        assertThat(judge(EAU, YVES, Verdict.SAME)).isInstanceOf(Judged.Kept.class);
        assertThat(judge(YANN, YVES, Verdict.DIFFERENT)).isInstanceOf(Judged.Contradicted.class);
    }

    @Test
    void aLaterJudgementOfTheSameTwoReplacesTheEarlierOne() {
        judge(EAU, YANN, Verdict.SAME);
        assertThat(judge(EAU, YANN, Verdict.DIFFERENT)).isInstanceOf(Judged.Kept.class);
        assertThat(base.refOf(EAU)).isNotEqualTo(base.refOf(YANN));
    }

    @Test
    void aMergeOfTwoWhoWereToldApartIsRefused() {
        judge(CANTINE, YANN, Verdict.DIFFERENT);
        assertThat(merge(EAU, YANN)).isInstanceOf(Judged.Contradicted.class);
    }

    @Test
    void differentIsInheritedByTheClustersThatGrow() {
        judge(EAU, CANTINE, Verdict.DIFFERENT);
        arrivals.arrive(Citizens.linh("mediatheque", "5").build());
        arrivals.arrive(Citizens.linh("elections", "6").build());
        assertThat(base.refOf(EAU)).isNotEqualTo(base.refOf(CANTINE));
    }

    @Test
    void aRecordThatIsNotLiveCannotBeJudged() {
        assertThat(judge(EAU, new SourceKey("nobody", "0"), Verdict.SAME)).isEqualTo(new Judged.Changed());
    }

    @Test
    void aSourceThatCorrectsTheEvidenceUndoesTheMergeAndTheOldReferenceAnswersAgain() {
        UUID yann = base.refOf(YANN);
        arrivals.arrive(Citizens.linh("sports", "3").build());
        assertThat(base.refOf(YANN)).isEqualTo(base.refOf(EAU));
        assertThat(base.retired()).containsEntry(yann, List.of(base.refOf(EAU)));
        arrivals.arrive(yann());
        assertThat(base.refOf(YANN)).isEqualTo(yann);
        assertThat(base.retired()).doesNotContainKey(yann);
    }

    @Test
    void aVersionOfAReferenceThatCameBackIsNotUsedTwice() {
        UUID yann = base.refOf(YANN);
        long before = version(yann);
        merge(YANN, EAU);
        judging.split(base.refOf(EAU), Set.of(YANN), word());
        assertThat(version(yann)).isGreaterThan(before);
    }
}
