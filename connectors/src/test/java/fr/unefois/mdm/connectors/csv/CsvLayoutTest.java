package fr.unefois.mdm.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.connectors.SourceFixture;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a file was exported, the same citizens come out. */
class CsvLayoutTest {
    private static final String ROWS = "id;nom;prenom\n1;D'ŒUVRE;Zoë\n2;Šimić;\n";

    private final SourceFixture source;

    CsvLayoutTest(@TempDir Path folder) {
        source = new SourceFixture(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsEveryLineEnd(String lineEnd) {
        source.file(ROWS.replace("\n", lineEnd));
        assertThat(source.texts("birthName")).containsExactly("D'ŒUVRE", "Šimić");
    }

    @Test
    void readsAFileWithoutItsLastLineEnd() {
        assertThat(source.file(ROWS.strip()).ids()).containsExactly("1", "2");
    }

    @Test
    void readsPastAByteOrderMarkAndASpreadsheetsSepLine() {
        assertThat(source.file("\uFEFF" + ROWS).ids()).containsExactly("1", "2");
        assertThat(source.file("sep=;\n" + ROWS).ids()).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "iso-8859-15", "utf-8"})
    void readsTheDeclaredEncoding(String encoding) {
        String accents = "id;nom;prenom\n1;LÉGER;Zoë\n";
        source.connector("  separator: ;\n  encoding: " + encoding + "\n").file(accents, Charset.forName(encoding));
        assertThat(source.texts("givenNames")).containsExactly("Zoë");
    }

    @Test
    void guessesTheEncodingRowByRowWhenAsked() {
        source.connector("  separator: ;\n  encoding: auto\n")
                .file("id;nom;prenom\n1;LÉGER;\n2;LÉGER;\n".replace("É", "\u00c9"), Charset.forName("windows-1252"));
        assertThat(source.texts("birthName")).containsExactly("LÉGER", "LÉGER");
        assertThat(source.file("id;nom;prenom\n1;LÉGER;\n", StandardCharsets.UTF_8)
                        .texts("birthName"))
                .containsExactly("LÉGER");
    }

    @Test
    void readsTabsAndQuotesOfAnotherKind() {
        source.connector("  separator: tab\n  quote: \"'\"\n").file("id\tnom\tprenom\n1\t'D''ALMEIDA'\tAna\n");
        assertThat(source.texts("birthName")).containsExactly("D'ALMEIDA");
    }

    @Test
    void readsAQuotedValueOverSeveralLines() {
        source.file("id;nom;prenom\n1;\"LE\n\nGOFF\";Anne\n2;Roux;Léa\n");
        assertThat(source.texts("birthName")).containsExactly("LE\n\nGOFF", "Roux");
        assertThat(source.quarantine()).isEmpty();
    }

    @Test
    void keepsQuotesThatStandInsideAnUnquotedValue() {
        assertThat(source.file("id;nom;prenom\n1;LE \"GOFF\";Anne\n").texts("birthName"))
                .containsExactly("LE \"GOFF\"");
    }

    @Test
    void findsColumnsInAnyOrderWhateverBlanksOrAccentsTheirNamesAreWrittenWith() {
        source.mapping("mapping:\n  id: id\n  birthName: Prénom\n").file("x; Pre\u0301nom\u00a0;id\na;Roux;1\n");
        assertThat(source.texts("birthName")).containsExactly("Roux");
    }

    @Test
    void passesOverBlankLinesAndSurplusSeparators() {
        assertThat(source.file("id;nom;prenom\n\n1;Roux;Léa;;\n   \n").ids()).containsExactly("1");
    }

    @Test
    void readsAFileThatHasAHeaderOnly() {
        assertThat(source.file("id;nom;prenom\n").readings()).isEmpty();
    }
}
