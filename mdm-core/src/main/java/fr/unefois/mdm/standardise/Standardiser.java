package fr.unefois.mdm.standardise;

import fr.unefois.mdm.record.CitizenRecord;

/** CitizenRecord to StandardRecord, by the rules of French identity data. Pure, thread-safe, never throws on a value. */
public final class Standardiser {
    private Standardiser() {}

    /** The standardiser with the shipped reference data, loaded once a process. */
    public static Standardiser french() {
        throw new UnsupportedOperationException();
    }

    public Standardised standardise(CitizenRecord record) {
        throw new UnsupportedOperationException();
    }
}
