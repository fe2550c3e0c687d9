package fr.unefois.mdm.api.prefill;

import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.config.YamlFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms of an installation, from {@code config/forms/*.yml}. */
public final class Forms {
    private final Map<String, Form> byName;

    private Forms(Map<String, Form> byName) {
        this.byName = byName;
    }

    /** Reads every form; an absent folder has none. */
    public static Forms readAll(Path config, ConsentTerms terms, Faults faults) {
        return new Forms(YamlFolder.read(config.resolve("forms"), faults, (name, file) -> read(name, file, terms)));
    }

    Optional<Form> form(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In alphabetical order. */
    List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }

    private static Form read(String name, Section file, ConsentTerms terms) {
        String title = file.requiredText("title");
        String notice = file.requiredText("notice");
        Section fields = file.section("fields");
        FieldReader reader = new FieldReader(terms);
        Form form = new Form(
                name,
                title,
                notice,
                fields.keys().stream()
                        .map(field -> reader.read(field, fields.section(field)))
                        .toList());
        if (form.fields().isEmpty()) {
            file.fault("`fields` is missing or empty");
        }
        file.end();
        return form;
    }
}
