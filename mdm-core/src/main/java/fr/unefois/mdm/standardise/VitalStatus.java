package fr.unefois.mdm.standardise;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.PartialDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A vital status: a word for it, a date of death, or the word and the date. It is not compared: a death contradicts only
 * what is dated after it.
 */
public final class VitalStatus {
    private static final Set<String> DEAD = Set.of("DECEASED", "DEAD", "DECEDE", "DECEDEE", "D");

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

    /** The same answer on whatever day it is asked: what lies ahead contradicts nothing yet. */
    private static final LocalDate FAR = LocalDate.of(2099, 12, 30);

    private VitalStatus() {}

    static void check(String text, LocalDate today, ValueFlaws flaws) {
        String words = Folding.words(text);
        if (WORDS.contains(words)) {
            return;
        }
        PartialDate ignored = date(text, today, flaws);
    }

    private static @Nullable PartialDate date(String text, LocalDate today, ValueFlaws flaws) {
        int gap = gap(text);
        return Dates.read(gap > 0 ? text.strip().substring(gap) : text, Dates.OLDEST, today, flaws);
    }

    /** Where the word ends, or 0 where there is none. */
    private static int gap(String text) {
        int gap = text.strip().indexOf(' ');
        return gap > 0 && WORDS.contains(Folding.words(text.strip().substring(0, gap))) ? gap : 0;
    }

    /** Whether the record says that the citizen is dead, on whatever day. */
    public static boolean isDead(CitizenRecord record) {
        return record.texts(Attribute.VITAL).stream()
                .anyMatch(text -> DEAD.contains(word(text)) || diedBefore(text).isPresent());
    }

    /**
     * From when on the citizen was certainly dead: the day, month or year of death has ended everywhere. Empty where the
     * record tells of no death, or not when it was.
     */
    public static Optional<Instant> deadSince(CitizenRecord record) {
        return record.texts(Attribute.VITAL).stream()
                .flatMap(text -> diedBefore(text).stream())
                .findFirst();
    }

    private static String word(String text) {
        int gap = gap(text);
        return Folding.words(gap > 0 ? text.strip().substring(0, gap) : text);
    }

    private static Optional<Instant> diedBefore(String text) {
        boolean othersWord = WORDS.contains(word(text)) && !DEAD.contains(word(text));
        PartialDate date = othersWord || DEAD.contains(Folding.words(text)) ? null : date(text, FAR, new ValueFlaws());
        return Optional.ofNullable(date).map(VitalStatus::end);
    }

    private static Instant end(PartialDate date) {
        LocalDate first = LocalDate.of(date.year(), Math.max(1, date.month()), Math.max(1, date.day()));
        LocalDate last = switch (date.precision()) {
            case YEAR -> first.plusYears(1);
            case MONTH -> first.plusMonths(1);
            case DAY -> first.plusDays(1);
        };
        return last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
