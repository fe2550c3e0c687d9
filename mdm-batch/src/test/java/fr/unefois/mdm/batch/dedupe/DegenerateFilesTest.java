package fr.unefois.mdm.batch.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of which nothing good can come: each ends, keeps every row, and is reported for what it is. */
class DegenerateFilesTest {
    private static final String HEADER = "id;nom;prenom;date_naissance";

    @TempDir
    Path folder = Path.of("");

    private Path file(String header, int rows, IntFunction<String> row) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(header);
        for (int i = 0; i < rows; i++) {
            lines.add(row.apply(i));
        }
        return Files.write(folder.resolve("people.csv"), lines);
    }

    /** The run's document, after what must hold of every run: no row is lost, and the page is whole. */
    private String report(Path file, int rows) throws IOException {
        Path page = folder.resolve("report.html");
        Runs run = Runs.of(new DedupeCommand(), file, "--out", out(), "--json", "--report", page);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(out())).hasSize(rows + 1);
        assertThat(Files.readString(page)).contains("</main>");
        assertThat(number(run.out(), "rows")).isEqualTo(rows);
        return run.out();
    }

    private Path out() {
        return folder.resolve("clusters.csv");
    }

    private static int number(String document, String member) {
        List<Integer> numbers = new ArrayList<>();
        Matcher matcher = Pattern.compile("\"" + member + "\":(\\d+)").matcher(document);
        while (matcher.find()) {
            numbers.add(Integer.valueOf(matcher.group(1)));
        }
        assertThat(numbers).as(member).isNotEmpty();
        return numbers.get(numbers.size() - 1);
    }

    /** How many clusters by their number of rows. */
    private Map<Integer, Integer> sizes() throws IOException {
        Map<String, Integer> byCluster = new TreeMap<>();
        Files.readAllLines(out()).stream()
                .skip(1)
                .forEach(line -> byCluster.merge(line.substring(line.lastIndexOf(',')), 1, Integer::sum));
        Map<Integer, Integer> sizes = new TreeMap<>();
        byCluster.values().forEach(size -> sizes.merge(size, 1, Integer::sum));
        return sizes;
    }

    @Test
    void oneRow() throws IOException {
        String report = report(file(HEADER, 1, i -> "1;MARTIN;JEAN;12/03/1970"), 1);

        assertThat(number(report, "clusters")).isEqualTo(1);
        assertThat(number(report, "pairsCompared")).isZero();
    }

    @Test
    void aHeaderAndNoRow() throws IOException {
        String report = report(file(HEADER, 0, i -> ""), 0);

        assertThat(number(report, "clusters")).isZero();
        assertThat(number(report, "largestCluster")).isZero();
    }

    @Test
    void anEmptyFile() throws IOException {
        Path empty = Files.write(folder.resolve("empty.csv"), new byte[0]);

        Runs run = Runs.of(new DedupeCommand(), empty, "--out", out(), "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("empty.csv: is empty; a header line and rows are expected");
        assertThat(out()).doesNotExist();
    }

    @Test
    void allRowsEqual() throws IOException {
        String report = report(file(HEADER, 1_000, i -> i + ";KERVELLA;AUDE;12/03/1970"), 1_000);

        assertThat(sizes()).isEqualTo(Map.of(1_000, 1));
        assertThat(number(report, "rowsCopied")).isEqualTo(999);
        assertThat(number(report, "largestCluster")).isEqualTo(1_000);
        assertThat(Files.readString(folder.resolve("report.html"))).contains("999 records say exactly what another");
    }

    @Test
    void allValuesMissing() throws IOException {
        String report = report(file(HEADER, 3_000, i -> i + ";;;"), 3_000);

        assertThat(sizes()).isEqualTo(Map.of(1, 3_000));
        assertThat(number(report, "rowsWithoutKey")).isEqualTo(3_000);
        assertThat(Files.readString(folder.resolve("report.html"))).contains("say too little to be compared");
    }

    @Test
    void oneColumnOnly() throws IOException {
        String[] names = {"KERVELLA", "BOISSEL", "MARTIN"};
        String report = report(file("nom", 1_500, i -> names[i % 3]), 1_500);

        // A name alone makes nobody one person.
        assertThat(sizes()).isEqualTo(Map.of(1, 1_500));
        assertThat(number(report, "rowsCopied")).isEqualTo(1_497);
    }

    @Test
    void oneNameAndOneDefaultDateAHundredThousandTimes() throws IOException {
        String report = report(file(HEADER, 100_000, i -> i + ";MARTIN;JEAN;01/01/1970"), 100_000);

        assertThat(sizes()).isEqualTo(Map.of(1, 100_000));
        assertThat(number(report, "rowsCopied")).isEqualTo(99_999);
        assertThat(number(report, "pairsCompared")).isZero();
    }

    @Test
    void onePersonWithSlipsManyTimes() throws IOException {
        Random random = new Random(5);
        String header = HEADER + ";telephone;courriel;adresse;code_postal;ville";
        int rows = 1_500;
        String report = report(
                file(header, rows, i -> {
                    String[] values = {
                        "KERVELLA", "AUDE", "11/08/1988", "0612345678", "aude.kervella@fai.example", "12 rue des Lilas"
                    };
                    for (int errors = random.nextInt(3); errors > 0; errors--) {
                        int at = random.nextInt(values.length);
                        values[at] = slip(values[at], random);
                    }
                    return i + ";" + String.join(";", values) + ";57000;Metz";
                }),
                rows);

        assertThat(number(report, "componentsCut")).isEqualTo(1);
        assertThat(number(report, "largestComponent")).isGreaterThan(1_400);
        assertThat(number(report, "largestCluster")).isGreaterThan(500);
        assertThat(Files.readString(folder.resolve("report.html"))).contains("cut at ");
    }

    private static String slip(String text, Random random) {
        int at = random.nextInt(Math.max(1, text.length()));
        return text.isEmpty() ? text : text.substring(0, at) + text.substring(at + 1);
    }

    @Test
    void saysInWordsWhatBecameOfACrowd() throws IOException {
        Path people = file(HEADER, 2_600, i -> i < 2_500 ? i + ";KERVELLA;AUDE;12/03/1970" : i + ";;;");

        Runs run = Runs.of(new DedupeCommand(), people, "--out", out());

        assertThat(run.err())
                .contains("100 rows say too little to be compared with any other")
                .contains("2598 rows say exactly what another row of their source says")
                .contains("the largest of 2500");
    }
}
