package fr.unefois.mdm.batch.dedupe.column;

import java.util.Map;

/** Columns whose name says that they are no evidence. */
final class Refused {
    private static final Map<String, String> WHY = Map.of(
            "truth", "named as if it told who is who; --map it to use it all the same",
            "nir", "a NIR must not be compared (décret 2019-341)",
            "forbidden", "must not be kept of a citizen, so it is not compared",
            "made", "made from other columns",
            "written", "tells of the row, not of the person");

    private Refused() {}

    static void apply(Draft draft) {
        for (int i = 0; i < draft.columns(); i++) {
            int column = i;
            if (draft.open(i)) {
                ColumnNames.refused(draft.name(i))
                        .ifPresent(kind -> draft.ignore(column, WHY.getOrDefault(kind, kind)));
            }
        }
    }
}
