package fr.unefois.mdm.standardise;

import org.jspecify.annotations.Nullable;

/** Packs a COG code of five characters into a small number, so that a table looks it up. */
final class CommuneCode {
    static final int COUNT = 102_000;
    private static final int CORSE_DU_SUD = 100;
    private static final int HAUTE_CORSE = 101;

    private CommuneCode() {}

    /** From 0 to {@link #COUNT}, or −1 when the text does not have the form of a code. */
    static int pack(CharSequence code) {
        if (code.length() != 5 || !digit(code.charAt(0))) {
            return -1;
        }
        char second = code.charAt(1);
        int department;
        if (digit(second)) {
            department = (code.charAt(0) - '0') * 10 + second - '0';
        } else if (code.charAt(0) == '2' && (second == 'A' || second == 'a')) {
            department = CORSE_DU_SUD;
        } else if (code.charAt(0) == '2' && (second == 'B' || second == 'b')) {
            department = HAUTE_CORSE;
        } else {
            return -1;
        }
        int number = 0;
        for (int i = 2; i < 5; i++) {
            if (!digit(code.charAt(i))) {
                return -1;
            }
            number = number * 10 + code.charAt(i) - '0';
        }
        return department * 1000 + number;
    }

    /** The code under which Corsica's communes were born before 1976: 2A004 was 20004. */
    static int beforeTheSplitOfCorsica(int packed) {
        return packed >= CORSE_DU_SUD * 1000 ? 20_000 + packed % 1000 : packed;
    }

    /** The département a code begins with: two characters, three overseas; null where there is none. */
    static @Nullable String department(String code) {
        int packed = pack(code);
        if (packed < 1000 || (packed >= 96_000 && packed < 97_000) || (packed >= 99_000 && packed < 100_000)) {
            return null;
        }
        if (packed >= 20_000 && packed < 21_000) {
            return null;
        }
        boolean overseas = code.startsWith("97") || code.startsWith("98");
        return code.substring(0, overseas ? 3 : 2);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
