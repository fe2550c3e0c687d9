package fr.unefois.mdm.compare;

/** Compares one attribute, or one group, of two records. Symmetric and pure. */
public abstract class Comparison {
    private final String name;
    private final Levels levels;

    Comparison(String name, Weights weights) {
        this.name = name;
        this.levels = new Levels(name, weights.levels(name));
    }

    public final String name() {
        return name;
    }

    final Levels levels() {
        return levels;
    }

    /** The comparison of records in columns. */
    abstract Comparer over(NamedColumns people);

    /**
     * Whether it compares what a person is born with and alone has: what no move, marriage or new telephone changes, so
     * that a difference is an error or another person.
     */
    public boolean personal() {
        return false;
    }

    /** Whether an outcome says that two records cannot both be right of one person: neither is only less exact. */
    boolean contradicts(int place) {
        return false;
    }

    /** How many true values one person may have at once; a record may show either. */
    public Truths truths() {
        return Truths.ONE;
    }

    /** How many true values of a field one person may have at once. */
    public enum Truths {
        ONE,
        /** Two, when they resemble each other, a name and its diminutive, or when a difference is no news. */
        TWO_ALIKE,
        /** Two: a mobile and a landline, a birth and a usage name, the address before and after a move. */
        TWO
    }
}
