package fr.unefois.mdm.batch.dedupe.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    @TempDir
    Path folder = Path.of("");

    private Table table(String text, String charset) throws IOException {
        return Table.of(Files.write(folder.resolve("t.csv"), text.getBytes(Charset.forName(charset))));
    }

    private Table table(String text) throws IOException {
        return table(text, "UTF-8");
    }

    private static List<List<String>> rows(Table table) {
        List<List<String>> rows = new ArrayList<>();
        table.rows((row, line) -> rows.add(List.of(row)));
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1", "ISO-8859-15"})
    void findsOutTheEncoding(String charset) throws IOException {
        Table table = table("id;prénom;nom\n1;Zoé;Besançon\n2;Anaïs;Lefèvre\n", charset);

        assertThat(table.header()).containsExactly("id", "prénom", "nom");
        assertThat(rows(table)).containsExactly(List.of("1", "Zoé", "Besançon"), List.of("2", "Anaïs", "Lefèvre"));
    }

    @Test
    void tellsWindowsFromLatin9ByTheLettersThatDiffer() throws IOException {
        assertThat(rows(table("id;nom\n1;Le Cœur\n", "windows-1252"))).containsExactly(List.of("1", "Le Cœur"));
        assertThat(rows(table("id;nom\n1;Le Cœur\n", "ISO-8859-15"))).containsExactly(List.of("1", "Le Cœur"));
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        assertThat(table("\uFEFFid;nom\n1;A\n").header()).containsExactly("id", "nom");
    }

    @Test
    void keepsADamagedUtf8FileUtf8AndSaysSo() throws IOException {
        byte[] text = ("id;nom\n" + "1;Zoé\n".repeat(60)).getBytes(StandardCharsets.UTF_8);
        text[13] = (byte) 0xE9;
        Table table = Table.of(Files.write(folder.resolve("t.csv"), text));

        assertThat(rows(table).get(7)).containsExactly("1", "Zoé");
        assertThat(table.remarks()).anyMatch(remark -> remark.contains("not UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsOutTheSeparatorAmongOthersInTheValues(String separator) throws IOException {
        String text = "id,nom,adresse\n1,A,\"8, route; d|x\"\n2,B,\"9, rue; e|y\"\n";
        Table table = table(text.replace("id,nom,", String.join(separator, "id", "nom", ""))
                .replace("1,A,", String.join(separator, "1", "A", ""))
                .replace("2,B,", String.join(separator, "2", "B", "")));

        assertThat(rows(table)).containsExactly(List.of("1", "A", "8, route; d|x"), List.of("2", "B", "9, rue; e|y"));
    }

    @Test
    void readsQuotesAsPeopleWriteThem() throws IOException {
        assertThat(rows(table("a,b\n\"x \"\"y\"\" z\",\"1\n2\"\n5\" pipe,O\"Brien\n \"p\" ,q\n")))
                .containsExactly(List.of("x \"y\" z", "1\n2"), List.of("5\" pipe", "O\"Brien"), List.of("p ", "q"));
        assertThat(rows(table("a,b\n\"x \\\"y\\\" z\",\"C:\\\\d\"\n"))).containsExactly(List.of("x \"y\" z", "C:\\d"));
        assertThat(rows(table("'a','b'\n'x, y','z'\n"))).containsExactly(List.of("x, y", "z"));
    }

    @ParameterizedTest
    @CsvSource({"'\\n'", "'\\r\\n'", "'\\r'"})
    void readsAllLineEnds(String end) throws IOException {
        String lineEnd = end.replace("\\n", "\n").replace("\\r", "\r");
        List<Long> lines = new ArrayList<>();
        Table table = table(String.join(lineEnd, "a;b", "1;2", "", "3;4"));
        table.rows((row, line) -> lines.add(line));

        assertThat(rows(table)).containsExactly(List.of("1", "2"), List.of("3", "4"));
        assertThat(lines).containsExactly(2L, 4L);
    }

    @Test
    void takesUnevenRowsAndNamesTheirLines() throws IOException {
        Table table = table("a,b,c\n1,2\n\"x\ny\",2,3\n1,2,3,4\n");

        Uneven uneven = table.rows((row, line) -> assertThat(row).hasSize(3));

        assertThat(uneven).isEqualTo(new Uneven(2, List.of(2L, 5L)));
        assertThat(uneven.where()).isEqualTo("lines 2, 5");
    }

    @Test
    void tellsColumnsOfOneNameApart() throws IOException {
        Table table = table("nom,nom,,nom_2\nA,B,C,D\n");

        assertThat(table.header()).containsExactly("nom", "nom_2", "column3", "nom_2_2");
        assertThat(table.remarks()).hasSize(3);
    }

    @Test
    void callsColumnsByNumberWhereThereIsNoHeader() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "KERVELLA,Aude,1988-08-11\nBOISSEL,Aude,1979-11-23\n");
        Table table = Table.of(file, name -> false);

        assertThat(table.headed()).isFalse();
        assertThat(table.header()).containsExactly("column1", "column2", "column3");
        assertThat(rows(table)).hasSize(2);
        assertThat(table.remarks().get(0)).contains("there is no header");
    }

    @Test
    void takesUnknownWordsForAHeader() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "foo,bar\nA,1\nA,2\n");

        assertThat(Table.of(file, name -> false).headed()).isTrue();
    }

    @Test
    void readsThroughGzipWhateverTheFileIsCalled() throws IOException {
        Path file = folder.resolve("t.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("id;nom\n1;A\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(rows(Table.of(file))).containsExactly(List.of("1", "A"));
        assertThat(Table.of(file).format()).isEqualTo("gzip, CSV, UTF-8, separated by ';'");
    }

    @Test
    void readsAFileWithAHeaderAloneAndOneWithOneColumn() throws IOException {
        assertThat(rows(table("id,nom"))).isEmpty();
        assertThat(rows(table("nom\nA\nB\n"))).containsExactly(List.of("A"), List.of("B"));
    }

    @Test
    void saysInOneLineWhatCannotBeRead() throws IOException {
        refuses("", "is empty");
        refuses("\n\n", "is empty");
        refuses("a\0b", "binary");
        refuses("PK\u0003\u0004", "spreadsheet");
        refuses("id,nom\n1,\"KERVELLA\n2,X\n", "t.csv:2: a quote is opened and never closed");
        assertThatThrownBy(() -> Table.of(folder.resolve("none.csv"))).hasMessageContaining("is no file");
    }

    private void refuses(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        assertThatThrownBy(() -> Table.of(file))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void givesBackWhateverWasQuoted() throws IOException {
        Random random = new Random(20_261);
        String letters = "aé\"\\;,\n\r\t|' ";
        for (int round = 0; round < 200; round++) {
            List<List<String>> rows = new ArrayList<>();
            StringBuilder text = new StringBuilder("\"id\",\"nom\",\"ville\"\n");
            for (int i = 0; i < 5; i++) {
                List<String> row = new ArrayList<>();
                for (int j = 0; j < 3; j++) {
                    StringBuilder value = new StringBuilder("v");
                    random.ints(random.nextInt(6), 0, letters.length()).forEach(at -> value.append(letters.charAt(at)));
                    row.add(value.append('v').toString().replace("\\\"", "x"));
                    text.append(j == 0 ? "" : ",")
                            .append('"')
                            .append(row.get(j).replace("\"", "\"\""))
                            .append('"');
                }
                rows.add(row);
                text.append('\n');
            }
            assertThat(rows(table(text.toString()))).isEqualTo(rows);
        }
    }
}
