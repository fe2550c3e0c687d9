package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Attributes that a file brings itself are named after their column. */
final class OwnNames {
    private static final int LONGEST = 60;

    private OwnNames() {}

    static Role role(String attribute) {
        return Role.of(new Attribute(attribute));
    }

    /** {@code soc_sec_id} is socSecId; a name that means something else already gets another ending. */
    static Role after(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : ColumnNames.words(column)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
            name.insert(0, "column");
        }
        name.setLength(Math.min(name.length(), LONGEST));
        Role role = role(name.toString());
        return role.isCustom() ? role : role(name + "0");
    }

    /** The year of a date, 0 where the text is none. */
    static int year(String text) {
        PartialDate date = date(text);
        return date == null ? 0 : date.year();
    }

    static @org.jspecify.annotations.Nullable PartialDate date(String text) {
        return Reading.OF_ANY_TIME
                .standardise(new CitizenRecord(
                        new SourceKey("", ""), null, Map.of(Attribute.BIRTH_DATE, List.of(new Text(text)))))
                .record()
                .birthDate();
    }
}
