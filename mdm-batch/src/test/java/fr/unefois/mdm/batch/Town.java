package fr.unefois.mdm.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of the nine tiny files under {@code town}, read through the configuration of {@code examples/metropole}. */
public final class Town {
    private static final Path FILES = Path.of("src", "test", "resources", "town");
    public static final Path CONFIG = Path.of("..", "examples", "metropole", "config");

    private final Path sources;

    public Town(Path folder) {
        sources = folder.resolve("sources");
        try (Stream<Path> files = Files.list(FILES)) {
            Files.createDirectories(sources);
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".csv")).toList()) {
                Files.copy(file, sources.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file(String source) {
        return sources.resolve(source + ".csv");
    }

    public ConfiguredSources configured() {
        return ConfiguredSources.read(CONFIG, Map.of("MDM_SOURCES", sources.toString()));
    }

    /** Replaces a text in a source's file, whatever its encoding. */
    public void edit(String source, String from, String to) {
        try {
            String text = Files.readString(file(source), StandardCharsets.ISO_8859_1);
            Files.writeString(file(source), text.replace(from, to), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes another file in a source's place. */
    public void write(String source, List<String> lines, Charset charset) {
        try {
            Files.write(file(source), lines, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
