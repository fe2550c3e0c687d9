package fr.unefois.mdm.standardise;

import java.util.List;
import java.util.Locale;

/**
 * Reads e-mail addresses: lower case, checked for their form. The dots and {@code +} of a Gmail address stay: that they
 * lead to one mailbox is evidence for the comparison to weigh, and the address must still be one that the person wrote.
 */
final class Emails {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;

    private Emails() {}

    /** Adds what the text holds, which may be several addresses, to {@code emails}. */
    static void read(String text, List<String> emails, ValueFlaws flaws) {
        boolean any = false;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && !parts(text.charAt(i))) {
                continue;
            }
            if (text.indexOf('@', start) >= start && text.indexOf('@', start) < i) {
                any = true;
                one(text.substring(start, i).toLowerCase(Locale.ROOT), emails, flaws);
            }
            start = i + 1;
        }
        if (!any) {
            flaws.add(placeholder(text) ? "placeholder" : "not-an-email");
        }
    }

    private static void one(String text, List<String> emails, ValueFlaws flaws) {
        String email = text.startsWith("mailto:") ? text.substring("mailto:".length()) : text;
        while (email.endsWith(".")) {
            email = email.substring(0, email.length() - 1);
        }
        int at = email.indexOf('@');
        if (at <= 0 || email.length() > LONGEST || !local(email, at) || !domain(email, at + 1)) {
            flaws.add("not-an-email");
        } else if (Placeholders.email(email.substring(0, at), email.substring(at + 1))) {
            flaws.add("placeholder");
        } else if (!emails.contains(email)) {
            emails.add(email);
        }
    }

    private static boolean parts(char c) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            return false;
        }
        return c == ';'
                || c == ','
                || c == '<'
                || c == '>'
                || c == '('
                || c == ')'
                || c == '"'
                || c == '|'
                || c <= ' '
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT;
    }

    private static boolean local(String email, int at) {
        if (at > LONGEST_LOCAL || email.charAt(0) == '.' || email.charAt(at - 1) == '.') {
            return false;
        }
        for (int i = 0; i < at; i++) {
            char c = email.charAt(i);
            boolean twoDots = c == '.' && email.charAt(i + 1) == '.';
            if (twoDots || (!Character.isLetterOrDigit(c) && ".!#$%&'*+/=?^_`{}~-".indexOf(c) < 0)) {
                return false;
            }
        }
        return true;
    }

    /** Labels of letters, digits and inner hyphens; the last of two letters or more. */
    private static boolean domain(String email, int from) {
        int label = from;
        int dots = 0;
        for (int i = from; i <= email.length(); i++) {
            if (i == email.length() || email.charAt(i) == '.') {
                if (i == label || email.charAt(label) == '-' || email.charAt(i - 1) == '-') {
                    return false;
                }
                dots += i == email.length() ? 0 : 1;
                label = i == email.length() ? label : i + 1;
            } else if (!Character.isLetterOrDigit(email.charAt(i)) && email.charAt(i) != '-') {
                return false;
            }
        }
        return dots > 0 && email.length() - label >= 2 && Character.isLetter(email.charAt(label));
    }

    private static boolean placeholder(String text) {
        String words = Folding.words(text);
        return words.isEmpty() || Placeholders.name(words) || words.startsWith("PAS D") || words.startsWith("SANS ");
    }
}
