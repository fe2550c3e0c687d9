package fr.unefois.mdm.standardise;

import fr.unefois.mdm.record.Sex;
import java.util.Map;
import java.util.Set;

/** Reads the codings of sex: letters, INSEE's 1 and 2, FranceConnect's words, civilities. */
final class Sexes {
    private static final Map<String, Sex> KNOWN = Map.ofEntries(
            Map.entry("M", Sex.M),
            Map.entry("H", Sex.M),
            Map.entry("1", Sex.M),
            Map.entry("01", Sex.M),
            Map.entry("MALE", Sex.M),
            Map.entry("MAN", Sex.M),
            Map.entry("HOMME", Sex.M),
            Map.entry("MASCULIN", Sex.M),
            Map.entry("MASC", Sex.M),
            Map.entry("GARCON", Sex.M),
            Map.entry("MR", Sex.M),
            Map.entry("MONSIEUR", Sex.M),
            Map.entry("F", Sex.F),
            Map.entry("2", Sex.F),
            Map.entry("02", Sex.F),
            Map.entry("FEMALE", Sex.F),
            Map.entry("WOMAN", Sex.F),
            Map.entry("FEMME", Sex.F),
            Map.entry("FEMININ", Sex.F),
            Map.entry("FEM", Sex.F),
            Map.entry("FILLE", Sex.F),
            Map.entry("MME", Sex.F),
            Map.entry("MLLE", Sex.F),
            Map.entry("MADAME", Sex.F),
            Map.entry("MADEMOISELLE", Sex.F),
            Map.entry("MRS", Sex.F),
            Map.entry("MS", Sex.F),
            Map.entry("MISS", Sex.F));

    /** Codes that say that it is not known. */
    private static final Set<String> UNKNOWN =
            Set.of("", "0", "3", "9", "U", "I", "X", "N", "NC", "INCONNU", "UNKNOWN", "INDETERMINE", "OTHER", "AUTRE");

    private Sexes() {}

    static Sex read(String text, ValueFlaws flaws) {
        String run = Folding.run(text);
        Sex sex = KNOWN.get(run);
        if (sex != null) {
            return sex;
        }
        if (!UNKNOWN.contains(run)) {
            flaws.add(Placeholders.any(Folding.words(text)) ? "placeholder" : "not-a-sex");
        }
        return Sex.UNKNOWN;
    }
}
