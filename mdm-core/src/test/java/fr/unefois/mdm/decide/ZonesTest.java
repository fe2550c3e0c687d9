package fr.unefois.mdm.decide;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZonesTest {
    private static final SourceKey LEFT = new SourceKey("a", "1");
    private static final SourceKey RIGHT = new SourceKey("b", "2");
    private static final LinkageModel MODEL = LinkageModel.french().withMatchThreshold(10_000);

    @Test
    void cutsTheWeightsInThreeZones() {
        Zones zones = new Zones(MODEL, Judgements.none());

        assertThat(zones.decide(pair(10_000))).isEqualTo(Decision.MATCH);
        assertThat(zones.decide(pair(9_999))).isEqualTo(Decision.REVIEW);
        assertThat(zones.decide(pair(500))).isEqualTo(Decision.REVIEW);
        assertThat(zones.decide(pair(499))).isEqualTo(Decision.NON_MATCH);
    }

    @Test
    void keepsAJudgementOverTheWeight() {
        assertThat(judged(Verdict.DIFFERENT).decide(pair(90_000))).isEqualTo(Decision.NON_MATCH);
        assertThat(judged(Verdict.SAME).decide(pair(-90_000))).isEqualTo(Decision.MATCH);
        assertThat(judged(Verdict.UNSURE).decide(pair(90_000))).isEqualTo(Decision.REVIEW);
    }

    @Test
    void linksOnlyWhatTheScopeAllows() {
        SourceKey other = new SourceKey("a", "2");

        assertThat(Scope.LINK_ONLY.allows(LEFT, other)).isFalse();
        assertThat(Scope.LINK_ONLY.allows(LEFT, RIGHT)).isTrue();
        assertThat(Scope.DEDUPE_ONLY.allows(LEFT, other)).isTrue();
        assertThat(Scope.DEDUPE_ONLY.allows(LEFT, RIGHT)).isFalse();
        assertThat(Scope.LINK_AND_DEDUPE.allows(LEFT, RIGHT)).isTrue();
    }

    private static Zones judged(Verdict verdict) {
        Judgement judgement = new Judgement(LEFT, RIGHT, verdict, "steward", Instant.EPOCH, null);
        return new Zones(MODEL, Judgements.of(List.of(judgement)));
    }

    private static ScoredPair pair(int weight) {
        return new ScoredPair(LEFT, RIGHT, weight, List.of());
    }
}
