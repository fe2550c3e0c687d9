package fr.unefois.mdm.block;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One rule: two records are candidates when they share a value of every field.
 *
 * @param name its fields, joined by {@code +}
 * @param limit a block with more records than this is too large and is refined
 * @param refine the name of {@code refinement}, empty for none
 * @param refinement the field that is added to the key of a block that is too large; where there is none, the block
 *     gives no keys at all, and its records are compared along their sorted order only
 */
record BlockingRule(String name, int limit, String refine, Optional<Field> refinement, List<Field> fields) {
    static final String NONE = "";

    BlockingRule {
        fields = List.copyOf(fields);
    }

    /**
     * @param on the fields, joined by {@code +}
     * @throws IllegalArgumentException when a field is not known
     */
    static BlockingRule of(String on, String refine, int limit) {
        List<String> names =
                Arrays.stream(on.split("\\+", -1)).map(String::strip).toList();
        return new BlockingRule(
                names.stream().collect(Collectors.joining("+")),
                limit,
                refine.strip(),
                refine.isBlank() ? Optional.empty() : Optional.of(Field.named(refine.strip())),
                names.stream().map(Field::named).toList());
    }

    String line() {
        return "{on: " + name.replace("+", " + ") + (refine.isEmpty() ? "" : ", refine: " + refine) + ", limit: "
                + limit + "}";
    }

    long seed() {
        return KeyHash.of(name);
    }
}
