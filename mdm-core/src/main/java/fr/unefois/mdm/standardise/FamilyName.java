package fr.unefois.mdm.standardise;

import java.util.List;

/**
 * A family name, folded to A–Z.
 *
 * @param folded all parts and particles run together: D'ALMEIDA, D ALMEIDA and DALMEIDA are one, {@code DALMEIDA}
 * @param parts the words that carry weight, particles left out, SAINT as ST: {@code DURAND--DUPONT} gives DURAND and
 *     DUPONT; never empty
 * @param phonetic the French phonetic code of {@code folded}
 */
public record FamilyName(String folded, List<String> parts, String phonetic) {
    public FamilyName {
        parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
        return "FamilyName[withheld]";
    }
}
