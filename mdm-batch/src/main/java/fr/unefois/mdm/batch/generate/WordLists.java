package fr.unefois.mdm.batch.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The word lists beside this class: {@code [section]}, {@code key = value, value…}, continued on indented lines. */
final class WordLists {
    private final Map<String, Map<String, List<String>>> sections = new LinkedHashMap<>();

    private WordLists() {}

    static WordLists read(String resource) {
        WordLists lists = new WordLists();
        InputStream found = Objects.requireNonNull(WordLists.class.getResourceAsStream(resource), resource);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
            lists.read(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }

    private void read(BufferedReader lines) throws IOException {
        Map<String, List<String>> section = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("[")) {
                section = new LinkedHashMap<>();
                sections.put(line.substring(1, line.indexOf(']')), section);
            } else if (line.startsWith(" ")) {
                addWords(line, words);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int equals = line.indexOf('=');
                words = new ArrayList<>();
                section.put(line.substring(0, equals).strip(), words);
                addWords(line.substring(equals + 1), words);
            }
        }
    }

    private static void addWords(String line, List<String> words) {
        for (String word : line.split(",", -1)) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
    }

    Set<String> sections() {
        return sections.keySet();
    }

    Map<String, List<String>> section(String name) {
        return Objects.requireNonNull(sections.get(name), name);
    }

    List<String> words(String section, String key) {
        return section(section).getOrDefault(key, List.of());
    }

    String word(String section, String key) {
        return words(section, key).get(0);
    }

    int number(String section, String key) {
        List<String> words = words(section, key);
        return words.isEmpty() ? 0 : Integer.parseInt(words.get(0));
    }
}
