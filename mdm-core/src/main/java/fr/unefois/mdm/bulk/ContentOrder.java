package fr.unefois.mdm.bulk;

import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.FamilyName;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.StandardAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Sorts records by what they say, so that like stands beside like; ties by key. */
final class ContentOrder {
    private final Columns columns;
    private final Comparator<Integer> order;

    ContentOrder(Columns columns) {
        this.columns = columns;
        this.order = Comparator.comparing(this::family)
                .thenComparing(this::given)
                .thenComparing(this::birth)
                .thenComparing(this::place)
                .thenComparing(columns::key);
    }

    /** The positions in that order. */
    int[] sorted(int[] records) {
        return Arrays.stream(records)
                .boxed()
                .sorted(order)
                .mapToInt(position -> position)
                .toArray();
    }

    private String family(int record) {
        FamilyName birth = columns.birthNames().value(record);
        FamilyName name = birth != null ? birth : columns.usageNames().value(record);
        return name == null ? "" : name.folded();
    }

    private String given(int record) {
        List<GivenName> names = columns.givenNames().list(record);
        return names.isEmpty() ? "" : names.get(0).folded();
    }

    /** As ISO dates sort: a mere year before its months, a mere month before its days. */
    private int birth(int record) {
        PartialDate date = columns.birthDates().value(record);
        return date == null ? 0 : (date.year() * 100 + date.month()) * 100 + date.day();
    }

    private String place(int record) {
        List<StandardAddress> addresses = columns.addresses().list(record);
        return addresses.isEmpty()
                ? ""
                : addresses.get(0).way() + addresses.get(0).number();
    }
}
