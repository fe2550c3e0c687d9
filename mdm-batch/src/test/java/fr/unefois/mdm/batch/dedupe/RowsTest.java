package fr.unefois.mdm.batch.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.unefois.mdm.batch.dedupe.column.Choices;
import fr.unefois.mdm.batch.dedupe.column.Columns;
import fr.unefois.mdm.batch.dedupe.column.Understanding;
import fr.unefois.mdm.batch.dedupe.file.Table;
import fr.unefois.mdm.batch.generate.GenerateCommand;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.Value;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.Standardised;
import fr.unefois.mdm.standardise.Standardiser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of files, of which equal texts are read once, are what each row is when it is standardised by itself. */
class RowsTest {
    private static final Path METROPOLE = Path.of("../../shared/data/metropole/all.csv");
    private static final Choices NONE = new Choices("", "", Map.of(), Set.of());

    @TempDir
    Path folder = Path.of("");

    private static Understanding understanding(List<Path> files) {
        return Understanding.of(files.stream().map(Table::of).toList(), NONE, bytes -> {});
    }

    private static List<StandardRecord> compare(List<Path> files) {
        Rows rows = new Rows(understanding(files));
        var columns = rows.read(done -> {});
        List<StandardRecord> records =
                columns.positions().mapToObj(columns::record).toList();

        List<StandardRecord> expected = new ArrayList<>();
        Map<Flaw, Long> flaws = new HashMap<>();
        long flawed = 0;
        Understanding understanding = understanding(files);
        Standardiser standardiser =
                understanding.ofFormerTimes() ? Standardiser.french().withBirthsFrom(1) : Standardiser.french();
        for (Columns file : understanding.files()) {
            for (CitizenRecord record : received(file, records, expected.size())) {
                Standardised standardised = standardiser.standardise(record);
                expected.add(standardised.record());
                standardised.flaws().forEach(flaw -> flaws.merge(flaw, 1L, Long::sum));
                flawed += standardised.flaws().isEmpty() ? 0 : 1;
            }
        }

        assertThat(records).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(records.get(i).equals(expected.get(i))).as("row %d", i).isTrue();
        }
        assertThat(rows.flaws()).containsExactlyInAnyOrderEntriesOf(flaws);
        assertThat(rows.flawed()).isEqualTo(flawed);
        return records;
    }

    /** The rows as a source would send them, one by one; their keys are not what is compared here. */
    private static List<CitizenRecord> received(Columns file, List<StandardRecord> keyed, int first) {
        RowReader reader = new RowReader(file);
        Set<Attribute> attributes = new TreeSet<>(Attribute.CANONICAL);
        attributes.addAll(reader.others());
        List<CitizenRecord> received = new ArrayList<>();
        file.table().rows((row, line) -> {
            Map<Attribute, List<Value>> values = new HashMap<>();
            attributes.forEach(attribute -> values.put(attribute, reader.values(attribute, column -> row[column])));
            received.add(new CitizenRecord(keyed.get(first + received.size()).key(), null, values));
        });
        return received;
    }

    @Test
    void aTownIsWhatItsRecordsAre() {
        Runs.of(new GenerateCommand(), "--citizens", 700, "--seed", 11, "--errors", "high", "--out", folder);

        assertThat(compare(List.of(folder.resolve("all.csv")))).hasSizeGreaterThan(1000);
    }

    @Test
    void severalFilesAreWhatTheirRecordsAre() throws IOException {
        Runs.of(new GenerateCommand(), "--citizens", 300, "--seed", 5, "--errors", "medium", "--out", folder);
        try (var sources = Files.list(folder.resolve("sources"))) {
            assertThat(compare(sources.sorted().toList())).hasSizeGreaterThan(500);
        }
    }

    @Test
    void aMessyFileIsWhatItsRecordsAre() throws IOException {
        Path file = Files.writeString(folder.resolve("messy.csv"), """
                id;nom;nom_usage;prenoms;sexe;date_naissance;lieu_naissance;pays_naissance;email;telephone;adresse;code_postal;ville;suburb
                1;DUPONT;Dupont;Jean, Pierre;M;03/04/1987;57463;;a@b.fr;06 12 34 56 78;12 rue des Lilas;57000;Metz;Nord
                1;DUPONT;Martin;Jean, Pierre;M;03/04/1987;57463;;A@B.FR;0612345678;12 rue des Lilas 57000 METZ;;;Nord
                2;1 85 05 78 006 084 36;;NC;?;00/00/0000;;;pas d'email;00 00 00 00 00;NEANT;00000;INCONNUE;
                3;de la Tour;;Ægir-Łukasz;F;01/05/1960;Alger;Algérie;x@y.fr;x@z.fr;+213 551 23 45 67;1 place d'Armes;57000;;Sud
                4;de la Tour;;Ægir-Łukasz;F;01/05/1960;Metz;France;"x@y.fr;z@y.fr";06 12 34 56 78 / 03 87 00 11 22;"Bât C
                14bis RUE Saint-Jacques";57;Metz CEDEX;Sud
                5;NULL;;"O""Neill";H;31/02/1999;99999;99352;@;33612345678;;;Lyon 3e;
                ;;;;;;;;;;;;;
                6;  ;;É;2;1999;2A004;;mailto:q@r.org.;0033612345678;1 r 8 mai;7500;Paris;Nord
                """);

        assertThat(compare(List.of(file))).hasSize(8);
    }

    @Test
    void theLabelledTownIsWhatItsRecordsAre() {
        Path town = METROPOLE.toAbsolutePath().normalize();
        assumeTrue(Files.isRegularFile(town), "no labelled people in ../shared/data/metropole");

        assertThat(compare(List.of(town))).hasSize(65_051);
    }
}
