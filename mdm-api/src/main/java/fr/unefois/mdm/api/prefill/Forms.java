package fr.unefois.mdm.api.prefill;

import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.config.Yaml;
import fr.unefois.mdm.record.Attribute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The forms of an installation, from {@code config/forms/*.yml}. */
public final class Forms {
    private static final String ENDING = ".yml";

    private final Map<String, Form> byName;

    private Forms(Map<String, Form> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** Reads every form; an absent folder has none. */
    public static Forms readAll(Path config, Faults faults) {
        Path folder = config.resolve("forms");
        if (!Files.isDirectory(folder)) {
            return new Forms(Map.of());
        }
        Map<String, Form> forms = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(ENDING)).sorted().forEach(file -> {
                String name = file.getFileName().toString();
                Form form = read(name.substring(0, name.length() - ENDING.length()), Yaml.read(file, faults));
                forms.put(form.name(), form);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
        return new Forms(forms);
    }

    Optional<Form> form(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    static Form read(String name, Section file) {
        String title = file.requiredText("title");
        String notice = file.requiredText("notice");
        Section fields = file.section("fields");
        List<Form.Field> read = new ArrayList<>();
        for (String field : fields.keys()) {
            read.add(field(field, fields.section(field)));
        }
        if (read.isEmpty()) {
            file.fault("`fields` is missing or empty");
        }
        file.end();
        return new Form(name, title, notice, read);
    }

    private static Form.Field field(String name, Section field) {
        String attribute = field.requiredText("attribute");
        Form.Field read = new Form.Field(
                name,
                Attribute.CANONICAL.stream()
                        .filter(known -> known.name().equals(attribute))
                        .findFirst()
                        .orElseGet(() -> {
                            field.faultAt(
                                    "attribute",
                                    "`" + attribute + "` is not an attribute; known are " + Attribute.CANONICAL);
                            return Attribute.BIRTH_NAME;
                        }),
                field.constant("part", Form.Part.class).orElse(Form.Part.WHOLE),
                field.constant("whose", Form.Whose.class).orElse(Form.Whose.REQUESTER),
                field.text("ground").orElse(null));
        field.end();
        return read;
    }
}
