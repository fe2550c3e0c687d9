package fr.unefois.mdm.standardise;

/**
 * The codes of all fields, record after record: whoever compares two records asks for most of their fields, and finds
 * them side by side in memory.
 */
final class RowCodes {
    private final int[] codes;
    private final int fields;
    private int taken;

    RowCodes(int records, int fields) {
        this.codes = new int[Math.multiplyExact(records, fields)];
        this.fields = fields;
    }

    /** Keeps the codes of one field more. */
    Field field(int[] ofRecords) {
        int field = taken++;
        int at = field;
        for (int code : ofRecords) {
            codes[at] = code;
            at += fields;
        }
        return new Field(codes, fields, field, ofRecords.length);
    }

    /** One field of all records. */
    static final class Field {
        private final int[] codes;
        private final int fields;
        private final int field;
        private final int records;

        private Field(int[] codes, int fields, int field, int records) {
            this.codes = codes;
            this.fields = fields;
            this.field = field;
            this.records = records;
        }

        int of(int record) {
            return codes[record * fields + field];
        }

        int records() {
            return records;
        }
    }
}
