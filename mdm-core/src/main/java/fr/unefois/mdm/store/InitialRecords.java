package fr.unefois.mdm.store;

import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of an initial load while they are linked, small: what was said as the JSON that the base keeps, and each
 * different standard value once.
 */
final class InitialRecords {
    private final List<SourceKey> keys = new ArrayList<>();
    private final List<Portion> portions = new ArrayList<>();
    private final Map<Object, Object> values = new HashMap<>();
    private List<StandardRecord> standards = new ArrayList<>();
    private int[] starts = new int[1024];

    /** Some records in a row: their JSON end to end, and where each ends. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two of these
    record Portion(byte[] said, int[] ends, @Nullable Instant[] dates) {}

    void add(List<StandardRecord> more, Portion said) {
        if (portions.size() == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        starts[portions.size()] = keys.size();
        portions.add(said);
        for (StandardRecord one : more) {
            keys.add(one.key());
            standards.add(shared(one));
        }
    }

    List<SourceKey> keys() {
        return keys;
    }

    int size() {
        return keys.size();
    }

    /** The records in columns, once: they are kept there alone afterwards. */
    Columns columns() {
        Columns columns = Columns.of(standards);
        standards = List.of();
        values.clear();
        return columns;
    }

    CitizenRecord record(int position) {
        int found = Arrays.binarySearch(starts, 0, portions.size(), position);
        int at = found >= 0 ? found : -found - 2;
        Portion portion = portions.get(at);
        int place = position - starts[at];
        int from = place == 0 ? 0 : portion.ends()[place - 1];
        return RecordJson.record(
                keys.get(position), portion.dates()[place], portion.said(), from, portion.ends()[place] - from);
    }

    private StandardRecord shared(StandardRecord one) {
        return new StandardRecord(
                one.key(),
                sharedOrNull(one.birthName()),
                sharedOrNull(one.usageName()),
                shared(one.formerNames()),
                shared(one.givenNames()),
                one.sex(),
                sharedOrNull(one.birthDate()),
                sharedOrNull(one.birthPlace()),
                sharedOrNull(one.birthCountry()),
                shared(one.emails()),
                shared(one.phones()),
                shared(one.addresses()),
                one.others());
    }

    private <T> @Nullable T sharedOrNull(@Nullable T value) {
        return value == null ? null : shared(value);
    }

    // Equal values of our own types are of one type, but for empty lists, which hold nothing.
    @SuppressWarnings("unchecked")
    private <T> T shared(T value) {
        Object first = values.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }
}
