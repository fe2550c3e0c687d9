package fr.unefois.mdm.record;

import org.jspecify.annotations.Nullable;

/** Text and values as a base can keep them: without U+0000, and with U+FFFD where half of a surrogate pair stands alone. */
public final class Storable {
    /** The flaw of an attribute whose value had such a character. */
    public static final String RULE = "unstorable-character";

    private static final char REPLACEMENT = '\uFFFD';

    private Storable() {}

    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || isLone(text, i)) {
                return false;
            }
        }
        return true;
    }

    public static String text(String text) {
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

    /** The value as it can be kept: itself, where nothing in it has to go. */
    public static Value value(Value value) {
        if (value instanceof Text text) {
            return new Text(text(text.value()));
        }
        Address address = (Address) value;
        return new Address(
                orNull(address.line()),
                orNull(address.postcode()),
                orNull(address.city()),
                orNull(address.cityCode()),
                address.secret());
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : text(text);
    }

    private static boolean isLone(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
