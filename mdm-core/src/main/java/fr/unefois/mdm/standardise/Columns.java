package fr.unefois.mdm.standardise;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.record.Sex;
import fr.unefois.mdm.record.SourceKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Standard records in columns: every distinct value of a field is kept and coded once, and a record is a row of codes.
 * Two records say the same of a field exactly when their codes are equal. What is worked out of a value, of two values,
 * is worked out once, whether the records are two or ten million. Codes are numbered as values come: nothing that is
 * decided may depend on them. Immutable.
 */
public final class Columns {
    /** What a row has codes of: six values, the sex among them, and five lists, two codes each; one more would be a cache line more. */
    private static final int FIELDS = 6 + 2 * 5;

    private final List<SourceKey> keys;
    private final ValueColumn<FamilyName> birthNames;
    private final ValueColumn<FamilyName> usageNames;
    private final ListColumn<FamilyName> formerNames;
    private final ListColumn<GivenName> givenNames;
    private final ValueColumn<Sex> sexes;
    private final ValueColumn<PartialDate> birthDates;
    private final ValueColumn<BirthPlace> birthPlaces;
    private final ValueColumn<String> birthCountries;
    private final ListColumn<String> emails;
    private final ListColumn<String> phones;
    private final ListColumn<StandardAddress> addresses;
    private final Map<Attribute, ValueColumn<String>> others;

    private Columns(List<StandardRecord> records) {
        keys = records.stream().map(StandardRecord::key).toList();
        Set<Attribute> attributes = new TreeSet<>();
        records.forEach(record -> attributes.addAll(record.others().keySet()));
        RowCodes rows = new RowCodes(records.size(), FIELDS + attributes.size());
        Dictionary<FamilyName> familyNames = new Dictionary<>();
        birthNames = ValueColumn.of(records, rows, familyNames, StandardRecord::birthName);
        usageNames = ValueColumn.of(records, rows, familyNames, StandardRecord::usageName);
        formerNames = ListColumn.of(records, rows, familyNames, StandardRecord::formerNames);
        givenNames = ListColumn.of(records, rows, new Dictionary<>(), StandardRecord::givenNames);
        sexes = ValueColumn.of(records, rows, new Dictionary<>(), StandardRecord::sex);
        birthDates = ValueColumn.of(records, rows, new Dictionary<>(), StandardRecord::birthDate);
        birthPlaces = ValueColumn.of(records, rows, new Dictionary<>(), StandardRecord::birthPlace);
        birthCountries = ValueColumn.of(records, rows, new Dictionary<>(), StandardRecord::birthCountry);
        emails = ListColumn.of(records, rows, new Dictionary<>(), StandardRecord::emails);
        phones = ListColumn.of(records, rows, new Dictionary<>(), StandardRecord::phones);
        addresses = ListColumn.of(records, rows, new Dictionary<>(), StandardRecord::addresses);
        others = new TreeMap<>();
        for (Attribute attribute : attributes) {
            others.put(
                    attribute,
                    ValueColumn.of(
                            records,
                            rows,
                            new Dictionary<>(),
                            record -> record.others().get(attribute)));
        }
    }

    Columns(ColumnsBuilder built, List<SourceKey> keys) {
        this.keys = keys;
        Map<Attribute, ColumnBuilder<String>> told = new TreeMap<>(built.others());
        told.values().removeIf(column -> column.values().size() == 0);
        RowCodes rows = new RowCodes(keys.size(), FIELDS + told.size());
        birthNames = ValueColumn.of(rows, built.birthNames());
        usageNames = ValueColumn.of(rows, built.usageNames());
        formerNames = ListColumn.of(rows, birthNames.values(), built.formerNames());
        givenNames = ListColumn.of(rows, new Dictionary<>(), built.givenNames());
        sexes = ValueColumn.of(rows, built.sexes());
        birthDates = ValueColumn.of(rows, built.birthDates());
        birthPlaces = ValueColumn.of(rows, built.birthPlaces());
        birthCountries = ValueColumn.of(rows, built.birthCountries());
        emails = ListColumn.of(rows, new Dictionary<>(), built.emails());
        phones = ListColumn.of(rows, new Dictionary<>(), built.phones());
        addresses = ListColumn.of(rows, new Dictionary<>(), built.addresses());
        others = new TreeMap<>();
        told.forEach((attribute, column) -> others.put(attribute, ValueColumn.of(rows, column)));
    }

