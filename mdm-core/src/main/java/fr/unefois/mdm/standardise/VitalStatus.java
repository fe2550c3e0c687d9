package fr.unefois.mdm.standardise;

import java.time.LocalDate;
import java.util.Set;

/** Checks a vital status: a word for it, a date of death, or the word and the date. It is not compared here. */
final class VitalStatus {
    private static final Set<String> WORDS = Set.of(
            "ALIVE",
            "VIVANT",
            "VIVANTE",
            "V",
            "DECEASED",
            "DEAD",
            "DECEDE",
            "DECEDEE",
            "D",
            "UNKNOWN",
            "INCONNU",
            "FALSE",
            "TRUE",
            "0",
            "1",
            "OUI",
            "NON");

    private VitalStatus() {}

    static void check(String text, LocalDate today, ValueFlaws flaws) {
        String words = Folding.words(text);
        if (WORDS.contains(words)) {
            return;
        }
        int gap = text.strip().indexOf(' ');
        boolean wordFirst = gap > 0 && WORDS.contains(Folding.words(text.strip().substring(0, gap)));
        Dates.read(wordFirst ? text.strip().substring(gap) : text, Dates.OLDEST, today, flaws);
    }
}
