package fr.unefois.mdm.api.identity;

import fr.unefois.mdm.record.SourceFile;
import fr.unefois.mdm.record.SourceKey;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where the sources' own applications show a record: from a citizen of one's own application an agent goes on to the
 * same citizen in another, which asks for its own rights.
 *
 * @param templates by source; each has {@code {id}} once
 */
public record Screens(Map<String, String> templates) {
    private static final String ID = "{id}";
    private static final Set<String> SCHEMES = Set.of("http", "https");

    public Screens {
        templates = Map.copyOf(templates);
    }

    /** A fault is added for every {@code screen} that is no address with an identifier. */
    public static Screens of(Collection<SourceFile> files) {
        Map<String, String> templates = new TreeMap<>();
        files.forEach(file -> file.screen(Screens::template)
                .ifPresent(template -> templates.put(file.source().name(), template)));
        return new Screens(templates);
    }

    private static String template(String text) {
        URI filled = URI.create(text.replace(ID, "1"));
        boolean once = text.indexOf(ID) >= 0 && text.indexOf(ID) == text.lastIndexOf(ID);
        if (!once || filled.getScheme() == null || !SCHEMES.contains(filled.getScheme()) || filled.getHost() == null) {
            throw new IllegalArgumentException("no address with one identifier");
        }
        return text;
    }

    Optional<String> of(SourceKey key) {
        return Optional.ofNullable(templates.get(key.source()))
                .map(template -> template.replace(
                        ID, URLEncoder.encode(key.id(), StandardCharsets.UTF_8).replace("+", "%20")));
    }
}
