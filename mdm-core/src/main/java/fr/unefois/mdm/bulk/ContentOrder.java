package fr.unefois.mdm.bulk;

import fr.unefois.mdm.standardise.FamilyName;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Comparator;

/** Sorts records by what they say, so that like stands beside like; ties by key. */
final class ContentOrder {
    private static final Comparator<StandardRecord> ORDER = Comparator.comparing(ContentOrder::family)
            .thenComparing(ContentOrder::given)
            .thenComparing(ContentOrder::birth)
            .thenComparing(ContentOrder::place)
            .thenComparing(StandardRecord::key);

    private ContentOrder() {}

    static int compare(StandardRecord a, StandardRecord b) {
        return ORDER.compare(a, b);
    }

    private static String family(StandardRecord record) {
        FamilyName name = record.birthName() != null ? record.birthName() : record.usageName();
        return name == null ? "" : name.folded();
    }

    private static String given(StandardRecord record) {
        return record.givenNames().isEmpty() ? "" : record.givenNames().get(0).folded();
    }

    private static String birth(StandardRecord record) {
        return record.birthDate() == null ? "" : record.birthDate().iso();
    }

    private static String place(StandardRecord record) {
        return record.addresses().isEmpty()
                ? ""
                : record.addresses().get(0).way() + record.addresses().get(0).number();
    }
}
