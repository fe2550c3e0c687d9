package fr.unefois.mdm.record;

/** What kind of thing the values of an attribute are that a site or a file added: it decides how they are compared. */
public enum AttributeType {
    /** A code that is meant to name one person: a membership, a file number. One slip is partial agreement. */
    IDENTIFIER,
    /** Words, compared by likeness: a quarter, an occupation. */
    TEXT,
    /** One of few values, equal or not: a state, a marital status. */
    CATEGORY,
    /** A quantity or a number of a series, where neighbours mean nothing: equal, one slip, or not. */
    NUMBER,
    /** A day of the calendar, as {@code yyyy-MM-dd}. */
    DATE
}