    /** The records in columns, in their order. */
    public static Columns of(Collection<StandardRecord> records) {
        return new Columns(List.copyOf(records));
    }

    public int size() {
        return keys.size();
    }

    public SourceKey key(int record) {
        return keys.get(record);
    }

    public ValueColumn<FamilyName> birthNames() {
        return birthNames;
    }

    public ValueColumn<FamilyName> usageNames() {
        return usageNames;
    }

    public ListColumn<FamilyName> formerNames() {
        return formerNames;
    }

    /** Birth, usage and former names share their codes. */
    public Dictionary<FamilyName> familyNames() {
        return birthNames.values();
    }

    public ListColumn<GivenName> givenNames() {
        return givenNames;
    }

    public Sex sex(int record) {
        return Objects.requireNonNullElse(sexes.value(record), Sex.UNKNOWN);
    }

    public ValueColumn<PartialDate> birthDates() {
        return birthDates;
    }

    public ValueColumn<BirthPlace> birthPlaces() {
        return birthPlaces;
    }

    public ValueColumn<String> birthCountries() {
        return birthCountries;
    }

    public ListColumn<String> emails() {
        return emails;
    }

    public ListColumn<String> phones() {
        return phones;
    }

    public ListColumn<StandardAddress> addresses() {
        return addresses;
    }

    /** The attributes that a site or a file added, as far as any record tells of them. */
    public Set<Attribute> attributes() {
        return others.keySet();
    }

    /** What the records say of an attribute that a site or a file added; null where no record tells of it. */
    public @Nullable ValueColumn<String> other(Attribute attribute) {
        return others.get(attribute);
    }

    /** The record out of its row. */
    public StandardRecord record(int record) {
        Map<Attribute, String> own = new TreeMap<>();
        others.forEach((attribute, column) -> {
            String value = column.value(record);
            if (value != null) {
                own.put(attribute, value);
            }
        });
        return new StandardRecord(
                keys.get(record),
                birthNames.value(record),
                usageNames.value(record),
                formerNames.list(record),
                givenNames.list(record),
                sex(record),
                birthDates.value(record),
                birthPlaces.value(record),
                birthCountries.value(record),
                emails.list(record),
                phones.list(record),
                addresses.list(record),
                own);
    }

    /** Some of the records, out of their rows. */
    public List<StandardRecord> records(int[] records) {
        return Arrays.stream(records).mapToObj(this::record).toList();
    }

    /** A hash of all that the record says, its key left aside. */
    public int contentHash(int record) {
        int hash = birthNames.code(record);
        hash = 31 * hash + usageNames.code(record);
        hash = 31 * hash + formerNames.code(record);
        hash = 31 * hash + givenNames.code(record);
        hash = 31 * hash + sex(record).name().hashCode();
        hash = 31 * hash + birthDates.code(record);
        hash = 31 * hash + birthPlaces.code(record);
        hash = 31 * hash + birthCountries.code(record);
        hash = 31 * hash + emails.code(record);
        hash = 31 * hash + phones.code(record);
        hash = 31 * hash + addresses.code(record);
        for (ValueColumn<String> other : others.values()) {
            hash = 31 * hash + other.code(record);
        }
        return hash;
    }

    /** Whether two records say exactly the same, their keys left aside. */
    public boolean sameContent(int left, int right) {
        return birthNames.code(left) == birthNames.code(right)
                && usageNames.code(left) == usageNames.code(right)
                && formerNames.code(left) == formerNames.code(right)
                && givenNames.code(left) == givenNames.code(right)
                && sex(left) == sex(right)
                && birthDates.code(left) == birthDates.code(right)
                && birthPlaces.code(left) == birthPlaces.code(right)
                && birthCountries.code(left) == birthCountries.code(right)
                && emails.code(left) == emails.code(right)
                && phones.code(left) == phones.code(right)
                && addresses.code(left) == addresses.code(right)
                && others.values().stream().allMatch(other -> other.code(left) == other.code(right));
    }

    /** All positions, from 0. */
    public IntStream positions() {
        return IntStream.range(0, size());
    }
}
