package fr.unefois.mdm.standardise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads phone numbers into E.164: French ones directly, all others through libphonenumber. */
final class Phones {
    /** Numbers that are dialled like French ones and have a country code of their own. */
    private static final Map<String, String> OVERSEAS = Map.ofEntries(
            Map.entry("262", "+262"),
            Map.entry("263", "+262"),
            Map.entry("692", "+262"),
            Map.entry("693", "+262"),
            Map.entry("269", "+262"),
            Map.entry("639", "+262"),
            Map.entry("590", "+590"),
            Map.entry("690", "+590"),
            Map.entry("691", "+590"),
            Map.entry("594", "+594"),
            Map.entry("694", "+594"),
            Map.entry("596", "+596"),
            Map.entry("696", "+596"),
            Map.entry("697", "+596"));

    /** What parts two numbers in one field. */
    private static final Pattern TWO = Pattern.compile("[/;,|]|\\bou\\b|\\bet\\b");

    private static final class Library {
        private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    }

    private Phones() {}

    /** Adds what the text holds, which may be two numbers, to {@code phones}. */
    static void read(String text, List<String> phones, ValueFlaws flaws) {
        String digits = digits(text);
        String national = national(digits);
        if (national == null && digits.length() > 15) {
            int before = phones.size();
            for (String part : TWO.split(text, -1)) {
                if (!part.isBlank() && !part.equals(text)) {
                    read(part, phones, flaws);
                }
            }
            if (phones.size() > before) {
                return;
            }
        }
        if (national != null && Placeholders.phone(national)) {
            flaws.add("placeholder");
            return;
        }
        String phone = national != null ? french(national) : foreign(text, digits);
        if (phone == null) {
            boolean nothing = digits.isEmpty() ? nothing(text) : Folding.isZeros(digits);
            flaws.add(nothing ? "placeholder" : "not-a-phone");
        } else if (!phones.contains(phone)) {
            phones.add(phone);
        }
    }

    private static boolean nothing(String text) {
        String words = Folding.words(text);
        return words.isEmpty() || Placeholders.name(words);
    }

    /** Digits, after a plus if the number begins with one; anything else is left out. */
    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || (c == '+' && digits.length() == 0)) {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    /** The ten digits that one dials within France, or null. */
    private static @Nullable String national(String digits) {
        String subscriber;
        if (digits.startsWith("+33")) {
            subscriber = digits.substring(3);
        } else if (digits.startsWith("0033")) {
            subscriber = digits.substring(4);
        } else if (digits.startsWith("33") && digits.length() == 11) {
            subscriber = digits.substring(2);
        } else {
            subscriber = overseas(digits);
        }
        if (subscriber.length() == 10 && subscriber.charAt(0) == '0') {
            subscriber = subscriber.substring(1);
        }
        // Nine digits: a spreadsheet took the zero away.
        boolean french = subscriber.length() == 9 && subscriber.charAt(0) >= '1' && subscriber.charAt(0) <= '9';
        return french ? "0" + subscriber : null;
    }

    /** Without the code of an overseas territory, where the rest is one of its numbers. */
    private static String overseas(String digits) {
        int code = digits.startsWith("+") ? 1 : digits.startsWith("00") ? 2 : -1;
        if (code < 0 || digits.length() < code + 12) {
            return digits;
        }
        String subscriber = digits.substring(code + 3);
        String known = OVERSEAS.get(
                subscriber.substring(subscriber.charAt(0) == '0' ? 1 : 0).substring(0, 3));
        return known != null && digits.startsWith(known.substring(1), code) ? subscriber : digits;
    }

    private static String french(String national) {
        return OVERSEAS.getOrDefault(national.substring(1, 4), "+33") + national.substring(1);
    }

    private static @Nullable String foreign(String text, String digits) {
        if (digits.length() < 5 || digits.length() > 20 || text.length() > 60) {
            return null;
        }
        try {
            String dialled = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
            PhoneNumber number = Library.NUMBERS.parse(dialled, "FR");
            return Library.NUMBERS.isValidNumber(number)
                    ? Library.NUMBERS.format(number, PhoneNumberFormat.E164)
                    : null;
        } catch (NumberParseException notANumber) {
            return null;
        }
    }
}
