package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.column.Cleaning;
import fr.unefois.mdm.batch.dedupe.column.Columns;
import fr.unefois.mdm.batch.dedupe.column.FullName;
import fr.unefois.mdm.batch.dedupe.column.Role;
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

/** One row to the citizen record that it tells. Thread-safe. */
final class RowReader {
    /** A column that holds one attribute. */
    private record Whole(int column, Attribute attribute) {}

    private final Cleaning cleaning;
    private final List<Whole> wholes = new ArrayList<>();
    private final List<Integer> secondNames;
    private final List<Integer> fullNames;
    private final @Nullable FullName writing;
    private final List<Integer> years;
    private final List<Integer> months;
    private final List<Integer> days;
    private final List<Integer> lines = new ArrayList<>();
    private final List<Integer> postcodes;
    private final List<Integer> cities;
    private final List<Integer> cityCodes;

    RowReader(Columns columns) {
        this.cleaning = columns.cleaning();
        for (int i = 0; i < columns.table().header().size(); i++) {
            Role role = columns.role(i);
            if (role != null && !role.isPart()) {
                wholes.add(new Whole(i, new Attribute(role.name())));
            }
        }
        this.secondNames = columns.of(Role.BIRTH_NAME_SECOND);
        this.fullNames = columns.of(Role.FULL_NAME);
        this.writing = fullNames.isEmpty() ? null : columns.fullName(fullNames.get(0));
        this.years = columns.of(Role.BIRTH_YEAR);
        this.months = columns.of(Role.BIRTH_MONTH);
        this.days = columns.of(Role.BIRTH_DAY);
        for (Role part : List.of(Role.ADDRESS_NUMBER, Role.ADDRESS_LINE, Role.ADDRESS_EXTRA)) {
            lines.addAll(columns.of(part));
        }
        this.postcodes = columns.of(Role.POSTCODE);
        this.cities = columns.of(Role.CITY);
        this.cityCodes = columns.of(Role.CITY_CODE);
    }

    CitizenRecord read(SourceKey key, String[] row) {
        Map<Attribute, List<Value>> values = new HashMap<>();
        for (Whole whole : wholes) {
            add(values, whole.attribute, cleaning.clean(whole.column, row[whole.column]));
        }
        second(values, row);
        fullName(values, row);
        if (!values.containsKey(Attribute.BIRTH_DATE)) {
            add(values, Attribute.BIRTH_DATE, date(row));
        }
        Address address = address(row);
        if (address != null) {
            values.put(Attribute.ADDRESSES, List.of(address));
        }
        return new CitizenRecord(key, null, values);
    }

    private static void add(Map<Attribute, List<Value>> values, Attribute attribute, String value) {
        if (!value.isEmpty()) {
            values.computeIfAbsent(attribute, absent -> new ArrayList<>(1)).add(new Text(value));
        }
    }

    /** Puts the halves of a double name together. */
    private void second(Map<Attribute, List<Value>> values, String[] row) {
        String second = first(secondNames, row);
        List<Value> names = values.get(Attribute.BIRTH_NAME);
        if (second == null) {
            return;
        }
        if (names == null) {
            add(values, Attribute.BIRTH_NAME, second);
        } else if (names.get(0) instanceof Text text) {
            names.set(0, new Text(text.value() + " " + second));
        }
    }

    /** Names in one text say what no column of their own says. */
    private void fullName(Map<Attribute, List<Value>> values, String[] row) {
        String whole = first(fullNames, row);
        if (whole == null || writing == null) {
            return;
        }
        String[] names = writing.split(whole);
        if (!values.containsKey(Attribute.GIVEN_NAMES)) {
            add(values, Attribute.GIVEN_NAMES, names[0]);
        }
        if (!values.containsKey(Attribute.BIRTH_NAME)) {
            add(values, Attribute.BIRTH_NAME, names[1]);
        }
    }

    /** A date told in three columns: as much of it as is there. */
    private String date(String[] row) {
        String year = first(years, row);
        String month = first(months, row);
        String day = first(days, row);
        if (year == null) {
            return "";
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
        for (int column : lines) {
            String part = cleaning.clean(column, row[column]);
            if (!part.isEmpty()) {
                line.append(line.isEmpty() ? "" : " ").append(part);
            }
        }
        String postcode = first(postcodes, row);
        String city = first(cities, row);
        String cityCode = first(cityCodes, row);
        if (line.isEmpty() && postcode == null && city == null && cityCode == null) {
            return null;
        }
        return new Address(line.isEmpty() ? null : line.toString(), postcode, city, cityCode);
    }

    private @Nullable String first(List<Integer> columns, String[] row) {
        for (int column : columns) {
            String value = cleaning.clean(column, row[column]);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return null;
    }
}
