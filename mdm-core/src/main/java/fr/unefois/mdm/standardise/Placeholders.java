package fr.unefois.mdm.standardise;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What people type where they have no value. */
final class Placeholders {
    private static final Map<String, Set<String>> BY_KIND = Resources.lines("placeholders.txt").stream()
            .map(line -> line.split(" ", 2))
            .collect(Collectors.groupingBy(
                    parts -> parts[0], Collectors.mapping(parts -> parts[1], Collectors.toCollection(HashSet::new))));

    private static final Set<String> WORD = kind("word");
    private static final Set<String> ANY = kind("any");
    private static final Set<String> NAME = kind("name");
    private static final Set<String> ADDRESS = kind("address");
    private static final Set<String> EMAIL_LOCAL = kind("email-local");
    private static final Set<String> EMAIL_DOMAIN = kind("email-domain");
    private static final Set<String> PHONE = kind("phone");

    private Placeholders() {}

    /** Whether one of several given names is none. */
    static boolean word(String folded) {
        return WORD.contains(folded);
    }

    static boolean name(String words) {
        return NAME.contains(words) || ANY.contains(words);
    }

    static boolean any(String words) {
        return ANY.contains(words);
    }

    static boolean address(String words) {
        return ADDRESS.contains(words) || ANY.contains(words);
    }

    static boolean email(String local, String domain) {
        return EMAIL_LOCAL.contains(local) || EMAIL_DOMAIN.contains(domain);
    }

    /** A French number of ten digits that is nobody's: one digit or one pair all along, zeros at the end, or counted. */
    static boolean phone(String national) {
        boolean onePair = true;
        boolean oneDigit = true;
        for (int i = 2; i < national.length(); i++) {
            onePair &= national.charAt(i) == national.charAt(i - 2);
            oneDigit &= national.charAt(i) == national.charAt(2);
        }
        return onePair || oneDigit || PHONE.contains(national);
    }

    private static Set<String> kind(String kind) {
        return Set.copyOf(BY_KIND.getOrDefault(kind, new HashSet<>()));
    }
}
