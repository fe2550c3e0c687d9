package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.batch.dedupe.file.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Files made for a test, as they are understood: {@code soc_sec_id: socSecId identifier}. */
final class Understood {
    private static final Choices NONE = new Choices("", "", Map.of(), Set.of());

    private final Understanding understanding;

    private Understood(Understanding understanding) {
        this.understanding = understanding;
    }

    static Understood of(String... texts) {
        return with(NONE, texts);
    }

    static Understood with(Choices choices, String... texts) {
        try {
            Path folder = Files.createTempDirectory("columns");
            try {
                List<Table> tables = Arrays.stream(texts)
                        .map(text -> table(folder, text, choices))
                        .toList();
                return new Understood(Understanding.of(tables, choices, bytes -> {}));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static Table table(Path folder, String text, Choices choices) {
        try {
            return Table.of(Files.writeString(Files.createTempFile(folder, "people", ".csv"), text), choices::isColumn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Understanding understanding() {
        return understanding;
    }

    /** What a column of the first file is: its attribute and type, or {@code ignored}. */
    String column(String name) {
        return is(use(name));
    }

    String why(String name) {
        return use(name).why();
    }

    private ColumnUse use(String name) {
        return understanding.files().get(0).uses().stream()
                .filter(use -> use.column().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String is(ColumnUse use) {
        String what = use.role() == null
                ? use.purpose().name().toLowerCase(Locale.ROOT)
                : use.role().name();
        return use.type() == null ? what : what + " " + use.type().name().toLowerCase(Locale.ROOT);
    }
}
