package fr.unefois.mdm.batch.generate;

import fr.unefois.mdm.record.Sex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A citizen of the town as he truly is; sources know him by parts and with slips. */
record Inhabitant(int citizen, Sex sex, Names names, Birth birth, Contacts contacts, Home home) {
    /** The town's sources were all exported on one day, in September of this year. */
    static final int THIS_YEAR = 2026;

    /**
     * Names.
     *
     * @param usage what the citizen goes by beside the birth name, if anything
     * @param former an earlier usage name, still known to old files
     */
    record Names(
            String birth, @Nullable String usage, @Nullable String former, List<String> given) {
        Names {
            given = List.copyOf(given);
        }
    }

    /**
     * Birth.
     *
     * @param place code of the commune, or of the country for those born abroad
     */
    record Birth(int year, int month, int day, String place, String country) {
        static final String FRANCE = "99100";
    }

    /**
     * How to reach a citizen; a child by its parents'.
     *
     * @param other a landline, an older number, or the other parent's
     */
    record Contacts(
            @Nullable String email,
            @Nullable String formerEmail,
            @Nullable String phone,
            @Nullable String other) {}

    record Home(Address now, @Nullable Address before) {}

    int age() {
        return THIS_YEAR - birth.year;
    }

    boolean isAdult() {
        return age() >= 18;
    }
}
