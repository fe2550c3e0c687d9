package fr.unefois.mdm.record;

/** What kind of values an attribute has that a site or a file added; it decides how two of them are compared. */
public enum AttributeType {
    /** A code that hardly two people share. */
    IDENTIFIER,
    /** Words, spelt by hand: the name of a street, an occupation. */
    TEXT,
    /** One of few values. */
    CATEGORY,
    NUMBER,
    /** A day of the calendar, as {@code yyyy-MM-dd}. */
    DATE
}
