package fr.unefois.mdm.standardise;

import java.util.List;

/** Finds communes by a label as people write it, with or without a hint of the département. */
final class Places {
    /** A name alone means the great one where it is that much greater than its namesakes. */
    private static final int GREATER = 10;

    private static final int GREAT = 10_000;

    private final Communes communes;

    Places(Communes communes) {
        this.communes = communes;
    }

    BirthPlace birthPlace(int place) {
        CommuneTable table = communes.table();
        int today = table.today(place);
        String code = table.code(today);
        String department = CommuneCode.department(code);
        return new BirthPlace(
                code,
                department == null ? null : department(department),
                communes.names().label(today));
    }

    /** What was the Seine until 1968 is one: Paris and the three départements around it. */
    static String department(String code) {
        return code.equals("92") || code.equals("93") || code.equals("94") ? "75" : code;
    }

    /** The place of this label, with the postcode or the département in {@code hint} if any; −1 when in doubt. */
    int named(String words, String hint) {
        List<Integer> found = communes.names().find(words);
        if (hint.length() == 5) {
            return communes.named(words, hint);
        }
        CommuneTable table = communes.table();
        int best = -1;
        int largest = -1;
        int second = 0;
        for (int place : found) {
            int today = table.today(place);
            if (!hint.isEmpty() && !sameDepartment(table.code(today), hint)) {
                continue;
            }
            if (best >= 0 && table.today(best) == today) {
                continue;
            }
            int population = table.population(today);
            if (population > largest) {
                second = Math.max(second, largest);
                largest = population;
                best = place;
            } else {
                second = Math.max(second, population);
            }
        }
        boolean only = second <= 0 && largest >= 0;
        return only || (largest >= GREAT && largest >= second * GREATER) ? best : -1;
    }

    private static boolean sameDepartment(String code, String hint) {
        String department = String.valueOf(CommuneCode.department(code));
        return department.equals(hint)
                || department(department).equals(hint)
                || (hint.equals("20") && (department.equals("2A") || department.equals("2B")))
                || (hint.length() == 2 && department.startsWith(hint));
    }

    /** A postcode or the number of a département among the words, or nothing; the number behind Lyon is a quarter's. */
    static String hint(String words) {
        String hint = "";
        for (String word : Folding.split(words)) {
            boolean number = !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '9';
            if (number && word.length() == 5 && CommuneCode.pack(word) >= 0) {
                return word;
            }
            boolean department = number && (word.length() == 2 || word.length() == 3);
            if (department && CommuneCode.department((word + "001").substring(0, 5)) != null && !quarter(words)) {
                hint = word;
            }
        }
        return hint;
    }

    private static boolean quarter(String words) {
        return words.startsWith("PARIS ") || words.startsWith("LYON ") || words.startsWith("MARSEILLE ");
    }

    static String withoutNumbers(String words) {
        if (quarter(words)) {
            return words.substring(0, words.indexOf(' '));
        }
        StringBuilder kept = new StringBuilder(words.length());
        for (String word : Folding.split(words)) {
            boolean country = word.equals("FRANCE") && kept.length() > 0;
            boolean hint = CommuneCode.pack(word) >= 0 || numbered(word) || country;
            if (!hint) {
                kept.append(kept.length() == 0 ? "" : " ").append(word);
            }
        }
        return kept.toString();
    }

    /** 57, 2A, 974. */
    private static boolean numbered(String word) {
        boolean digit = !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '9';
        return digit
                && (word.length() == 2 || word.length() == 3)
                && CommuneCode.pack((word + "001").substring(0, 5)) >= 0;
    }
}
