package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.column.Cleaning;
import fr.unefois.mdm.batch.dedupe.column.Columns;
import fr.unefois.mdm.batch.dedupe.column.FullName;
import fr.unefois.mdm.batch.dedupe.column.Role;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a row says under each attribute, whose values may stand in several columns. Thread-safe. */
final class RowReader {
    /** The texts of a row, by column. */
    @FunctionalInterface
    interface Texts {
        String text(int column);
    }

    private final Cleaning cleaning;
    /** The columns that hold a whole attribute. */
    private final Map<Attribute, List<Integer>> wholes = new TreeMap<>();

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
                wholes.computeIfAbsent(new Attribute(role.name()), absent -> new ArrayList<>())
                        .add(i);
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

    /** The attributes that the file brings itself. */
    Set<Attribute> others() {
        Set<Attribute> others = new TreeSet<>(wholes.keySet());
        Attribute.CANONICAL.forEach(others::remove);
        return others;
    }

    /** The columns that the values of an attribute depend on. */
    List<Integer> columns(Attribute attribute) {
        List<Integer> columns = new ArrayList<>(wholes.getOrDefault(attribute, List.of()));
        if (attribute.equals(Attribute.BIRTH_NAME)) {
            columns.addAll(secondNames);
            columns.addAll(fullNames);
        } else if (attribute.equals(Attribute.GIVEN_NAMES)) {
            columns.addAll(fullNames);
        } else if (attribute.equals(Attribute.BIRTH_DATE)) {
            List.of(years, months, days).forEach(columns::addAll);
        } else if (attribute.equals(Attribute.ADDRESSES)) {
            List.of(lines, postcodes, cities, cityCodes).forEach(columns::addAll);
        }
        return columns;
    }

    /** What a row says under an attribute. */
    List<Value> values(Attribute attribute, Texts row) {
        if (attribute.equals(Attribute.ADDRESSES)) {
            Address address = address(row);
            return address == null ? whole(attribute, row) : List.of(address);
        }
        if (attribute.equals(Attribute.BIRTH_NAME)) {
            return birthNames(row);
        }
        List<Value> values = whole(attribute, row);
        if (!values.isEmpty()) {
            return values;
        }
        if (attribute.equals(Attribute.GIVEN_NAMES)) {
            return fullName(row, 0);
        }
        return attribute.equals(Attribute.BIRTH_DATE) ? values(date(row)) : values;
    }

    private static List<Value> values(String text) {
        return text.isEmpty() ? List.of() : List.of(new Text(text));
    }

    private List<Value> whole(Attribute attribute, Texts row) {
        List<Integer> columns = wholes.getOrDefault(attribute, List.of());
        if (columns.size() == 1) {
            return values(text(columns.get(0), row));
        }
        List<Value> values = new ArrayList<>(columns.size());
        for (int column : columns) {
            values.addAll(values(text(column, row)));
        }
        return values;
    }

    /** Puts the halves of a double name together; names in one text say what no column of their own says. */
    private List<Value> birthNames(Texts row) {
        List<Value> names = whole(Attribute.BIRTH_NAME, row);
        String second = first(secondNames, row);
        if (second != null && !names.isEmpty() && names.get(0) instanceof Text text) {
            List<Value> joined = new ArrayList<>(names);
            joined.set(0, new Text(text.value() + " " + second));
            return joined;
        }
        if (second != null) {
            return values(second);
        }
        return names.isEmpty() ? fullName(row, 1) : names;
    }

    private List<Value> fullName(Texts row, int half) {
        String whole = first(fullNames, row);
        return whole == null || writing == null ? List.of() : values(writing.split(whole)[half]);
    }

    /** A date told in three columns: as much of it as is there. */
    private String date(Texts row) {
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

    private @Nullable Address address(Texts row) {
        String line = null;
        for (int column : lines) {
            String part = text(column, row);
            if (!part.isEmpty()) {
                line = line == null ? part : line + " " + part;
            }
        }
        String postcode = first(postcodes, row);
        String city = first(cities, row);
        String cityCode = first(cityCodes, row);
        if (line == null && postcode == null && city == null && cityCode == null) {
            return null;
        }
        return new Address(line, postcode, city, cityCode);
    }

    private @Nullable String first(List<Integer> columns, Texts row) {
        for (int column : columns) {
            String value = text(column, row);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return null;
    }

    private String text(int column, Texts row) {
        return cleaning.clean(column, row.text(column));
    }
}
