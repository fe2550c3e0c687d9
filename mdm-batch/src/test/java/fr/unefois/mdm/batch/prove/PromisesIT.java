package fr.unefois.mdm.batch.prove;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.batch.EmptyBase;
import fr.unefois.mdm.batch.prove.Promise.Finding;
import fr.unefois.mdm.store.MeddledBase;
import fr.unefois.mdm.store.PostgresBase;
import fr.unefois.mdm.store.TestDatabase;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class PromisesIT {
    private static final Walk WALK = Walk.french(Map.of());
    private static final Pattern A_NAME = Pattern.compile("[A-Z]{9}");

    private final DataSource dataSource;
    private final Base base;

    PromisesIT(DataSource dataSource) {
        this.dataSource = dataSource;
        this.base = new PostgresBase(dataSource);
    }

    @BeforeEach
    void forget() {
        EmptyBase.of(dataSource);
    }

    @Test
    void everyPromiseIsKept() throws Exception {
        Ground ground = new Ground(dataSource, base, WALK, 1);
        for (Promise promise : ProveCommand.PROMISES) {
            Finding finding = promise.tryOn(ground);
            assertThat(finding.kept())
                    .as("%s: %s", promise.words(), finding.found())
                    .isTrue();
            assertThat(finding.tried()).containsPattern("[1-9]").doesNotContainPattern(A_NAME);
        }
    }

    @Test
    void withoutLocksTwinsAreFoundToBeSeveral() throws Exception {
        Finding finding = new TwinsEndUpOne().tryOn(new Ground(dataSource, MeddledBase.unlocked(base), WALK, 1));
        assertThat(finding.kept()).isFalse();
        assertThat(finding.found()).contains("ended up as several citizens");
    }

    @Test
    void arrivalsThatMissOneAnotherAreFoundToDifferFromTheBulkLoad() {
        Finding finding = new OrderDoesNotMatter().tryOn(new Ground(dataSource, MeddledBase.lonely(base), WALK, 1));
        assertThat(finding.kept()).isFalse();
        assertThat(finding.found()).contains("came to other clusters or values than the bulk load");
    }

    @Test
    void whereNothingWasTriedNothingIsKept() {
        Ground empty = new Ground(dataSource, base, WALK, 1);
        assertThat(new DecisionsExplainThemselves().tryOn(empty).kept()).isFalse();
        assertThat(new DoubtIsWithheld().tryOn(empty).kept()).isFalse();
    }
}
