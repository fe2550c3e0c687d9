package fr.unefois.mdm.standardise;

import fr.unefois.mdm.record.Flaw;
import java.util.List;

/** What standardising gives: the comparable record, and the flaws found on the way. */
public record Standardised(StandardRecord record, List<Flaw> flaws) {
    public Standardised {
        flaws = List.copyOf(flaws);
    }
}
