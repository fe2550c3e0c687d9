package fr.unefois.mdm.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.unefois.mdm.connectors.QuarantinedRow;
import fr.unefois.mdm.connectors.SourceFixture;
import fr.unefois.mdm.connectors.UnreadableSource;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input costs its own row, says where and why, and never a good row. */
class BadCsvTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Path folder;
    private final SourceFixture source;

    BadCsvTest(@TempDir Path folder) {
        this.folder = folder;
        source = new SourceFixture(folder);
    }

    @Test
    void quarantinesARowThatIsNotOfTheDeclaredEncoding() {
        source.file("id;nom;prenom\n1;Roux;Ana\n2;Roux;Zoë\n3;Roux;Eva\n", WINDOWS);
        assertThat(source.ids()).containsExactly("1", "3");
        assertThat(source.quarantine())
                .containsExactly("3: column `prenom`: byte 0xEB is not UTF-8; the file is likely windows-1252:"
                        + " set `encoding: windows-1252` (or `auto`) for this source");
    }

    @Test
    void quarantinesARowThatIsUtf8WhereAnotherEncodingIsDeclared() {
        source.connector("  separator: ;\n  encoding: windows-1252\n")
                .file("id;nom;prenom\n1;Roux;Ana\n2;Roux;Zoë\n", StandardCharsets.UTF_8);
        assertThat(source.ids()).containsExactly("1");
        assertThat(source.quarantine())
                .containsExactly("3: is UTF-8 where windows-1252 is declared; set `encoding: utf-8` (or `auto`) for"
                        + " this source");
    }

    @Test
    void refusesAHeaderThatIsNotOfTheDeclaredEncoding() {
        assertUnreadable(
                "id;nom;prénom\n1;Roux;Ana\n".getBytes(WINDOWS),
                "town.csv:1: the header's field 3: byte 0xE9 is not UTF-8; the file is likely windows-1252:"
                        + " set `encoding: windows-1252` (or `auto`) for this source");
    }

    @Test
    void refusesAFileThatLacksAColumnAndSaysWhichThereAre() {
        assertUnreadable(
                "id;NOM;prenom\n1;Roux;Ana\n",
                "town.csv:1: column `nom` (for birthName) is missing. The columns are `id`, `NOM`, `prenom`. Correct the"
                        + " mapping, or the export");
        assertUnreadable(
                "id,nom,prenom\n1,Roux,Ana\n",
                "town.csv:1: column `id` (for id) is missing; column `nom` (for birthName) is missing; column `prenom`"
                        + " (for givenNames) is missing. The columns are `id,nom,prenom`: one only, so check `separator`");
        assertUnreadable(
                "id;nom;nom;prenom\n1;Roux;;Ana\n",
                "town.csv:1: column `nom` (for birthName) is there twice. The columns are `id`, `nom`, `nom`, `prenom`."
                        + " Correct the mapping, or the export");
    }

    @Test
    void anUnterminatedQuoteCostsItsOwnRowOnly() {
        source.file("id;nom;prenom\n1;Roux;Ana\n2;\"Roux;Zoë\n3;Roux;Eva\n4;\"Roux\";Lou\n5;\"Le\nGoff\";Max\n");
        assertThat(source.ids()).containsExactly("1", "3", "4", "5");
        assertThat(source.quarantine())
                .containsExactly("3: column `nom`: the quote that opens here is never closed; close it, or double it if"
                        + " it belongs to the value");
    }

    @Test
    void anUnterminatedQuoteOnTheLastLineCostsThatLineOnly() {
        source.file("id;nom;prenom\n1;Roux;Ana\n2;Roux;\"Zoë");
        assertThat(source.ids()).containsExactly("1");
        assertThat(source.quarantine())
                .containsExactly("3: column `prenom`: the quote that opens here is never closed; close it, or double it"
                        + " if it belongs to the value");
    }

    @Test
    void anUnterminatedQuoteBeforeAThousandRowsCostsItsOwnRowOnly() {
        StringBuilder text = new StringBuilder("id;nom;prenom\n0;\"Roux;Ana\n");
        for (int i = 1; i <= 1000; i++) {
            text.append(i).append(i % 3 == 0 ? ";\"Le\nGoff\";Léa\n" : ";\"Roux\";Léa\n");
        }
        source.file(text.toString());
        assertThat(source.ids()).hasSize(1000);
        assertThat(source.quarantine()).hasSize(1);
    }

    @Test
    void quarantinesAQuoteInsideAQuotedValue() {
        source.file("id;nom;prenom\n1;\"Le \"Goff\" dit\";Ana\n2;Roux;Eva\n");
        assertThat(source.ids()).containsExactly("2");
        assertThat(source.quarantine())
                .containsExactly(
                        "2: column `nom`: a quote stands inside a quoted value; double the quotes that belong to"
                                + " the value");
    }

    @Test
    void quarantinesALineOfTenMegabytesInBoundedMemory() {
        String longLine = "2;" + "x".repeat(10_000_000) + ";Zoë";
        source.file("id;nom;prenom\n1;Roux;Ana\n" + longLine + "\n3;Roux;Eva\n");
        assertThat(source.ids()).containsExactly("1", "3");
        assertThat(source.quarantine())
                .containsExactly(
                        "3: the line is 10000007 bytes long, more than 1048576; a line end or a closing quote is"
                                + " missing in the export");
        assertThat(onlyQuarantined().raw()).hasSize(2_000);
    }

    @Test
    void keepsTheFirstOfRowsWithOneIdentifier() {
        source.file("id;nom;prenom\n1;Roux;Ana\n2;Roux;Eva\n1;Noir;Zoë\n");
        assertThat(source.texts("birthName")).containsExactly("Roux", "Roux");
        assertThat(source.quarantine())
                .containsExactly("4: repeats in column `id` the identifier of line 2, which is kept; make identifiers"
                        + " unique in the source");
        assertThat(onlyQuarantined().id()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"2;Roux,2", "2;Roux;Eva;Lyon,4"})
    void quarantinesARowWithAnotherNumberOfFields(String row, int fields) {
        source.file("id;nom;prenom\n1;Roux;Ana\n" + row + "\n3;Roux;Eva\n");
        assertThat(source.ids()).containsExactly("1", "3");
        assertThat(source.quarantine())
                .containsExactly("3: the row has " + fields
                        + " fields where the header has 3; quote the values that hold a `;` or a line end");
    }

    @Test
    void quarantinesARowWithoutIdentifier() {
        source.file("id;nom;prenom\n;Roux;Ana\n2;Roux;Eva\n" + "3".repeat(201) + ";Roux;Lou\n");
        assertThat(source.ids()).containsExactly("2");
        assertThat(source.quarantine())
                .containsExactly(
                        "2: has no identifier in column `id`; give it one in the source",
                        "4: has no plausible identifier in column `id`: it is longer than 200 characters or holds control"
                                + " characters");
    }

    @Test
    void quarantinesARowWhoseIdentifierIsANirWithoutRepeatingIt() {
        source.file("id;nom;prenom\n285055746300473;Roux;Ana\n2 85 05 57 463 004 73;Roux;Eva\n3;Roux;Lou\n");
        assertThat(source.ids()).containsExactly("3");
        String reason = "has no plausible identifier in column `id`: it looks like a NIR, which may not be kept; the"
                + " source must name its records otherwise";
        assertThat(source.quarantine()).containsExactly("2: " + reason, "3: " + reason);
        assertThat(onlyQuarantined().id()).isNull();
        assertThat(onlyQuarantined().raw()).isEqualTo("[masked] | Roux | Ana");
    }

    @Test
    void quarantinesADamagedRow() {
        source.file("id;nom;prenom\n" + padding() + "3;Ro\0ux;Eva\n");
        assertThat(source.quarantine())
                .containsExactly("1002: column `nom`: holds a NUL character; the export is damaged here");
    }

    private static String padding() {
        StringBuilder rows = new StringBuilder();
        for (int i = 1000; i < 2000; i++) {
            rows.append(i).append(";Roux;Ana\n");
        }
        return rows.toString();
    }

    @Test
    void masksWhatLooksLikeANirInAQuarantinedRow() {
        source.file("id;nom;prenom\n1;1 85 05 78 006 084 36\n2;285057800608491\n");
        assertThat(source.readings())
                .map(reading -> ((QuarantinedRow) reading).raw())
                .containsExactly("1;[masked]", "2;[masked]");
    }

    @Test
    void refusesAnEmptyFileAndSaysThatNothingIsDeleted() {
        assertUnreadable("", "town.csv: is empty, without even a header; nothing is taken as deleted. Export it again");
        assertUnreadable(
                "\n \n",
                "town.csv: holds blank lines only, without a header; nothing is taken as deleted. Export it again");
    }

    @Test
    void refusesAFileThatIsNoText() {
        assertUnreadable("\u0001\u0000\u0002", "town.csv: is not text but binary; ask for a CSV export");
        assertUnreadable(
                "PK\u0003\u0004rest",
                "town.csv: is not text but a zip archive or a spreadsheet workbook; export it as CSV");
        assertUnreadable(
                "id;nom".getBytes(StandardCharsets.UTF_16),
                "town.csv: is UTF-16 text; export it as UTF-8 (in a spreadsheet: CSV UTF-8)");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(source::readings)
                .isInstanceOf(UnreadableSource.class)
                .hasMessage(folder + "/town.csv: there is no such file; check `connector.file`, or the export");
    }

    @Test
    void showsNoValueInItsText() {
        source.file("id;nom;prenom\n1;Roux;Ana\n2;Roux\n");
        assertThat(source.readings().toString()).doesNotContain("Roux", "Ana");
    }

    private QuarantinedRow onlyQuarantined() {
        return source.readings().stream()
                .filter(QuarantinedRow.class::isInstance)
                .map(QuarantinedRow.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void assertUnreadable(String text, String message) {
        assertUnreadable(text.getBytes(StandardCharsets.UTF_8), message);
    }

    private void assertUnreadable(byte[] bytes, String message) {
        source.file(bytes);
        assertThatThrownBy(source::readings)
                .isInstanceOf(UnreadableSource.class)
                .extracting(thrown -> source.relative(String.valueOf(thrown.getMessage())))
                .isEqualTo(message);
    }
}
