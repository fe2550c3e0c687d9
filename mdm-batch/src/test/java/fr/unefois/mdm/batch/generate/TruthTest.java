package fr.unefois.mdm.batch.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The truth says of every row whose it is, once, and the rows themselves do not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TruthTest {
    private TownFolder town = new TownFolder(Path.of(""));

    @BeforeAll
    void writeTheTown(@TempDir Path folder) {
        town = TownFolder.written(folder, 4_000, 21, ErrorLevel.HIGH);
    }

    @Test
    void everyRowIsInTheTruthOnce() {
        List<String> keys = town.truth().stream().map(TruthTest::key).toList();
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(town.all().stream().map(TruthTest::key)).containsExactlyElementsOf(keys);
        assertThat(town.all().stream().map(row -> row.get("citizen_id")))
                .containsExactlyElementsOf(
                        town.truth().stream().map(row -> row.get("citizen_id")).toList());
    }

    @Test
    void theUnifiedFileIsTheUnionOfTheSources() {
        Set<String> inSources = new LinkedHashSet<>();
        int rows = 0;
        for (SourceSystem system : SourceSystem.ALL) {
            for (Map<String, String> row :
                    town.rows("sources/" + system.id + ".csv", system.layout.charset, separator(system))) {
                inSources.add(system.id + "," + row.values().iterator().next());
                rows++;
            }
        }
        assertThat(inSources).hasSize(rows);
        assertThat(town.all().stream().map(TruthTest::key)).containsExactlyInAnyOrderElementsOf(inSources);
    }

    private static char separator(SourceSystem system) {
        return system.layout.header().replaceAll("[\\w '()éÉ]|\\r|\\n", "").charAt(0);
    }

    @Test
    void theUnifiedFileHasTheColumnsOfAUnifiedTown() {
        assertThat(new ArrayList<>(town.all().get(0).keySet()))
                .containsExactly(
                        "source",
                        "source_id",
                        "birth_family_name",
                        "usual_family_name",
                        "given_names",
                        "sex",
                        "birth_date",
                        "birth_place_code",
                        "birth_country_code",
                        "email",
                        "phone",
                        "address_line",
                        "postcode",
                        "city",
                        "city_code",
                        "citizen_id");
    }

    /** A citizen's rows follow each other no more than chance would have it, and neighbours' numbers are no closer. */
    @Test
    void neitherOrderNorNumberTellsWhoIsWho() {
        List<Map<String, String>> truth = town.truth();
        int together = 0;
        int close = 0;
        for (int i = 1; i < truth.size(); i++) {
            String citizen = Objects.requireNonNull(truth.get(i).get("citizen_id"));
            together += citizen.equals(truth.get(i - 1).get("citizen_id")) ? 1 : 0;
            long number = Long.parseLong(
                    Objects.requireNonNull(truth.get(i).get("source_id")).substring(4));
            long own = Long.parseLong(citizen.substring(1));
            close += number > 1000 && Math.abs(number - own) < 10_000 ? 1 : 0;
        }
        assertThat(together).isLessThan(truth.size() / 500);
        assertThat(close).isLessThan(truth.size() / 100);
    }

    private static String key(Map<String, String> row) {
        return row.get("source") + "," + row.get("source_id");
    }
}
