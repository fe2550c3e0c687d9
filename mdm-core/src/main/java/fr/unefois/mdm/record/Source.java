package fr.unefois.mdm.record;

import java.util.Map;

/**
 * A system that knows citizens.
 *
 * @param name stable; part of every {@link SourceKey}
 * @param label as people call it
 * @param controller who answers for the processing in the sense of the GDPR
 * @param sector the sector whose references and identifiers it may share
 * @param use what the base may do with what the source says
 * @param trust 0–100, breaks ties between values of one certification level
 * @param certifications by attribute; an attribute not named is {@link Certification#DECLARED}
 */
public record Source(
        String name,
        String label,
        String controller,
        String sector,
        Use use,
        int trust,
        Map<Attribute, Certification> certifications) {
    /** What a source is there for. */
    public enum Use {
        /** Confirms an identity declared elsewhere; creates and feeds nothing. */
        VERIFY,
        /** Tells that it knows the person; feeds no value, and is named to its own sector alone. */
        LINK,
        /** Feeds values. */
        CONTRIBUTE
    }

    public Source {
        certifications = Map.copyOf(certifications);
        if (trust < 0 || trust > 100) {
            throw new IllegalArgumentException("the trust of source " + name + " is from 0 to 100");
        }
    }

    public Certification certification(Attribute attribute) {
        return certifications.getOrDefault(attribute, Certification.DECLARED);
    }
}
