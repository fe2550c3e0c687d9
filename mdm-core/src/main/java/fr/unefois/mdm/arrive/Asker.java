package fr.unefois.mdm.arrive;

import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;

/** Who asks who somebody is, and what may take part in the answer. What is left out changes no figure of it. */
public interface Asker {
    /** One who may compare all records, and learn of all citizens. */
    Asker ANYBODY = new Asker() {
        @Override
        public boolean compares(SourceKey record) {
            return true;
        }

        @Override
        public boolean knows(Citizen citizen) {
            return true;
        }

        @Override
        public boolean comparesAddress(Citizen citizen, CitizenRecord record) {
            return true;
        }
    };

    /** Whether the record may be compared with what is asked. */
    boolean compares(SourceKey record);

    /** Whether the citizen may be named. */
    boolean knows(Citizen citizen);

    /** Whether where the citizen lives, as the record has it, may be compared with what is asked. */
    boolean comparesAddress(Citizen citizen, CitizenRecord record);
}
