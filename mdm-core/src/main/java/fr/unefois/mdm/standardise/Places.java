package fr.unefois.mdm.standardise;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
    int named(String label, String hint) {
        String words = Labels.canonical(label);
        int place = hint.length() == 5 ? communes.named(words, hint) : greatest(words, hint);
        return place < 0 && !hint.isEmpty() && Labels.great(words) ? greatest(words, "") : place;
    }

    private int greatest(String words, String department) {
        CommuneTable table = communes.table();
        int best = -1;
        int largest = -1;
        int second = 0;
        for (int place : communes.names().find(words)) {
            int today = table.today(place);
            boolean elsewhere = !department.isEmpty() && !sameDepartment(table.code(today), department);
            if (elsewhere || (best >= 0 && table.today(best) == today)) {
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
        List<String> split = Folding.split(words);
        for (int i = Labels.quarter(split) ? split.size() : 0; i < split.size(); i++) {
            String word = split.get(i);
            if (departmentOf(word) != null) {
                hint = word;
            }
            if (hint.length() == 5) {
                return hint;
            }
        }
        return hint;
    }

    /** The label without the hints that numbers give, and without France at its end. */
    static String withoutNumbers(String words) {
        List<String> kept = Folding.split(words);
        if (Labels.quarter(kept)) {
            return kept.get(0);
        }
        kept.removeIf(word -> CommuneCode.pack(word) >= 0 || departmentOf(word) != null);
        while (kept.size() > 1 && kept.get(kept.size() - 1).equals("FRANCE")) {
            kept.remove(kept.size() - 1);
        }
        return String.join(" ", kept);
    }

    /** The département that a word is the number of (57, 2A, 974) or a code of five characters lies in; else null. */
    static @Nullable String departmentOf(String word) {
        if (CommuneCode.pack(word) >= 0) {
            String department = CommuneCode.department(word);
            return department == null ? null : department(department);
        }
        boolean digit = (word.length() == 2 || word.length() == 3) && word.charAt(0) >= '0' && word.charAt(0) <= '9';
        String department = digit ? CommuneCode.department((word + "001").substring(0, 5)) : null;
        return department != null && department.length() == word.length() ? department(department) : null;
    }
}
