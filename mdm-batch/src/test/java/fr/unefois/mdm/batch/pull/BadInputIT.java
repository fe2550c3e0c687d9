package fr.unefois.mdm.batch.pull;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.batch.EmptyBase;
import fr.unefois.mdm.batch.Terminals;
import fr.unefois.mdm.batch.check.CheckCommand;
import fr.unefois.mdm.store.BaseCounts;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bad files through the command line: each is told of with its place and what to do, and costs no good row. */
@ExtendWith(TestDatabase.class)
class BadInputIT {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String NIR = "285055746300473";

    /** Words of the files that no message may repeat. */
    private static final String[] VALUES = {NIR, "2 85 05", "Canari", "Zo\u00eb", "Zo\u00c3", "Ana", "avant-hier"};

    private final Path folder;
    private final DatabaseSettings database;
    private final JdbcClient jdbc;
    private final BaseCounts counts;

    BadInputIT(DatabaseSettings database, DataSource dataSource, @TempDir Path folder) {
        this.folder = folder;
        this.database = database;
        this.jdbc = JdbcClient.create(dataSource);
        this.counts = new BaseCounts(dataSource);
        EmptyBase.of(dataSource);
    }

    @Test
    void aRowOfAnotherEncodingIsSetAside() throws IOException {
        file("id;nom;prenom;ne\n1;Canari;Ana;1987\n2;Canari;Zo\u00eb;1987\n3;Canari;Ana;1988\n".getBytes(WINDOWS));
        Terminals pulled = pull();
        assertThat(pulled.exitCode()).isZero();
        assertThat(told(pulled))
                .contains("  town.csv:3: column `prenom`: byte 0xEB is not UTF-8; the file is likely windows-1252: set"
                        + " `encoding: windows-1252` (or `auto`) for this source");
        assertKept(pulled, "1", "3");
        assertThat(quarantine()).containsExactly(3L);
    }

    @Test
    void aFileWithoutAMappedColumnIsNotReadAndTheColumnIsNamed() throws IOException {
        file("id;prenom;ne\n1;Ana;1987\n");
        other("id;nom;prenom;ne\n1;Canari;Ana;1987\n");
        Terminals pulled = pull();
        assertThat(pulled.exitCode()).isEqualTo(1);
        assertThat(told(pulled).get(0))
                .isEqualTo("town: town.csv:1: column `nom` (for birthName) is missing. The columns are `id`, `prenom`,"
                        + " `ne`. Correct the mapping, or the export");
        assertKept(pulled, "1");
    }

    @Test
    void anUnterminatedQuoteCostsItsOwnRow() throws IOException {
        file("id;nom;prenom;ne\n1;Canari;Ana;1987\n2;\"Canari;Ana;1987\n3;\"Canari\";Ana;1988\n");
        Terminals pulled = pull();
        assertThat(pulled.exitCode()).isZero();
        assertThat(told(pulled))
                .contains(
                        "  town.csv:3: column `nom`: the quote that opens here is never closed; close it, or double it"
                                + " if it belongs to the value");
        assertKept(pulled, "1", "3");
        assertThat(quarantine()).containsExactly(3L);
    }

    @Test
    void aLineOfTenMegabytesIsSetAside() throws IOException {
        file("id;nom;prenom;ne\n1;Canari;Ana;1987\n2;" + "Canari".repeat(1_750_000) + ";Ana;1987\n3;Canari;Ana;1988\n");
        Terminals pulled = pull();
        assertThat(pulled.exitCode()).isZero();
        assertThat(told(pulled))
                .contains("  town.csv:3: the line is 10500011 bytes long, more than 1048576; a line end or a closing"
                        + " quote is missing in the export");
        assertKept(pulled, "1", "3");
        assertThat(quarantine()).containsExactly(3L);
    }

    @Test
    void ofRowsWithOneIdentifierTheFirstIsKept() throws IOException {
        file("id;nom;prenom;ne\n1;Canari;Ana;1987\n1;Canari;Zo\u00eb;1990\n3;Canari;Ana;1988\n");
        Terminals pulled = pull();
        assertThat(pulled.exitCode()).isZero();
        assertThat(told(pulled))
                .contains("  town.csv:3: repeats in column `id` the identifier of line 2, which is kept; make"
                        + " identifiers unique in the source");
        assertKept(pulled, "1", "3");
        assertThat(said("1")).contains("Ana");
        assertThat(quarantine()).containsExactly(3L);
    }

    @Test
    void aDateThatIsNoneIsAFlawOfItsRow() throws IOException {
        file("id;nom;prenom;ne\n1;Canari;Ana;1987\n2;Canari;Ana;avant-hier\n3;Canari;Ana;31/02/1988\n");
        Terminals pulled = pull();
        assertThat(pulled.exitCode()).isZero();
        assertThat(told(pulled))
                .contains(
                        "town: 2 records have a flawed value, which is not matched on",
                        "  town.csv:3: column `ne` (birthDate): not-a-date in 2 rows, here first; give the mapping its"
                                + " `format`, or correct the source");
        assertKept(pulled, "1", "2", "3");
        assertThat(said("2")).as("as received").contains("avant-hier");
    }

