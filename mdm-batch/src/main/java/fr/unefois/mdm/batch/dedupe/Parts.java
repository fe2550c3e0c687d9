package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.file.Coded;
import fr.unefois.mdm.batch.dedupe.file.Codes;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.record.Value;
import fr.unefois.mdm.standardise.AttributeReader;
import fr.unefois.mdm.standardise.ColumnBuilder;
import fr.unefois.mdm.standardise.ColumnsBuilder;
import fr.unefois.mdm.standardise.FamilyName;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.ValueFlaws;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One file's rows in standard form, attribute by attribute: each different thing that the rows say is read once. */
final class Parts {
    private final Coded coded;
    private final RowReader reader;
    private final AttributeReader attributes;

    private final Part<AttributeReader.Origin> origins;
    private final List<Part<?>> all = new ArrayList<>();
    private final List<Filling> fillings = new ArrayList<>();

    /** Tells its column what one part says, from a row of it on. */
    private interface Filling {
        void into(ColumnsBuilder columns, int firstRow);
    }

    Parts(Coded coded, RowReader reader, AttributeReader attributes) {
        this.coded = coded;
        this.reader = reader;
        this.attributes = attributes;
        // What takes longest goes first.
        add(part(Attribute.ADDRESSES, listed(attributes::addresses)), ColumnsBuilder::addresses);
        add(part(Attribute.PHONES, listed(attributes::phones)), ColumnsBuilder::phones);
        add(part(Attribute.EMAILS, listed(attributes::emails)), ColumnsBuilder::emails);
        add(givenNames(), ColumnsBuilder::givenNames);
        Part<FamilyName> birthNames = add(names(Attribute.BIRTH_NAME));
        Part<FamilyName> usageNames = add(names(Attribute.USAGE_NAME));
        fillings.add((columns, firstRow) -> {
            birthNames.into(columns.birthNames(), firstRow);
            usageNames.into(columns.usageNames(), firstRow);
        });
        add(part(Attribute.NAME_HISTORY, listed(attributes::formerNames)), ColumnsBuilder::formerNames);
        add(part(Attribute.SEX, attributes::sex), ColumnsBuilder::sexes);
        this.origins = add(origins());
        fillings.add((columns, firstRow) -> {
            origins.into(columns.birthPlaces(), firstRow, AttributeReader.Origin::place);
            origins.into(columns.birthCountries(), firstRow, AttributeReader.Origin::country);
        });
        add(birthDates(), ColumnsBuilder::birthDates);
        for (Attribute other : reader.others()) {
            add(
                    part(other, (values, flaws) -> {
                        String words = attributes.other(other, values, flaws);
                        return words.isEmpty() ? null : words;
                    }),
                    columns -> columns.other(other));
        }
        add(part(Attribute.VITAL, (values, flaws) -> {
            attributes.checkVital(values, flaws);
            return null;
        }));
        add(part(Attribute.IDENTIFIERS, (values, flaws) -> {
            attributes.checkIdentifiers(values, flaws);
            return null;
        }));
    }

    private <T> Part<T> add(Part<T> part) {
        all.add(part);
        return part;
    }

    private <T> void add(Part<T> part, Function<ColumnsBuilder, ColumnBuilder<T>> column) {
        all.add(part);
        fillings.add((columns, firstRow) -> part.into(column.apply(columns), firstRow));
    }

    /** Tells the columns what the rows say, from a row of theirs on. */
    void into(ColumnsBuilder columns, int firstRow) {
        fillings.parallelStream().forEach(filling -> filling.into(columns, firstRow));
    }

    /** Reads the values of one attribute. */
    @FunctionalInterface
    private interface Reading<T> {
        @Nullable
        T read(List<Value> values, ValueFlaws flaws);
    }

    /** A list that is empty says nothing. */
    private static <T> Reading<List<T>> listed(Reading<List<T>> reading) {
        return (values, flaws) -> {
            List<T> list = reading.read(values, flaws);
            return list == null || list.isEmpty() ? null : list;
        };
    }

    private <T> Part<T> part(Attribute attribute, Reading<T> reading) {
        Combination combination = Combination.of(coded, reader.columns(attribute));
        return Part.of(combination, (code, flaws) -> reading.read(values(attribute, combination, code), flaws));
    }

    private List<Value> values(Attribute attribute, Combination combination, int code) {
        return reader.values(attribute, column -> combination.text(code, column));
    }

    private Part<FamilyName> names(Attribute attribute) {
        return part(attribute, (values, flaws) -> attributes.familyName(attribute, values, flaws));
    }

    private Part<List<GivenName>> givenNames() {
        Combination combination = combination(Attribute.GIVEN_NAMES, Attribute.USUAL_GIVEN_NAME);
        return Part.of(combination, (code, flaws) -> {
            List<GivenName> names = attributes.givenNames(
                    values(Attribute.GIVEN_NAMES, combination, code),
                    values(Attribute.USUAL_GIVEN_NAME, combination, code),
                    flaws);
            return names.isEmpty() ? null : names;
        });
    }

    private Part<AttributeReader.Origin> origins() {
        Combination combination = combination(Attribute.BIRTH_COUNTRY, Attribute.BIRTH_PLACE);
        return Part.of(
                combination,
                (code, flaws) -> attributes.origin(
                        values(Attribute.BIRTH_COUNTRY, combination, code),
                        values(Attribute.BIRTH_PLACE, combination, code),
                        flaws));
    }

    /** What a date means depends on where one was born. */
    private Part<PartialDate> birthDates() {
        Codes abroad = new Codes();
        int[] page = new int[Codes.PAGE];
        for (int i = 0; i < origins.codes().pages(); i++) {
            int rows = origins.codes().page(i, page);
            for (int row = 0; row < rows; row++) {
                AttributeReader.Origin origin = origins.value(page[row]);
                abroad.add(origin != null && origin.abroad() ? 1 : 0);
            }
        }
        Combination combination = combination(Attribute.BIRTH_DATE).with(abroad);
        return Part.of(
                combination,
                (code, flaws) -> attributes.birthDate(
                        values(Attribute.BIRTH_DATE, combination, code), combination.added(code) == 1, flaws));
    }

    private Combination combination(Attribute... of) {
        List<Integer> columns = new ArrayList<>();
        for (Attribute attribute : of) {
            columns.addAll(reader.columns(attribute));
        }
        return Combination.of(coded, columns);
    }

    /** Adds up the flaws of all rows, and marks the rows that have any. */
    void count(Map<Flaw, Long> flaws, BitSet flawed, int firstRow) {
        all.forEach(part -> part.count(flaws, flawed, firstRow));
    }
}
