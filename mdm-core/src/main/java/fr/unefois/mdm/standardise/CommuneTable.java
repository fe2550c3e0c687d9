package fr.unefois.mdm.standardise;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The packed text of the communes with an index over it. A place is a line's number; texts are cut out of the bytes
 * when asked for, so that 37,000 places cost little memory and no time.
 */
final class CommuneTable {
    private static final int FIELDS = 6;

    private final byte[] text;
    private final int[] lines;
    private final char[] placeOfCode = new char[CommuneCode.COUNT];
    private final char[] today;
    private final String[] codes;

    private CommuneTable(byte[] text, int[] lines) {
        this.text = text;
        this.lines = lines;
        this.today = new char[size()];
        this.codes = new String[size()];
        index();
    }

    static CommuneTable read(byte[] text) {
        int[] lines = new int[48_000];
        int count = 0;
        for (int i = 0; i < text.length; i++) {
            if (i == 0 || text[i - 1] == '\n') {
                lines[count++] = i;
            }
        }
        lines[count] = text.length;
        return new CommuneTable(text, Arrays.copyOf(lines, count + 1));
    }

    private void index() {
        for (int place = 0; place < size(); place++) {
            // A delegated commune may have the code of today's commune: the first line, today's, keeps it.
            take(CommuneCode.pack(code(place)), place);
        }
        for (int place = 0; place < size(); place++) {
            String seat = field(place, 4);
            today[place] = (char) (seat.isEmpty() ? place : place(CommuneCode.pack(seat)));
            String former = field(place, 5);
            for (int i = 0; i + 5 <= former.length(); i += 6) {
                take(CommuneCode.pack(former.substring(i, i + 5)), place);
            }
        }
        for (int place = 0; place < size(); place++) {
            take(CommuneCode.beforeTheSplitOfCorsica(CommuneCode.pack(code(place))), place);
        }
    }

    private void take(int packed, int place) {
        if (placeOfCode[packed] == 0) {
            placeOfCode[packed] = (char) (place + 1);
        }
    }

    int size() {
        return lines.length - 1;
    }

    /** −1 when there is none. */
    int place(int packedCode) {
        return placeOfCode[packedCode] - 1;
    }

    int today(int place) {
        return today[place];
    }

    String code(int place) {
        String code = codes[place];
        if (code == null) {
            code = new String(text, lines[place], 5, StandardCharsets.ISO_8859_1);
            codes[place] = code;
        }
        return code;
    }

    String name(int place) {
        return field(place, 1);
    }

    int population(int place) {
        String number = field(place, 3);
        return number.isEmpty() ? 0 : Integer.parseInt(number);
    }

    boolean hasPostcode(int place, String postcode) {
        int from = start(place, 2);
        for (int i = from; postcode.length() == 5 && text[i] != '\t'; i += text[i] == ',' ? 1 : 5) {
            int same = 0;
            while (same < 5 && text[i] != ',' && text[i + same] == postcode.charAt(same)) {
                same++;
            }
            if (same == 5) {
                return true;
            }
        }
        return false;
    }

    /** Whether the postcode's first digits are those of the place's département; Corsica's postcodes begin with 20. */
    boolean inPostalDepartment(int place, String postcode) {
        String code = code(place);
        boolean corsica = code.charAt(1) == 'A' || code.charAt(1) == 'B';
        return postcode.startsWith(corsica ? "20" : code.substring(0, 2));
    }

    Commune commune(int place) {
        String code = code(place);
        String postcodes = field(place, 2);
        return new Commune(
                code,
                name(place),
                String.valueOf(CommuneCode.department(code)),
                postcodes.isEmpty() ? List.of() : List.of(postcodes.split(",", -1)),
                population(place),
                code(today(place)));
    }

    /** Postcode and place in one number each, ascending. */
    long[] byPostcode() {
        long[] pairs = new long[size() * 2];
        int count = 0;
        for (int place = 0; place < size(); place++) {
            String postcodes = field(place, 2);
            for (int i = 0; i + 5 <= postcodes.length(); i += 6) {
                pairs[count++] = Long.parseLong(postcodes, i, i + 5, 10) << 32 | place;
            }
        }
        pairs = Arrays.copyOf(pairs, count);
        Arrays.sort(pairs);
        return pairs;
    }

    private String field(int place, int number) {
        int from = start(place, number);
        int to = from;
        int end = lines[place + 1] - 1;
        while (to < end && text[to] != '\t') {
            to++;
        }
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    private int start(int place, int number) {
        int at = lines[place];
        for (int tabs = 0; tabs < number && tabs < FIELDS; at++) {
            if (text[at] == '\t') {
                tabs++;
            }
        }
        return at;
    }
}
