package fr.unefois.mdm.compare;

import fr.unefois.mdm.compare.Frequencies.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The shipped frequencies of the country, rounded: what everybody knows to be common. */
final class National {
    private static final Map<Kind, Map<String, Double>> FREQUENCIES = read();

    private National() {}

    /** The share of people with the value; 0 when it is not among the common ones. */
    static double frequency(Kind kind, String value) {
        return FREQUENCIES.getOrDefault(kind, Map.of()).getOrDefault(value, 0.0);
    }

    private static Map<Kind, Map<String, Double>> read() {
        Map<Kind, Map<String, Double>> frequencies = new EnumMap<>(Kind.class);
        try (InputStream stream = National.class.getResourceAsStream("national-frequencies.tsv")) {
            if (stream == null) {
                throw new IllegalStateException("national-frequencies.tsv is not in the jar");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] fields = line.split("\t", -1);
                double share = Integer.parseInt(fields[2]) / 1e6;
                frequencies
                        .computeIfAbsent(Kind.valueOf(fields[0]), absent -> new HashMap<>())
                        .put(fields[1], share);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return frequencies;
    }
}
