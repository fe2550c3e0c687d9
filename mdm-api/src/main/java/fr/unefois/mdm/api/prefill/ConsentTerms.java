package fr.unefois.mdm.api.prefill;

import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.config.YamlFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What citizens may consent to, from {@code config/consents/*.yml}: prefilling beyond the law, or ways to reach them. */
public final class ConsentTerms {
    private final Map<String, Term> byName;

    /** @param text what the person reads before they say yes or no; kept with their answer */
    record Term(String title, String text) {}

    private ConsentTerms(Map<String, Term> byName) {
        this.byName = byName;
    }

    /** Reads every term; an absent folder has none. */
    public static ConsentTerms readAll(Path config, Faults faults) {
        return new ConsentTerms(YamlFolder.read(config.resolve("consents"), faults, (name, file) -> read(file)));
    }

    private static Term read(Section file) {
        Term term = new Term(file.requiredText("title"), file.requiredText("text"));
        file.end();
        return term;
    }

    Map<String, Term> all() {
        return byName;
    }

    Optional<Term> term(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
