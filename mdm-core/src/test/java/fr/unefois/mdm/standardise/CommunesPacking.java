package fr.unefois.mdm.standardise;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Packs {@code data/communes.json} of the npm package {@code @etalab/decoupage-administratif} into the resource that
 * {@link Communes} reads. Run once a year, when the COG changes: {@code CommunesPacking communes.json
 * mdm-core/src/main/resources/fr/unefois/mdm/standardise/communes.tsv.gz}.
 *
 * <p>A line a place, by code: code, name, postcodes, population, code of today's commune (empty: itself), former codes
 * without a name of their own.
 */
final class CommunesPacking {
    private CommunesPacking() {}

    public static void main(String[] arguments) throws IOException {
        Collection<Map<String, Object>> places = read(Path.of(arguments[0]));
        Map<String, String> todays = new HashMap<>();
        for (Map<String, Object> place : places) {
            todays.merge(text(place, "code"), today(place), (one, other) -> one);
        }
        Map<String, String> lines = new TreeMap<>();
        places.stream()
                .sorted(Comparator.comparing(place -> text(place, "type")))
                .forEach(place -> lines.put(
                        text(place, "code") + (current(place) ? " " : text(place, "type")), line(place, todays)));
        try (OutputStream out = new Gzip(Files.newOutputStream(Path.of(arguments[1])))) {
            for (String line : lines.values()) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
    }

    private static String line(Map<String, Object> place, Map<String, String> todays) {
        String code = text(place, "code");
        String today = current(place) ? "" : today(place);
        List<String> former = strings(place, "anciensCodes").stream()
                .filter(old -> !todays.containsKey(old))
                .toList();
        return String.join(
                "\t",
                code,
                text(place, "nom"),
                String.join(",", strings(place, "codesPostaux")),
                Objects.toString(place.get("population"), ""),
                today,
                String.join(",", former));
    }

    private static boolean current(Map<String, Object> place) {
        return text(place, "type").equals("commune-actuelle");
    }

    /** Delegated and associated communes name their seat, arrondissements their city. */
    private static String today(Map<String, Object> place) {
        Object seat = place.getOrDefault("chefLieu", place.get("commune"));
        return seat == null ? text(place, "code") : seat.toString();
    }

    @SuppressWarnings("unchecked")
    private static Collection<Map<String, Object>> read(Path json) throws IOException {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        return Objects.requireNonNull((Collection<Map<String, Object>>)
                new Load(settings).loadFromString(Files.readString(json, StandardCharsets.UTF_8)));
    }

    private static String text(Map<String, Object> place, String key) {
        return Objects.requireNonNull(place.get(key)).toString();
    }

    private static List<String> strings(Map<String, Object> place, String key) {
        @Nullable Object list = place.get(key);
        return list instanceof Collection<?> items
                ? items.stream().map(Object::toString).sorted().toList()
                : List.of();
    }

    /** The same bytes on every machine: strongest compression, and no time in the header. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
