package fr.unefois.mdm.standardise;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The countries by COG code (of today or former), by French name and by ISO code. */
public final class Countries {
    private final Map<String, Country> byCode = new TreeMap<>();
    private final Map<String, Country> byWord = new HashMap<>();

    private Countries(List<String> lines) {
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            String iso = fields.length > 2 && !fields[2].isEmpty() ? fields[2] : null;
            Country country = new Country(fields[0], fields[1], iso);
            byCode.put(country.code(), country);
            add(country.code(), country);
            add(country.name(), country);
            if (iso != null) {
                add(iso, country);
                iso3(iso).ifPresent(code -> add(code, country));
            }
            for (String alias : fields.length > 3 ? fields[3].split(";", -1) : new String[0]) {
                add(alias, country);
            }
        }
    }

    private static final class Shipped {
        private static final Countries COUNTRIES = new Countries(Resources.lines("countries.tsv"));
    }

    public static Countries french() {
        return Shipped.COUNTRIES;
    }

    /** By COG code, a former code leading to today's country. */
    public Optional<Country> find(String code) {
        return code.length() == 5 ? Optional.ofNullable(byWord.get(code)) : Optional.empty();
    }

    /** By COG code, name or ISO code, however spelt. */
    public Optional<Country> read(String text) {
        String words = Folding.words(text);
        String run = words.replace(" ", "");
        if (run.length() <= 3 && run.length() < words.length()) {
            // A code is one word: J P N are initials.
            return Optional.empty();
        }
        return Optional.ofNullable(byWord.get(run));
    }

    /** Every country, by code. */
    public List<Country> all() {
        return List.copyOf(byCode.values());
    }

    private void add(String word, Country country) {
        byWord.putIfAbsent(Folding.run(word), country);
    }

    private static Optional<String> iso3(String iso) {
        try {
            return Optional.of(new Locale.Builder().setRegion(iso).build().getISO3Country())
                    .filter(code -> code.length() == 3);
        } catch (java.util.MissingResourceException unknown) {
            return Optional.empty();
        }
    }
}
