package fr.unefois.mdm.compare;

import fr.unefois.mdm.standardise.StandardRecord;

/** Compares one attribute, or one group, of two records. Symmetric and pure. */
public interface Comparison {
    String name();

    Evidence compare(StandardRecord left, StandardRecord right);

    /**
     * Whether it compares what a person is born with and alone has: what no move, marriage or new telephone changes, so
     * that a difference is an error or another person.
     */
    default boolean personal() {
        return false;
    }

    /** How many true values one person may have at once; a record may show either. */
    default Truths truths() {
        return Truths.ONE;
    }

    /** How many true values of a field one person may have at once. */
    enum Truths {
        ONE,
        /** Two, when they resemble each other: a name and its diminutive. */
        TWO_ALIKE,
        /** Two: a mobile and a landline, a birth and a usage name, the address before and after a move. */
        TWO
    }
}
