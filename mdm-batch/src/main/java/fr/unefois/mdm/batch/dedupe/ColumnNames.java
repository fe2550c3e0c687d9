package fr.unefois.mdm.batch.dedupe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names that people give to columns, in French, English and the formats of the field. */
final class ColumnNames {
    private static final Map<String, Role> ROLES = read();

    private ColumnNames() {}

    static Optional<Role> role(String header) {
        return Optional.ofNullable(ROLES.get(folded(header)));
    }

    private static String folded(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    private static Map<String, Role> read() {
        Map<String, Role> roles = new HashMap<>();
        try (InputStream stream = ColumnNames.class.getResourceAsStream("column-names.txt")) {
            if (stream == null) {
                throw new IllegalStateException("column-names.txt is not in the jar");
            }
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        int colon = line.indexOf(':');
                        Role role = Role.named(line.substring(0, colon)).orElseThrow();
                        for (String name : line.substring(colon + 1).strip().split(" ", -1)) {
                            roles.put(name, role);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return roles;
    }
}
