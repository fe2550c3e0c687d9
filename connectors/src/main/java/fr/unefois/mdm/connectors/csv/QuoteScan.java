package fr.unefois.mdm.connectors.csv;

/**
 * Where a text ends, seen from its quotes.
 *
 * @param open whether inside a quoted field
 * @param field in which field, counted from 0
 * @param stray the first field in which something follows a closing quote, or -1
 */
record QuoteScan(boolean open, int field, int stray) {

    /** @param open whether a quoted field is open already where the text begins */
    static QuoteScan of(String text, CsvLayout layout, boolean open) {
        int field = 0;
        int stray = -1;
        boolean fieldStart = !open;
        boolean closed = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open) {
                if (c == layout.quote()) {
                    boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == layout.quote();
                    i += doubled ? 1 : 0;
                    open = doubled;
                    closed = !doubled;
                }
            } else if (c == layout.separator()) {
                field++;
                fieldStart = true;
                closed = false;
            } else {
                if (closed && stray < 0) {
                    stray = field;
                }
                open = fieldStart && c == layout.quote();
                fieldStart = false;
            }
        }
        return new QuoteScan(open, field, stray);
    }
}
