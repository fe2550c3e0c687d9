package fr.unefois.mdm.block;

import java.util.ArrayList;
import java.util.List;

/** The rules with their fields by number, so that what several rules ask of a record is read once. */
final class FieldTable {
    private static final int NONE = -1;

    private final List<Field> fields = new ArrayList<>();
    private final long[] seeds;
    private final int[][] byRule;
    private final int[] refinements;

    FieldTable(List<BlockingRule> rules) {
        seeds = rules.stream().mapToLong(BlockingRule::seed).toArray();
        byRule = rules.stream()
                .map(rule -> rule.fields().stream().mapToInt(this::number).toArray())
                .toArray(int[][]::new);
        refinements = rules.stream()
                .mapToInt(rule -> rule.refinement().map(this::number).orElse(NONE))
                .toArray();
    }

    private int number(Field field) {
        if (!fields.contains(field)) {
            fields.add(field);
        }
        return fields.indexOf(field);
    }

    /** How many rules there are. */
    int rules() {
        return seeds.length;
    }

    /** How many fields the rules ask for. */
    int size() {
        return fields.size();
    }

    Field field(int number) {
        return fields.get(number);
    }

    int[] fields(int rule) {
        return byRule[rule];
    }

    long seed(int rule) {
        return seeds[rule];
    }

    /** The field that refines the rule's large blocks, negative for none. */
    int refinement(int rule) {
        return refinements[rule];
    }
}
