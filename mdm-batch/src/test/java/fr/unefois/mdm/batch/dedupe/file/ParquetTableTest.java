package fr.unefois.mdm.batch.dedupe.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of 300 made-up rows that DuckDB 1.4.1 wrote with each of its compressions: texts, a list of given names, a date,
 * a boolean, fractions, a moment, a structure, nulls, dictionaries; {@code v2} has the newer pages and encodings.
 */
class ParquetTableTest {
    @TempDir
    Path folder = Path.of("");

    private Table table(String name) throws IOException {
        Path file = folder.resolve("people.parquet");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("people-" + name + ".parquet"))) {
            Files.write(file, in.readAllBytes());
        }
        return Table.of(file);
    }

    private static List<List<String>> rows(Table table) {
        List<List<String>> rows = new ArrayList<>();
        table.rows((row, line) -> rows.add(Arrays.asList(row)));
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "zstd", "gzip", "uncompressed", "lz4_raw", "v2"})
    void readsWhatAnotherImplementationWrote(String name) throws IOException {
        Table table = table(name);

        assertThat(table.format()).isEqualTo("Parquet");
        assertThat(table.header())
                .containsExactly(
                        "id",
                        "surname",
                        "given_names",
                        "dob",
                        "active",
                        "height",
                        "amount",
                        "seen",
                        "address.line",
                        "address.postcode",
                        "address.city",
                        "born");
        List<List<String>> rows = rows(table);
        assertThat(rows).hasSize(300);
        assertThat(rows.get(0))
                .containsExactly(
                        "0",
                        "KERVELLA",
                        "Aude, Marie",
                        "1970-01-01",
                        "true",
                        "150.5",
                        "0",
                        "2024-05-01T10:00:00",
                        "0 rue des Lilas",
                        "57000",
                        "Metz",
                        "1900");
        assertThat(rows.get(299))
                .containsExactly(
                        "299",
                        "",
                        "",
                        "2000-04-16",
                        "false",
                        "169.5",
                        "373.75",
                        "2024-05-01T10:04:59",
                        "299 rue des Lilas",
                        "57000",
                        "Metz",
                        "1999");
        assertThat(rows.get(4)).element(1).isEqualTo("BOISSEL");
        assertThat(rows.get(4)).element(2).isEqualTo("Rémi");
        assertThat(rows.get(13)).element(2).isEqualTo("");
        assertThat(rows.get(5).get(1)).isEqualTo("Gonçalves");
    }

    @Test
    void numbersTheRows() throws IOException {
        List<Long> lines = new ArrayList<>();
        table("snappy").rows((row, line) -> lines.add(line));

        assertThat(lines).startsWith(1L, 2L).endsWith(300L);
    }

    @Test
    void readsAFileWithoutRows() throws IOException {
        assertThat(rows(table("none"))).isEmpty();
    }

    @Test
    void saysWhatItCannotRead() throws IOException {
        Table brotli = table("brotli");
        assertThatThrownBy(() -> rows(brotli))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("is compressed with BROTLI, which is not read; write it with snappy");

        Path file = table("snappy").path();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Table.of(file))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("was cut off");
    }

    @Test
    void saysWhereAFileIsDamaged() throws IOException {
        Path file = table("snappy").path();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 100, 1500, (byte) 0x55);
        Files.write(file, bytes);

        Table damaged = Table.of(file);
        assertThatThrownBy(() -> rows(damaged)).isInstanceOf(UnreadableFile.class);
    }
}
