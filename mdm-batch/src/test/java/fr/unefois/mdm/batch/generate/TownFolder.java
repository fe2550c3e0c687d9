package fr.unefois.mdm.batch.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A town on disk, for tests: its files read back as anybody would read them. */
record TownFolder(Path folder) {
    static TownFolder written(Path folder, int citizens, long seed, ErrorLevel errors) {
        return written(folder, citizens, seed, errors, 2);
    }

    static TownFolder written(Path folder, int citizens, long seed, ErrorLevel errors, int threads) {
        try {
            new TownPress(new Town(citizens, seed, errors), threads, (done, rows) -> {}).print(folder);
            return new TownFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes(String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String digest(String file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> files() {
        List<String> files = new ArrayList<>(List.of("all.csv", "truth.csv"));
        SourceSystem.ALL.forEach(system -> files.add("sources/" + system.id + ".csv"));
        return files;
    }

    List<Map<String, String>> all() {
        return rows("all.csv", StandardCharsets.UTF_8, ',');
    }

    List<Map<String, String>> truth() {
        return rows("truth.csv", StandardCharsets.UTF_8, ',');
    }

    /** The rows of a file, by header. */
    List<Map<String, String>> rows(String file, Charset charset, char separator) {
        List<String> lines = new String(bytes(file), charset).lines().toList();
        List<String> headers = cells(lines.get(0), separator);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line, separator);
            if (cells.size() != headers.size()) {
                throw new IllegalStateException(file + ": a row of " + cells.size() + " cells");
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(headers.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
