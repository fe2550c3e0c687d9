package fr.unefois.mdm.compare;

import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.Dictionary;
import fr.unefois.mdm.standardise.FamilyName;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.ValueColumn;
import java.util.List;

/** Records in columns, with what several comparisons ask of their names. */
final class NamedColumns {
    private static final double ALIKE = 0.85;

    private final Columns columns;
    private final PairCache givenAsFamily;

    NamedColumns(Columns columns) {
        this.columns = columns;
        Dictionary<FamilyName> families = columns.familyNames();
        Dictionary<List<GivenName>> given = columns.givenNames().lists();
        this.givenAsFamily = new PairCache(
                families.size(),
                given.size(),
                (family, names) -> spells(families.value(family), given.value(names)) ? 1 : 0);
    }

    Columns columns() {
        return columns;
    }

    /** Whether each record's family name is the other's given name. */
    boolean swapped(int left, int right) {
        return isGivenName(left, right) && isGivenName(right, left);
    }

    private boolean isGivenName(int named, int given) {
        int names = columns.givenNames().code(given);
        if (names == ValueColumn.NONE) {
            return false;
        }
        int birth = columns.birthNames().code(named);
        int usage = columns.usageNames().code(named);
        if ((birth >= 0 && givenAsFamily.of(birth, names) == 1)
                || (usage >= 0 && givenAsFamily.of(usage, names) == 1)) {
            return true;
        }
        for (int former : columns.formerNames().of(named)) {
            if (givenAsFamily.of(former, names) == 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean spells(FamilyName family, List<GivenName> names) {
        StringBuilder all = new StringBuilder();
        for (GivenName name : names) {
            all.append(name.folded());
        }
        String together = all.toString().replace("-", "");
        String first = names.get(0).folded().replace("-", "");
        return alike(family.folded(), together)
                || alike(family.folded(), first)
                || alike(family.parts().get(0), first);
    }

    private static boolean alike(String family, String given) {
        return family.length() > 2 && JaroWinkler.similarity(family, given) >= ALIKE;
    }

    /** Whether two family names are the same when folded, however they were written. */
    boolean sameFolded(int a, int b) {
        return columns.familyNames()
                .value(a)
                .folded()
                .equals(columns.familyNames().value(b).folded());
    }

    /** The codes of the record's family names: birth, usage, then former ones. */
    int[] familyNames(int record) {
        int[] former = columns.formerNames().of(record);
        int birth = columns.birthNames().code(record);
        int usage = columns.usageNames().code(record);
        int[] all = new int[former.length + (birth >= 0 ? 1 : 0) + (usage >= 0 ? 1 : 0)];
        int size = 0;
        if (birth >= 0) {
            all[size++] = birth;
        }
        if (usage >= 0) {
            all[size++] = usage;
        }
        System.arraycopy(former, 0, all, size, former.length);
        return all;
    }
}
