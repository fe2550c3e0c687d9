package fr.unefois.mdm.standardise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of ways, in full and as people abbreviate them. */
final class WayTypes {
    private static final int LONG_ENOUGH_TO_GUESS = 4;

    private static final Map<String, String> FULL = new HashMap<>();
    private static final Set<String> SECONDARY = new HashSet<>();
    private static final List<String> LONG = new ArrayList<>();

    static {
        for (String line : Resources.lines("way-types.txt")) {
            boolean secondary = line.startsWith("? ");
            List<String> words = Folding.split(secondary ? line.substring(2) : line);
            for (String word : words) {
                FULL.put(word, words.get(0));
            }
            if (secondary) {
                SECONDARY.add(words.get(0));
            } else if (words.get(0).length() >= LONG_ENOUGH_TO_GUESS) {
                LONG.add(words.get(0));
            }
        }
        LONG.sort((one, other) -> other.length() - one.length());
    }

    private WayTypes() {}

    static @Nullable String full(String word) {
        return FULL.get(word);
    }

    /** Whether the type gives way to another in the line: a residence to a street. */
    static boolean secondary(String full) {
        return SECONDARY.contains(full);
    }

    /** The type that a word begins with, a space having been lost: QUAILUCIENNE; null when there is none. */
    static @Nullable String glued(String word) {
        for (String type : LONG) {
            if (word.length() >= type.length() + 3 && word.startsWith(type)) {
                return type;
            }
        }
        return null;
    }

    /** The type that a word is with one slip of the keyboard: IMPASSR; null when there is none. */
    static @Nullable String misspelt(String word) {
        for (String type : LONG) {
            if (type.length() > LONG_ENOUGH_TO_GUESS && Slips.within(word, type, 1)) {
                return type;
            }
        }
        // The commonest one is short: RE, RRUE, TUE.
        return Slips.within(word, "RUE", 1) ? "RUE" : null;
    }
}
