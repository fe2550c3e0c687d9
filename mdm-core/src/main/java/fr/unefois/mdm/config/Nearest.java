package fr.unefois.mdm.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what somebody meant who wrote a word that is not known. */
public final class Nearest {
    private static final int LETTERS_PER_SLIP = 3;

    private Nearest() {}

    /** The known word that is fewest slips away, if no more than one slip in three letters; ties go by the alphabet. */
    public static Optional<String> to(String word, Collection<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        Comparator<String> byDistance = Comparator.comparingInt(
                candidate -> distance.apply(candidate.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT)));
        return known.stream()
                .min(byDistance.thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> distance.apply(candidate.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT))
                                * LETTERS_PER_SLIP
                        <= word.length());
    }
}
