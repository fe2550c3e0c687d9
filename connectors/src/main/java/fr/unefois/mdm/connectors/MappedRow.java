package fr.unefois.mdm.connectors;

import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import java.util.List;

/**
 * A row that became a citizen record.
 *
 * @param flaws those that the record cannot show any more; standardising finds the others
 */
public record MappedRow(long line, CitizenRecord record, List<Flaw> flaws) implements Reading {
    public MappedRow {
        flaws = List.copyOf(flaws);
    }
}
