package fr.unefois.mdm.block;

import fr.unefois.mdm.standardise.StandardRecord;
import java.util.List;

/**
 * The rules under which two records become candidates: they share a key of at least one rule. A key is 64 bits: a hash
 * of the rule's name and its fields' values, the same on every machine and in every version of Java.
 */
public final class BlockingRules {
    private BlockingRules() {}

    /** The default rules for French citizens. */
    public static BlockingRules french() {
        throw new UnsupportedOperationException();
    }

    public List<String> names() {
        throw new UnsupportedOperationException();
    }

    /** The record's keys, sorted, each once; a rule with a missing field gives none. */
    public long[] keys(StandardRecord record) {
        throw new UnsupportedOperationException();
    }

    /** The names of the rules under which the two records meet, in the rules' order. */
    public List<String> meeting(StandardRecord left, StandardRecord right) {
        throw new UnsupportedOperationException();
    }
}