    @Test
    void aNirIsNeverKeptAndItsRowIs() throws IOException {
        file("id;nom;prenom;ne\n1;Canari;Ana;1987\n2;2 85 05 57 463 004 73;Ana;1987\n3;Canari;Ana " + NIR + ";1988\n");
        Terminals pulled = pull();
        assertThat(pulled.exitCode()).isZero();
        assertThat(told(pulled))
                .contains(
                        "  town.csv:3: column `nom` (birthName): looks-like-a-nir; it is never kept: take it out of the"
                                + " source",
                        "  town.csv:4: column `prenom` (givenNames): looks-like-a-nir; it is never kept: take it out of"
                                + " the source");
        assertKept(pulled, "1", "2", "3");
        assertThat(said("2")).doesNotContain("85").contains("Ana");
    }

    @Test
    void aRowNamedByANirIsSetAsideAndATieToOneIsDropped() throws IOException {
        Files.createDirectories(folder.resolve("sources"));
        config("town", "  relations: {role: parent, id: parent}\n");
        file("id;nom;prenom;ne;parent\n1;Canari;Ana;1987;3\n" + NIR + ";Canari;Ana;1987;1\n3;Canari;Ana;1960;" + NIR
                + "\n");
        Terminals pulled = pull();
        assertThat(pulled.exitCode()).isZero();
        assertThat(told(pulled))
                .contains(
                        "  town.csv:3: has no plausible identifier in column `id`: it looks like a NIR, which may not be"
                                + " kept; the source must name its records otherwise",
                        "  town.csv:4: column `parent` (relations): looks-like-a-nir; it is never kept: take it out of"
                                + " the source");
        assertKept(pulled, "1", "3");
        assertThat(said("1")).contains("PARENT");
        assertThat(said("3")).doesNotContain("PARENT");
        assertThat(quarantine()).containsExactly(3L);
    }

    @Test
    void anEmptyFileAndABinaryOneDeleteNothing() throws IOException {
        file("id;nom;prenom;ne\n1;Canari;Ana;1987\n");
        other("id;nom;prenom;ne\n1;Canari;Ana;1987\n");
        pull();
        file("");
        Files.write(folder.resolve("other.csv"), new byte[] {'P', 'K', 3, 4, 0, 1});
        Terminals pulled = pull();
        assertThat(pulled.exitCode()).isEqualTo(1);
        assertThat(told(pulled).subList(0, 2))
                .containsExactly(
                        "other: other.csv: is not text but a zip archive or a spreadsheet workbook; export it as CSV",
                        "town: town.csv: is empty, without even a header; nothing is taken as deleted. Export it"
                                + " again");
        assertKept(pulled, "1", "1");
    }

    @Test
    void aMappingToAnUnknownAttributeIsFoundBeforeAnythingRuns() throws IOException {
        file("id;nom;prenom;ne\n1;Canari;Ana;1987\n");
        config("town", "  surname: nom\n");
        Terminals checked = Terminals.run(new CheckCommand(), "--config", folder.toString());
        assertThat(checked.exitCode()).isEqualTo(2);
        assertThat(told(checked))
                .singleElement()
                .asString()
                .startsWith("sources/town.yml:12: `mapping.surname` is not an attribute; known are [birthName,");
        assertThat(pull().exitCode()).isNotZero();
        assertThat(counts.records()).isZero();
    }

    /** What was kept, and that nothing which was printed or set aside shows a value or a NIR. */
    private void assertKept(Terminals pulled, String... ids) {
        assertThat(jdbc.sql("select source_id from source_record order by source, source_id")
                        .query(String.class)
                        .list())
                .containsExactly(ids);
        assertThat(counts.citizens()).isPositive();
        assertThat(pulled.out() + pulled.err()).doesNotContain(VALUES);
        assertThat(jdbc.sql("select concat(q.reason, q.raw, s.source_id, s.said) from source_record s"
                                + " left join quarantine q on q.source = s.source")
                        .query(String.class)
                        .list())
                .noneMatch(text -> text.replace(" ", "").contains(NIR));
    }

    private List<Long> quarantine() {
        return jdbc.sql("select line from quarantine order by id")
                .query(Long.class)
                .list();
    }

    private String said(String id) {
        return jdbc.sql("select said::text from source_record where source_id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private Terminals pull() {
        return Terminals.run(new PullCommand(), "--config", folder.toString(), "--database", url());
    }

    /** Lines of stderr with the test's folder left out of them. */
    private List<String> told(Terminals terminals) {
        return terminals.err().replace(folder + "/", "").lines().toList();
    }

    private String url() {
        String url = Objects.requireNonNull(database.url());
        return url + (url.contains("?") ? "&" : "?") + "user=" + encoded(database.user()) + "&password="
                + encoded(database.password());
    }

    private static String encoded(@org.jspecify.annotations.Nullable String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }

    private void file(String text) throws IOException {
        file(text.getBytes(StandardCharsets.UTF_8));
    }

    private void file(byte[] bytes) throws IOException {
        source("town", bytes);
    }

    private void other(String text) throws IOException {
        source("other", text.getBytes(StandardCharsets.UTF_8));
    }

    private void source(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name + ".csv"), bytes);
        if (!Files.exists(folder.resolve("sources").resolve(name + ".yml"))) {
            config(name, "");
        }
    }

    private void config(String name, String mapping) throws IOException {
        Files.createDirectories(folder.resolve("sources"));
        Files.writeString(folder.resolve("sources").resolve(name + ".yml"), """
                controller: The town
                use: contribute
                connector:
                  kind: csv
                  file: %s/%s.csv
                  separator: ";"
                mapping:
                  id: id
                  birthName: nom
                  givenNames: prenom
                  birthDate: ne
                %s""".formatted(folder, name, mapping));
    }
}
