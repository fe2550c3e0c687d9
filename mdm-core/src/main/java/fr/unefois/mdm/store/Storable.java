package fr.unefois.mdm.store;

/** Text as PostgreSQL can keep it: without U+0000, and with U+FFFD where half of a surrogate pair stands alone. */
final class Storable {
    private static final char REPLACEMENT = '\uFFFD';

    private Storable() {}

    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || isLone(text, i)) {
                return false;
            }
        }
        return true;
    }

    static String text(String text) {
        if (isStorable(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != 0) {
                kept.append(isLone(text, i) ? REPLACEMENT : c);
            }
        }
        return kept.toString();
    }

    private static boolean isLone(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
