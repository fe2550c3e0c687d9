package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row to the citizen record that it tells. */
final class RowReader {
    private final Columns columns;
    private final List<Integer> addressParts = new ArrayList<>();

    RowReader(Columns columns) {
        this.columns = columns;
        for (Role part : List.of(Role.ADDRESS_NUMBER, Role.ADDRESS_LINE, Role.ADDRESS_EXTRA)) {
            addressParts.addAll(columns.of(part));
        }
    }

    CitizenRecord read(SourceKey key, String[] row) {
        Map<Attribute, List<Value>> values = new HashMap<>();
        columns.roles().forEach((column, role) -> {
            if (!role.isPart() && !row[column].isBlank()) {
                values.computeIfAbsent(new Attribute(role.name()), absent -> new ArrayList<>())
                        .add(new Text(row[column].strip()));
            }
        });
        if (!values.containsKey(Attribute.BIRTH_DATE)) {
            String date = date(row);
            if (date != null) {
                values.put(Attribute.BIRTH_DATE, List.of(new Text(date)));
            }
        }
        Address address = address(row);
        if (address != null) {
            values.put(Attribute.ADDRESSES, List.of(address));
        }
        return new CitizenRecord(key, null, values);
    }

    /** A date told in three columns: as much of it as is there. */
    private @Nullable String date(String[] row) {
        String year = first(Role.BIRTH_YEAR, row);
        String month = first(Role.BIRTH_MONTH, row);
        String day = first(Role.BIRTH_DAY, row);
        if (year == null) {
            return null;
        }
        if (month == null) {
            return year;
        }
        return year + '-' + padded(month) + (day == null ? "" : '-' + padded(day));
    }

    private static String padded(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private @Nullable Address address(String[] row) {
        StringBuilder line = new StringBuilder();
        for (int column : addressParts) {
            if (!row[column].isBlank()) {
                line.append(line.isEmpty() ? "" : " ").append(row[column].strip());
            }
        }
        String postcode = first(Role.POSTCODE, row);
        String city = first(Role.CITY, row);
        String cityCode = first(Role.CITY_CODE, row);
        if (line.isEmpty() && postcode == null && city == null && cityCode == null) {
            return null;
        }
        return new Address(line.isEmpty() ? null : line.toString(), postcode, city, cityCode);
    }

    private @Nullable String first(Role role, String[] row) {
        for (int column : columns.of(role)) {
            if (!row[column].isBlank()) {
                return row[column].strip();
            }
        }
        return null;
    }
}
