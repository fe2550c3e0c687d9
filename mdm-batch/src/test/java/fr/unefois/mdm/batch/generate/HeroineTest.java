package fr.unefois.mdm.batch.generate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.record.SourceKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The people of the story live in every town. */
class HeroineTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void sheIsTheSameWhateverTheSeedAndTheErrors() {
        List<Map<String, String>> one = hers(TownFolder.written(folder.resolve("1"), 900, 1, ErrorLevel.LOW));
        List<Map<String, String>> other = hers(TownFolder.written(folder.resolve("2"), 900, 77, ErrorLevel.HIGH));
        assertThat(one).containsExactlyInAnyOrderElementsOf(other).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void fiveSourcesOrMoreKnowHerByBothNamesAndMisspeltAndAtTwoAddresses() {
        List<Map<String, String>> rows = hers(TownFolder.written(folder, 900, 1, ErrorLevel.MEDIUM));
        assertThat(distinct(rows, "source")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(distinct(rows, "birth_family_name"))
                .contains("LE GUENNEC", "Berthier", "LEGUENNEC", "Bertier", "BERTHIER");
        assertThat(distinct(rows, "postcode")).contains("38100", "38130");
        assertThat(rows).anyMatch(is("birth_date", "1986-11-04")).anyMatch(is("birth_date", ""));
    }

    @Test
    void allThatIsNamedHereIsInTheTown() {
        TownFolder town = TownFolder.written(folder, 900, 9, ErrorLevel.MEDIUM);
        Map<SourceKey, Integer> truth = town.truth().stream()
                .collect(Collectors.toMap(
                        row -> new SourceKey(row.getOrDefault("source", ""), row.getOrDefault("source_id", "")),
                        row -> Integer.parseInt(
                                row.getOrDefault("citizen_id", "").substring(1))));
        assertThat(truth).containsAllEntriesOf(Heroine.household());
        assertThat(Heroine.household())
                .containsEntry(Heroine.ETATCIVIL, Heroine.CITIZEN)
                .containsEntry(Heroine.ELECTIONS, Heroine.CITIZEN)
                .containsEntry(Heroine.PORTAIL, Heroine.CITIZEN)
                .containsEntry(Heroine.CANTINE, Heroine.CITIZEN)
                .containsEntry(Heroine.MEDIATHEQUE, Heroine.CITIZEN)
                .containsEntry(Heroine.EAU, Heroine.CITIZEN)
                .containsEntry(Heroine.CCAS, Heroine.CITIZEN)
                .containsEntry(Heroine.CRM, Heroine.CITIZEN)
                .containsEntry(Heroine.CHILD_AT_THE_CANTEEN, Heroine.CHILD)
                .containsEntry(Heroine.TWIN_AT_THE_CANTEEN, Heroine.TWIN)
                .containsEntry(Heroine.DOUBTFUL, Heroine.CITIZEN);
    }

    private static List<Map<String, String>> hers(TownFolder town) {
        return town.all().stream().filter(is("citizen_id", "C0000001")).toList();
    }

    private static Predicate<Map<String, String>> is(String column, String value) {
        return row -> value.equals(row.get(column));
    }

    private static List<String> distinct(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> row.getOrDefault(column, "")).distinct().toList();
    }
}
