package fr.unefois.mdm.standardise;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.record.Sex;
import fr.unefois.mdm.record.SourceKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds {@link Columns} field by field, for who knows which rows say the same and would rather not make a record of
 * each. A list that is empty is null here. The columns of family names share their codes and are filled by one thread;
 * any other may be filled by a thread of its own.
 */
public final class ColumnsBuilder {
    private final int rows;
    private final ColumnBuilder<FamilyName> birthNames;
    private final ColumnBuilder<FamilyName> usageNames;
    private final ColumnBuilder<List<FamilyName>> formerNames;
    private final ColumnBuilder<List<GivenName>> givenNames;
    private final ColumnBuilder<Sex> sexes;
    private final ColumnBuilder<PartialDate> birthDates;
    private final ColumnBuilder<BirthPlace> birthPlaces;
    private final ColumnBuilder<String> birthCountries;
    private final ColumnBuilder<List<String>> emails;
    private final ColumnBuilder<List<String>> phones;
    private final ColumnBuilder<List<StandardAddress>> addresses;
    private final Map<Attribute, ColumnBuilder<String>> others = new TreeMap<>();

    public ColumnsBuilder(int rows) {
        this.rows = rows;
        this.birthNames = column();
        this.usageNames = new ColumnBuilder<>(birthNames.values(), rows);
        this.formerNames = column();
        this.givenNames = column();
        this.sexes = column();
        this.birthDates = column();
        this.birthPlaces = column();
        this.birthCountries = column();
        this.emails = column();
        this.phones = column();
        this.addresses = column();
    }

    private <T> ColumnBuilder<T> column() {
        return new ColumnBuilder<>(new Dictionary<>(), rows);
    }

    /** @param keys by row; not copied, so that they may be made when they are asked for */
    public Columns build(List<SourceKey> keys) {
        dropRepeatedUsageNames();
        return new Columns(this, keys);
    }

    /** A usage name that is the birth name tells nothing, as {@link Standardiser} has it. */
    private void dropRepeatedUsageNames() {
        for (int row = 0; row < rows; row++) {
            if (usageNames.codes()[row] == birthNames.codes()[row]) {
                usageNames.set(row, ValueColumn.NONE);
            }
        }
    }

    public ColumnBuilder<FamilyName> birthNames() {
        return birthNames;
    }

    public ColumnBuilder<FamilyName> usageNames() {
        return usageNames;
    }

    public ColumnBuilder<List<FamilyName>> formerNames() {
        return formerNames;
    }

    public ColumnBuilder<List<GivenName>> givenNames() {
        return givenNames;
    }

    public ColumnBuilder<Sex> sexes() {
        return sexes;
    }

    public ColumnBuilder<PartialDate> birthDates() {
        return birthDates;
    }

    public ColumnBuilder<BirthPlace> birthPlaces() {
        return birthPlaces;
    }

    public ColumnBuilder<String> birthCountries() {
        return birthCountries;
    }

    public ColumnBuilder<List<String>> emails() {
        return emails;
    }

    public ColumnBuilder<List<String>> phones() {
        return phones;
    }

    public ColumnBuilder<List<StandardAddress>> addresses() {
        return addresses;
    }

    /** Of an attribute that a site or a file added. */
    public synchronized ColumnBuilder<String> other(Attribute attribute) {
        return others.computeIfAbsent(attribute, absent -> column());
    }

    /** The attributes of {@link #other}. */
    Map<Attribute, ColumnBuilder<String>> others() {
        return others;
    }
}
