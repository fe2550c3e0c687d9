package fr.unefois.mdm.batch.generate;

import java.text.Normalizer;
import java.util.Locale;

/** What becomes of letters in old systems and at hasty keyboards. */
final class Letters {
    private Letters() {}

    /** Without accents; ligatures opened. */
    static String plain(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                appendPlain(plain, c);
            }
        }
        return plain.toString();
    }

    private static void appendPlain(StringBuilder plain, char c) {
        switch (c) {
            case 'œ' -> plain.append("oe");
            case 'Œ' -> plain.append("OE");
            case 'ı' -> plain.append('i');
            case 'đ', 'ð' -> plain.append('d');
            case 'Đ' -> plain.append('D');
            case 'ł' -> plain.append('l');
            case 'Ł' -> plain.append('L');
            default -> plain.append(c);
        }
    }

    /** Keeps what an eight-bit Western character set can write, and the base of every other letter. */
    static String western(String text) {
        if (isAscii(text)) {
            return text;
        }
        String whole = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder western = new StringBuilder(whole.length());
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            western.append(c < 256 || c == 'œ' || c == 'Œ' ? String.valueOf(c) : plain(String.valueOf(c)));
        }
        return western.toString();
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Lower-case ASCII letters alone, as in the local part of an e-mail address; hyphens kept. */
    static String mailbox(String name) {
        String plain = plain(name).toLowerCase(Locale.ROOT);
        StringBuilder box = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ((c >= 'a' && c <= 'z') || c == '-') {
                box.append(c);
            }
        }
        return box.toString();
    }
}
