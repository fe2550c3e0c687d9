package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.record.AttributeType;
import fr.unefois.mdm.record.PartialDate;
import java.util.Set;

/** Makes one file's values readable by the rules of people's data: what stands for nothing is gone, dates are in one order. */
public final class Cleaning {
    private final boolean wordsForNothing;
    private final Set<Integer> monthFirst;
    private final boolean[] days;

    Cleaning(Columns columns) {
        this.wordsForNothing = columns.wordsForNothing();
        this.monthFirst = columns.monthFirst();
        this.days = new boolean[columns.table().header().size()];
        for (int i = 0; i < days.length; i++) {
            days[i] = columns.type(i) == AttributeType.DATE;
        }
    }

    /** Empty where the value says nothing. */
    public String clean(int column, String received) {
        String value = received.strip();
        if (value.isEmpty()) {
            return value;
        }
        ColumnCount.Nothing nothing = ColumnCount.nothing(value);
        if (nothing == ColumnCount.Nothing.ALWAYS || (wordsForNothing && nothing == ColumnCount.Nothing.MAYBE)) {
            return "";
        }
        if (monthFirst.contains(column)) {
            value = DayMonth.dayFirst(value);
        }
        if (days[column]) {
            PartialDate date = OwnNames.date(value);
            return date == null ? value : date.iso();
        }
        return value;
    }
}
