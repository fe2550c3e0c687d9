package fr.unefois.mdm.batch.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same town, to the byte, whatever writes it. */
class TownPressTest {
    /** All of the town of 7,000 citizens and seed 42; frozen anew whenever what is generated changes on purpose. */
    private static final String FROZEN = "4a3d6f141194e659ae7fd88eb36a8bd6d6f002d04e76dc97ac5b0d4e1063067a";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theBytesDependNeitherOnTheThreadsNorOnTheRun() {
        TownFolder one = TownFolder.written(folder.resolve("one"), 13_000, 5, ErrorLevel.MEDIUM, 1);
        TownFolder other = TownFolder.written(folder.resolve("other"), 13_000, 5, ErrorLevel.MEDIUM, 4);
        for (String file : TownFolder.files()) {
            assertThat(other.bytes(file)).as(file).isEqualTo(one.bytes(file));
        }
    }

    @Test
    void theBytesAreTheSameOnEveryMachineAndJdk() {
        assertThat(TownFolder.written(folder, 7_000, 42, ErrorLevel.MEDIUM).digest("all.csv"))
                .isEqualTo(FROZEN);
    }

    @Test
    void anotherSeedIsAnotherTown() {
        TownFolder one = TownFolder.written(folder.resolve("one"), 500, 1, ErrorLevel.MEDIUM);
        TownFolder other = TownFolder.written(folder.resolve("other"), 500, 2, ErrorLevel.MEDIUM);
        assertThat(other.digest("all.csv")).isNotEqualTo(one.digest("all.csv"));
    }

    @Test
    void theSmallestTownIsTheFirstHouseholdAlone() {
        TownFolder town = TownFolder.written(folder, Town.FEWEST, 1, ErrorLevel.HIGH);
        assertThat(town.truth()).hasSize(Heroine.household().size());
    }

    @Test
    void aTownOfAnySizeHasExactlyItsCitizens() {
        for (int citizens : List.of(5, 6, 7, 8, 250, 6_003, 6_004, 6_005)) {
            TownFolder town = TownFolder.written(folder.resolve("n" + citizens), citizens, 3, ErrorLevel.MEDIUM);
            assertThat(town.truth().stream().map(row -> row.get("citizen_id")).distinct())
                    .hasSize(citizens)
                    .allMatch(citizen -> Integer.parseInt(citizen.substring(1)) <= citizens);
        }
    }
}
