package fr.unefois.mdm.batch.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of a file in another order are the same people. */
class RowOrderTest {
    private static final String[] SYLLABLES = {"BA", "CHO", "DRI", "FLA", "GUE", "JO", "KER", "LU"};

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(ints = {300, 3_000, 7_000})
    void findsTheSamePeopleInAnyOrder(int rows) throws IOException {
        List<String> people = people(rows, new Random(rows));
        Set<Set<String>> expected = clusters(people);
        Collections.shuffle(people, new Random(1));

        assertThat(clusters(people)).isEqualTo(expected);
        assertThat(expected.size()).isBetween(rows / 5, rows - 50);
    }

    private Set<Set<String>> clusters(List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("id;nom;prenom;date_naissance;telephone;badge");
        lines.addAll(rows);
        Path file = Files.write(folder.resolve("people.csv"), lines);
        Path out = folder.resolve("clusters.csv");
        assertThat(Runs.of(new DedupeCommand(), file, "--out", out, "--map", "badge=badge:identifier")
                        .exitCode())
                .isZero();
        Map<String, Set<String>> clusters = new HashMap<>();
        Files.readAllLines(out).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(row -> clusters.computeIfAbsent(row[2], absent -> new TreeSet<>())
                        .add(row[0]));
        Collection<Set<String>> all = clusters.values();
        return new HashSet<>(all);
    }

    /** Three rows a person, a third of them with a slip; a few names for all. */
    private static List<String> people(int rows, Random random) {
        List<String> people = new ArrayList<>();
        String[] person = {};
        for (int i = 0; i < rows; i++) {
            if (i % 3 == 0) {
                person = new String[] {
                    word(2, random),
                    word(2, random),
                    String.format(
                            java.util.Locale.ROOT,
                            "%02d/%02d/%d",
                            1 + random.nextInt(28),
                            1 + random.nextInt(12),
                            1950 + random.nextInt(50)),
                    "06" + (10_000_000 + random.nextInt(89_999_999)),
                    "B" + (100_000 + random.nextInt(899_999))
                };
            }
            String[] row = person.clone();
            if (random.nextInt(3) == 0) {
                int at = random.nextInt(row.length);
                row[at] = random.nextBoolean() ? "" : row[at].substring(0, row[at].length() - 1) + random.nextInt(10);
            }
            people.add("R" + i + ";" + String.join(";", row));
        }
        return people;
    }

    private static String word(int syllables, Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }
}
