package fr.unefois.mdm.connectors;

import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds, from an attribute's entry in a mapping, what reads its values. */
final class ValueReaders {
    private static final Set<String> NOT_SECRET = Set.of("", "0", "n", "non", "no", "false", "faux", "null", "-");

    private ValueReaders() {}

    /**
     * The entry is a column, a list of columns (one value each), one detailed mapping, or a list of these. Columns that
     * make one value together are listed inside a detailed mapping.
     */
    static ValueReader read(Section mapping, Attribute attribute, ColumnCollector wanted) {
        String key = attribute.name();
        if (mapping.listsSections(key)) {
            return all(mapping.sections(key).stream()
                    .map(details -> readDetails(details, attribute, wanted))
                    .toList());
        }
        if (mapping.isSection(key)) {
            return readDetails(mapping.section(key), attribute, wanted);
        }
        if (attribute.equals(Attribute.ADDRESSES)) {
            mapping.texts(key);
            mapping.faultAt(key, "`" + key + "` names its parts: line, postcode, city, cityCode");
            return row -> List.of();
        }
        List<ValueReader> readers = new ArrayList<>();
        for (String column : mapping.texts(key)) {
            String stripped = column.strip();
            wanted.add(stripped, key);
            Function<String, String> shape = attribute.equals(Attribute.BIRTH_DATE)
                    ? text -> DateFormats.ISO.iso(text).orElse(text)
                    : text -> text;
            readers.add(row -> texts(shape.apply(row.text(stripped))));
        }
        if (readers.isEmpty()) {
            mapping.faultAt(key, "`" + key + "` names a column, or a list of columns");
        }
        if (readers.size() > 1 && !attribute.plural()) {
            mapping.faultAt(
                    key,
                    "`" + key + "` has one value; columns that make it together go in `" + key
                            + ": {column: [ONE, OTHER]}`");
        }
        return all(readers);
    }

    private static ValueReader readDetails(Section details, Attribute attribute, ColumnCollector wanted) {
        ValueReader reader =
                attribute.equals(Attribute.ADDRESSES) ? address(details, wanted) : text(details, attribute, wanted);
        details.end();
        return reader;
    }

    private static ValueReader text(Section details, Attribute attribute, ColumnCollector wanted) {
        TextReader source = TextReader.ofDetails(details, attribute.name(), wanted);
        Pattern split = attribute.plural() ? splitter(details) : null;
        Map<String, String> codes = codes(details, attribute);
        DateFormats dates = attribute.equals(Attribute.BIRTH_DATE) ? DateFormats.read(details) : null;
        return row -> {
            String text = source.text(row);
            String coded = codes.getOrDefault(fold(text), text);
            String shaped = dates == null ? coded : dates.iso(coded).orElse(coded);
            return split == null
                    ? texts(shaped)
                    : Arrays.stream(split.split(shaped))
                            .flatMap(part -> texts(part.strip()).stream())
                            .toList();
        };
    }

    /** {@code split: space}, {@code comma}, {@code semicolon}, or the characters themselves. */
    static @Nullable Pattern splitter(Section details) {
        String split = details.text("split").orElse("");
        return switch (split) {
            case "" -> null;
            case "space" -> Pattern.compile("\\s+");
            case "comma" -> Pattern.compile(",");
            case "semicolon" -> Pattern.compile(";");
            default -> Pattern.compile(split, Pattern.LITERAL);
        };
    }

    private static Map<String, String> codes(Section details, Attribute attribute) {
        Section section = details.section("codes");
        Map<String, String> codes = new TreeMap<>();
        for (String code : section.keys()) {
            String meaning = section.text(code).orElse("");
            if (attribute.equals(Attribute.SEX) && !List.of("M", "F", "").contains(meaning)) {
                section.faultAt(code, "a sex is M, F or an empty text for unknown");
            }
            codes.put(fold(code), meaning);
        }
        return codes;
    }

    private static String fold(String code) {
        return code.strip().toLowerCase(Locale.ROOT);
    }

    private static ValueReader address(Section details, ColumnCollector wanted) {
        List<@Nullable TextReader> parts = new ArrayList<>();
        for (String part : List.of("line", "postcode", "city", "cityCode")) {
            boolean given = details.has(part);
            details.texts(part);
            parts.add(given ? TextReader.ofColumns(details, part, "addresses." + part, wanted) : null);
        }
        details.texts("secret");
        TextReader secret =
                details.has("secret") ? TextReader.ofColumns(details, "secret", "addresses.secret", wanted) : null;
        if (parts.stream().allMatch(part -> part == null)) {
            details.fault("an address names at least one of line, postcode, city, cityCode");
        }
        return row -> {
            List<@Nullable String> texts = new ArrayList<>();
            for (TextReader part : parts) {
                String text = part == null ? "" : part.text(row);
                texts.add(text.isEmpty() ? null : text);
            }
            return texts.stream().allMatch(text -> text == null)
                    ? List.of()
                    : List.of(new Address(
                            texts.get(0),
                            texts.get(1),
                            texts.get(2),
                            texts.get(3),
                            secret != null && isSecret(secret.text(row))));
        };
    }

    /** Whatever a source writes there means yes, but for what plainly means no: a doubt keeps the address secret. */
    private static boolean isSecret(String text) {
        return !NOT_SECRET.contains(fold(text));
    }

    private static ValueReader all(List<ValueReader> readers) {
        return readers.size() == 1
                ? readers.get(0)
                : row -> readers.stream()
                        .flatMap(reader -> reader.values(row).stream())
                        .toList();
    }

    private static List<Value> texts(String text) {
        return text.isEmpty() ? List.of() : List.of(new Text(text));
    }
}
