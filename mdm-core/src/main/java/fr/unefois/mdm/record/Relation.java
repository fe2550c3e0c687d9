package fr.unefois.mdm.record;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A tie that a source knows from this record's citizen to another record's. */
public record Relation(Role role, SourceKey to) {
    /** Under which name a flaw, a mapping and the API speak of relations. */
    public static final Attribute ATTRIBUTE = new Attribute("relations");

    /** What the other is to this citizen. */
    public enum Role {
        PARENT("parent"),
        LEGAL_REPRESENTATIVE("legalRepresentative"),
        HOUSEHOLD("household");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        /** As mappings and the API write it. */
        public String word() {
            return word;
        }

        public static Optional<Role> of(String word) {
            return Arrays.stream(values())
                    .filter(role -> role.word.equals(word))
                    .findFirst();
        }

        public static List<String> words() {
            return Arrays.stream(values()).map(Role::word).toList();
        }
    }
}
