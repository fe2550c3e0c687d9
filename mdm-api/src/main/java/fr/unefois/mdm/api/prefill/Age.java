package fr.unefois.mdm.api.prefill;

import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Text;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether somebody is of age, from a date of birth that may be incomplete. */
final class Age {
    private static final int MAJORITY = 18;
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    private Age() {}

    /** Beyond doubt: who may be of age counts as being so. */
    static boolean isMinor(GoldenRecord golden, LocalDate today) {
        return golden.values(Attribute.BIRTH_DATE).stream()
                .limit(1)
                .flatMap(date -> date.values().stream())
                .anyMatch(date -> date instanceof Text text && isMinor(text.value(), today));
    }

    private static boolean isMinor(String birth, LocalDate today) {
        Matcher date = ISO.matcher(birth);
        if (!date.matches()) {
            return false;
        }
        int eighteen = Integer.parseInt(date.group(1)) + MAJORITY;
        String earliest = "%04d-%s-%s"
                .formatted(eighteen, known(date.group(2)), date.group(2) == null ? "01" : known(date.group(3)));
        return today.toString().compareTo(earliest) < 0;
    }

    private static String known(@org.jspecify.annotations.Nullable String part) {
        return part == null || part.equals("00") ? "01" : part;
    }
}
