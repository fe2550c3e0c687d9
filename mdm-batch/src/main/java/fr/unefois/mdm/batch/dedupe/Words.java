package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.command.Command;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The report's words and numbers in one language. */
final class Words {
    private final ResourceBundle bundle;
    private final Locale locale;

    private Words(Locale locale, Locale bundled) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("fr.unefois.mdm.batch.dedupe.report", bundled);
    }

    static Words of(String language) {
        return switch (language) {
            case "en" -> new Words(Locale.ENGLISH, Locale.ROOT);
            case "fr" -> new Words(Locale.FRANCE, Locale.FRENCH);
            default -> throw new Unusable(Command.WRONG_USAGE, "--lang " + language + ": is none of en, fr");
        };
    }

    String language() {
        return locale.getLanguage();
    }

    /** The text, with numbers and names for its {@code %d}, {@code %s} and the like. */
    String text(String key, Object... values) {
        return values.length == 0 ? bundle.getString(key) : String.format(locale, bundle.getString(key), values);
    }

    /** What people call a comparison, a level or an attribute; its own name where nothing else is known. */
    String name(String kind, String name) {
        try {
            return bundle.getString(kind + "." + name);
        } catch (MissingResourceException e) {
            return name;
        }
    }

    String number(long number) {
        return String.format(locale, "%,d", number);
    }

    String decimal(double number) {
        return String.format(locale, "%,.1f", number);
    }

    String percent(double share) {
        return String.format(locale, share > 0 && share < 0.01 ? "%.2f %%" : "%.1f %%", 100 * share);
    }

    /** Thousandths of a bit as bits, signed. */
    String bits(int thousandths) {
        return String.format(locale, "%+.2f", thousandths / 1000.0);
    }
}
