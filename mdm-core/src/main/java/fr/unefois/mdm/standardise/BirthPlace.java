package fr.unefois.mdm.standardise;

import org.jspecify.annotations.Nullable;

/**
 * A birthplace.
 *
 * @param lineage the COG code of today's commune that the place belongs to (arrondissements fold into their city), or
 *     null when only an unknown label is given
 * @param department 2 or 3 characters (2A, 971), Seine folded into 75; null when unknown
 * @param label folded label; null when the source gives only a code that is not known
 */
public record BirthPlace(
        @Nullable String lineage,
        @Nullable String department,
        @Nullable String label) {
    @Override
    public String toString() {
        return "BirthPlace[withheld]";
    }
}
