package fr.unefois.mdm.record;

/** A tie that a source knows from this record's citizen to another record's. */
public record Relation(Role role, SourceKey to) {
    public enum Role {
        PARENT,
        LEGAL_REPRESENTATIVE,
        HOUSEHOLD
    }
}
