package fr.unefois.mdm.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** A folder of one file a thing, named as the thing is. */
public final class YamlFolder {
    private static final String ENDING = ".yml";

    private YamlFolder() {}

    /** By name what each file says; an absent folder has none. */
    public static <T> Map<String, T> read(Path folder, Faults faults, BiFunction<String, Section, T> reader) {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        Map<String, T> things = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(ENDING)).sorted().forEach(file -> {
                String name = file.getFileName().toString();
                name = name.substring(0, name.length() - ENDING.length());
                things.put(name, reader.apply(name, Yaml.read(file, faults)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
        return Collections.unmodifiableMap(things);
    }
}
