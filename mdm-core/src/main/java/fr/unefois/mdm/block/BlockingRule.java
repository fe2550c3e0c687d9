package fr.unefois.mdm.block;

import java.util.List;

/**
 * One rule: two records are candidates when they share a value of every field.
 *
 * @param limit a block with more records than this is too large and is refined
 * @param refinement the field that is added to the key of a block that is too large
 */
record BlockingRule(String name, int limit, Field refinement, List<Field> fields) {
    BlockingRule {
        fields = List.copyOf(fields);
    }

    static BlockingRule of(String name, int limit, Field refinement, Field... fields) {
        return new BlockingRule(name, limit, refinement, List.of(fields));
    }

    long seed() {
        return KeyHash.of(name);
    }
}
