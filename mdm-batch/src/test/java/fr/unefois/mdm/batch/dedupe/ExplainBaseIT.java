package fr.unefois.mdm.batch.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.access.ReferenceKeys;
import fr.unefois.mdm.access.SectorReferences;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Judging;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.batch.EmptyBase;
import fr.unefois.mdm.cluster.ClusterStory.Ending;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.PostgresBase;
import fr.unefois.mdm.store.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
class ExplainBaseIT {
    private final Arrivals arrivals;
    private final Judging judging;
    private final SectorReferences references;
    private final fr.unefois.mdm.store.Citizens citizens;
    private final ExplainBase explain;

    ExplainBaseIT(DataSource dataSource, @TempDir Path folder) {
        EmptyBase.of(dataSource);
        Source town = new Source("town", "Town", "The town", "town", Source.Use.CONTRIBUTE, 50, Map.of());
        Walk walk = Walk.french(Map.of("town", town));
        this.arrivals = new Arrivals(new PostgresBase(dataSource), walk);
        this.judging = new Judging(new PostgresBase(dataSource), walk);
        this.references = new SectorReferences(ReferenceKeys.load(folder, Map.of()), SectorReferences.CONSOLE);
        this.citizens = new fr.unefois.mdm.store.Citizens(dataSource);
        this.explain = new ExplainBase(dataSource, walk, references);
        arrivals.arrive(kervella("1")
                .birthDate("1988-08-11")
                .phones("0612345678")
                .emails("k@example.org")
                .build());
        arrivals.arrive(
                kervella("2").birthDate("1988-08-11").phones("0612345678").build());
        arrivals.arrive(kervella("3")
                .birthDate("1951-02-03")
                .phones("0612345678")
                .emails("k@example.org")
                .build());
    }

    @Test
    void saysWhyTwoCitizensAreTwo() {
        ExplainBase.Answer answer = explain.explain(ref("1"), ref("3"));

        assertThat(answer.records()).containsExactly(2, 1);
        assertThat(answer.current()).isTrue();
        assertThat(answer.explanation().story().ending()).isEqualTo(Ending.APART);
        assertThat(printed(answer))
                .contains("birthDate spoke most against it")
                .doesNotContain("KERVELLA", "1988", "0612345678");
    }

    @Test
    void saysWhereOneCitizenHoldsTogetherLeast() {
        ExplainBase.Answer answer = explain.explain(ref("1"), ref("2"));

        assertThat(answer.records()).containsExactly(2);
        assertThat(answer.current()).isTrue();
        assertThat(answer.explanation().story().ending()).isEqualTo(Ending.JOINED);
    }

    @Test
    void saysWhatAStewardDecided() {
        judging.judge(judgement("1", "2", Verdict.DIFFERENT));
        judging.judge(judgement("1", "3", Verdict.SAME));

        assertThat(explain.explain(ref("1"), ref("2")).explanation().story().ending())
                .isEqualTo(Ending.FORBIDDEN);
        assertThat(printed(explain.explain(ref("1"), ref("2")))).contains("town/1 and town/2: DIFFERENT");
        assertThat(explain.explain(ref("1"), ref("3")).explanation().story().ending())
                .isEqualTo(Ending.JUDGED_SAME);
    }

    @Test
    void followsAReferenceThatWasMerged() {
        String before = ref("3");
        judging.judge(judgement("1", "3", Verdict.SAME));

        assertThat(explain.explain(before, ref("1")).records()).containsExactly(3);
    }

    @Test
    void saysOfStrangersThatNothingTiesThem() {
        arrivals.arrive(Citizens.record("town", "9")
                .birthName("TRAORE")
                .givenNames("Moussa")
                .birthDate("1960-04-09")
                .build());

        ExplainBase.Answer answer = explain.explain(ref("9"), ref("1"));

        assertThat(answer.explanation().story().ending()).isEqualTo(Ending.UNCONNECTED);
        assertThat(answer.explanation().story().path())
                .extracting(ScoredPair::right)
                .containsExactly(new SourceKey("town", "9"));
    }

    @Test
    void refusesWhatNamesNobody() {
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> explain.explain("nobody", ref("1")))
                .withMessage("nobody: is no reference of this installation");
        String unknown = references.ref(UUID.randomUUID());
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> explain.explain(ref("1"), unknown))
                .withMessage(unknown + ": names nobody in this base");
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> explain.explain(ref("3"), ref("3")))
                .withMessageContaining("there is nothing to explain");
    }

    private String ref(String id) {
        return references.ref(citizens.refOf(new SourceKey("town", id)).orElseThrow());
    }

    private static Judgement judgement(String one, String other, Verdict verdict) {
        return new Judgement(
                new SourceKey("town", one), new SourceKey("town", other), verdict, "steward", Instant.EPOCH, null);
    }

    private static Citizens kervella(String id) {
        return Citizens.record("town", id).birthName("KERVELLA").givenNames("Aude");
    }

    private static String printed(ExplainBase.Answer answer) {
        StringWriter text = new StringWriter();
        new ExplanationText(new PrintWriter(text)).print(answer.explanation());
        return text.toString();
    }
}
