package fr.unefois.mdm.batch.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Judging;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.batch.EmptyBase;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Yaml;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.PostgresBase;
import fr.unefois.mdm.store.PostgresBulkBase;
import fr.unefois.mdm.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
class BaseEstimateIT {
    private final DataSource dataSource;
    private final Walk walk;

    BaseEstimateIT(DataSource dataSource) {
        EmptyBase.of(dataSource);
        this.dataSource = dataSource;
        Source town = new Source("town", "Town", "The town", "town", Source.Use.CONTRIBUTE, 50, Map.of());
        this.walk = Walk.french(Map.of("town", town));
    }

    @Test
    void learnsAModelFromTheBaseThatAConfigurationTakes(@TempDir Path config) throws IOException {
        Arrivals arrivals = new Arrivals(new PostgresBase(dataSource), walk);
        Judging judging = new Judging(new PostgresBase(dataSource), walk);
        for (int i = 0; i < 30; i++) {
            arrivals.arrive(Citizens.record("town", Integer.toString(i))
                    .birthName("KERVELLA")
                    .givenNames(i % 2 == 0 ? "Aude" : "Rémi")
                    .birthDate("19" + (50 + i / 2) + "-08-11")
                    .build());
        }
        judging.judge(new Judgement(
                new SourceKey("town", "0"),
                new SourceKey("town", "1"),
                Verdict.DIFFERENT,
                "steward",
                Instant.EPOCH,
                null));

        BaseEstimate estimate = BaseEstimate.of(new PostgresBulkBase(dataSource), walk, new Progress.Silence());
        Files.writeString(config.resolve("linkage-model.yml"), estimate.model().text());

        assertThat(estimate.records()).isEqualTo(30);
        assertThat(estimate.judgements()).isEqualTo(1);
        Faults faults = new Faults();
        Walk configured = Walk.read(config, Map.of(), faults);
        faults.throwIfAny();
        assertThat(configured.model().text()).isEqualTo(estimate.model().text());
        assertThat(configured.rules().fingerprint())
                .isEqualTo(estimate.model().rules().fingerprint());
    }

    @Test
    void findsTheBlocksThatWereTooLargeTooLargeAgain(@TempDir Path config) throws IOException {
        LinkageModel frozen = walk.model().withRules(walk.rules().withHot(new long[] {-5, 7}));
        Path file = config.resolve("linkage-model.yml");
        Files.writeString(file, frozen.text());

        Faults faults = new Faults();
        LinkageModel read = LinkageModel.read(Yaml.read(file, faults));
        faults.throwIfAny();

        assertThat(read.rules().hot()).containsExactly(-5, 7);
    }
}
