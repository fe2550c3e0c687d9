package fr.unefois.mdm.estimate;

import fr.unefois.mdm.compare.Frequencies;
import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.Dictionary;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.ListColumn;
import fr.unefois.mdm.standardise.StandardAddress;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.ValueColumn;
import java.util.Collection;
import java.util.List;

/** Learns how frequent values are from the records themselves; their order does not matter. */
public final class Counting {
    private final Columns columns;
    private final Frequencies.Builder counted = new Frequencies.Builder();

    private Counting(Columns columns) {
        this.columns = columns;
    }

    public static Frequencies frequencies(Collection<StandardRecord> records) {
        return frequencies(Columns.of(records));
    }

    /** Counts codes, and looks at each value once. */
    public static Frequencies frequencies(Columns columns) {
        Counting counting = new Counting(columns);
        counting.familyNames();
        counting.givenNames();
        counting.places();
        counting.addresses();
        counting.contacts();
        counting.others();
        new Namesakes(columns).count(counting.counted);
        return counting.counted.build();
    }

    private void familyNames() {
        int[] counts = new int[columns.familyNames().size()];
        count(columns.birthNames(), counts);
        count(columns.usageNames(), counts);
        for (int code = 0; code < counts.length; code++) {
            counted.count(Kind.FAMILY_NAME, columns.familyNames().value(code).folded(), counts[code]);
        }
    }

    private static void count(ValueColumn<?> column, int[] counts) {
        for (int record = 0; record < column.size(); record++) {
            if (column.code(record) != ValueColumn.NONE) {
                counts[column.code(record)]++;
            }
        }
    }

    private static int[] counts(ValueColumn<?> column) {
        int[] counts = new int[column.values().size()];
        count(column, counts);
        return counts;
    }

    private void givenNames() {
        ListColumn<GivenName> lists = columns.givenNames();
        int[] counts = new int[lists.lists().size()];
        for (int record = 0; record < columns.size(); record++) {
            int list = lists.code(record);
            if (list != ValueColumn.NONE) {
                counts[list]++;
                PartialDate birth = columns.birthDates().value(record);
                String first = lists.values().value(lists.elements(list)[0]).folded();
                counted.countCell(first, columns.sex(record), birth == null ? 0 : birth.year());
            }
        }
        for (int list = 0; list < counts.length; list++) {
            List<GivenName> names = lists.lists().value(list);
            counted.count(Kind.GIVEN_NAME, names.get(0).folded(), counts[list]);
            counted.count(Kind.GIVEN_NAME_VARIANT, names.get(0).variant(), counts[list]);
            if (names.size() > 1) {
                counted.count(
                        Kind.TWO_GIVEN_NAMES,
                        names.get(0).folded() + ' ' + names.get(1).folded(),
                        counts[list]);
            }
        }
    }

    private void places() {
        int[] places = counts(columns.birthPlaces());
        for (int code = 0; code < places.length; code++) {
            String lineage = columns.birthPlaces().values().value(code).lineage();
            if (lineage != null) {
                counted.count(Kind.BIRTH_PLACE, lineage, places[code]);
            }
        }
        int[] countries = counts(columns.birthCountries());
        for (int code = 0; code < countries.length; code++) {
            counted.count(Kind.BIRTH_COUNTRY, columns.birthCountries().values().value(code), countries[code]);
        }
    }

    private void addresses() {
        int[] counts = counts(columns.addresses());
        for (int code = 0; code < counts.length; code++) {
            StandardAddress address = columns.addresses().values().value(code);
            if (address.postcode() != null) {
                counted.count(Kind.POSTCODE, address.postcode(), counts[code]);
            }
            if (!address.way().isEmpty()) {
                counted.count(Kind.STREET, address.way(), counts[code]);
                counted.count(Kind.HOUSE, address.way() + ' ' + address.number(), counts[code]);
            }
        }
    }

    private static int[] counts(ListColumn<?> lists) {
        int[] counts = new int[lists.values().size()];
        for (int record = 0; record < lists.size(); record++) {
            for (int value : lists.of(record)) {
                counts[value]++;
            }
        }
        return counts;
    }

    private void contacts() {
        contacts(Kind.PHONE, columns.phones());
        contacts(Kind.EMAIL, columns.emails());
    }

    private void contacts(Kind kind, ListColumn<String> column) {
        int[] counts = counts(column);
        Dictionary<String> values = column.values();
        for (int code = 0; code < counts.length; code++) {
            counted.count(kind, values.value(code), counts[code]);
        }
    }

    private void others() {
        for (Attribute attribute : columns.attributes()) {
            ValueColumn<String> column = columns.other(attribute);
            if (column != null) {
                int[] counts = counts(column);
                for (int code = 0; code < counts.length; code++) {
                    counted.count(attribute, column.values().value(code), counts[code]);
                }
            }
        }
    }
}
