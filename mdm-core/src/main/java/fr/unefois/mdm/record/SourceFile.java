package fr.unefois.mdm.record;

import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.config.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One file {@code config/sources/NAME.yml}: what the service must know of the source, and how a connector reads it.
 *
 * @param whole the file itself
 * @param connector the section that the connector reads; left to it to finish
 * @param mapping the section that maps columns to attributes; left to the connector to finish
 */
public record SourceFile(Source source, Section whole, Section connector, Section mapping) {
    private static final String ENDING = ".yml";

    /** Reads every source of a configuration folder, sorted by name; an absent folder has none. */
    public static List<SourceFile> readAll(Path config, Faults faults) {
        return readAll(config, System.getenv(), faults);
    }

    /** As above, with the values that stand for {@code ${NAME}} in the files. */
    public static List<SourceFile> readAll(Path config, Map<String, String> environment, Faults faults) {
        Path folder = config.resolve("sources");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .map(file -> read(nameOf(file), Yaml.read(file, environment, faults)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /**
     * When the source is pulled by itself; empty where it is not, or with a fault where it cannot be understood.
     *
     * @param parse throws an {@link IllegalArgumentException} for what is no cron expression
     */
    public <T> Optional<T> schedule(Function<String, T> parse) {
        return whole.parsed(
                "schedule",
                "a cron expression that comes due, such as `30 2 * * *` (minute, hour, day, month, weekday)",
                parse);
    }

    /**
     * Where the source's own application shows one record; empty where it does not, or with a fault where it cannot be
     * understood.
     *
     * @param parse throws an {@link IllegalArgumentException} for what is no such address
     */
    public <T> Optional<T> screen(Function<String, T> parse) {
        return whole.parsed(
                "screen",
                "an address with the record's `{id}`, such as `https://library.example.fr/readers/{id}`",
                parse);
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    private static SourceFile read(String name, Section file) {
        Source source = new Source(
                name,
                file.text("label").orElse(name),
                file.requiredText("controller"),
                file.text("sector").orElse(name),
                file.constant("use", Source.Use.class).orElse(Source.Use.VERIFY),
                trust(file),
                certifications(file.section("certification")));
        if (name.equals(AuthoredValue.SOURCE)) {
            file.fault("`" + name + "` is what stewards' values are named after; give the source another name");
        }
        if (!file.has("use")) {
            file.fault("`use` is missing; write verify, link or contribute");
        }
        file.text("schedule"); // left to whoever keeps time
        file.text("screen"); // left to whoever shows it
        SourceFile result = new SourceFile(source, file, file.section("connector"), file.section("mapping"));
        file.end();
        return result;
    }

    private static int trust(Section file) {
        int trust = file.integer("trust", 50);
        if (trust < 0 || trust > 100) {
            file.faultAt("trust", "`trust` is from 0 to 100");
            return 50;
        }
        return trust;
    }

    private static Map<Attribute, Certification> certifications(Section section) {
        Map<Attribute, Certification> certifications = new HashMap<>();
        for (String name : section.keys()) {
            Attribute attribute = attribute(section, name);
            Section one = section.section(name);
            int level = one.integer("level", 100);
            if (level < 0 || level > 600) {
                one.faultAt("level", "a certification level is from 0 to 600");
                level = 100;
            }
            certifications.put(
                    attribute, new Certification(level, one.text("process").orElse("declared")));
            one.end();
        }
        return certifications;
    }

    private static Attribute attribute(Section section, String name) {
        Attribute attribute = Attribute.CANONICAL.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(Attribute.BIRTH_NAME);
        if (!attribute.name().equals(name)) {
            section.faultAt(name, "`" + name + "` is not an attribute; known are " + Attribute.CANONICAL);
        }
        return attribute;
    }
}
