package fr.unefois.mdm.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupsTest {
    @ParameterizedTest
    @EnumSource(Scope.class)
    void putEachIntoTheFirstClusterThatTakesIt(Scope scope) {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<SourceKey> keys = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                keys.add(new SourceKey("s" + random.nextInt(4), Integer.toString(i)));
            }
            List<Judgement> judgements = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                SourceKey left = keys.get(random.nextInt(20));
                SourceKey right = keys.get(20 + random.nextInt(20));
                Verdict verdict = random.nextInt(3) == 0 ? Verdict.SAME : Verdict.DIFFERENT;
                judgements.add(new Judgement(left, right, verdict, "steward", Instant.ofEpochSecond(i), null));
            }
            Judgements judged = Judgements.of(judgements);
            Groups groups = new Groups(scope, judged);
            keys.forEach(groups::add);

            assertThat(groups.all()).as("seed %d", seed).isEqualTo(naive(keys, scope, judged));
        }
    }

    private static List<List<SourceKey>> naive(List<SourceKey> keys, Scope scope, Judgements judgements) {
        List<List<SourceKey>> groups = new ArrayList<>();
        for (SourceKey key : keys) {
            List<SourceKey> first = groups.stream()
                    .filter(group -> group.stream()
                            .allMatch(other -> scope.allows(key, other)
                                    && judgements
                                            .verdict(key, other)
                                            .filter(Verdict.DIFFERENT::equals)
                                            .isEmpty()))
                    .findFirst()
                    .orElse(null);
            if (first == null) {
                first = new ArrayList<>();
                groups.add(first);
            }
            first.add(key);
        }
        return groups;
    }
}
