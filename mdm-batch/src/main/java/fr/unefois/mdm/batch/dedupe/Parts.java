package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.file.Coded;
import fr.unefois.mdm.batch.dedupe.file.Codes;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.record.Sex;
import fr.unefois.mdm.record.Value;
import fr.unefois.mdm.standardise.AttributeReader;
import fr.unefois.mdm.standardise.FamilyName;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.StandardAddress;
import fr.unefois.mdm.standardise.ValueFlaws;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One file's rows in standard form, attribute by attribute: each different thing that the rows say is read once. */
final class Parts {
    private final Coded coded;
    private final RowReader reader;
    private final AttributeReader attributes;

    final Part<FamilyName> birthNames;
    final Part<FamilyName> usageNames;
    final Part<List<FamilyName>> formerNames;
    final Part<List<GivenName>> givenNames;
    final Part<Sex> sexes;
    final Part<AttributeReader.Origin> origins;
    final Part<PartialDate> birthDates;
    final Part<List<String>> emails;
    final Part<List<String>> phones;
    final Part<List<StandardAddress>> addresses;
    final Map<Attribute, Part<String>> others = new LinkedHashMap<>();
    private final List<Part<?>> all = new ArrayList<>();

    Parts(Coded coded, RowReader reader, AttributeReader attributes, SharedValues shared) {
        this.coded = coded;
        this.reader = reader;
        this.attributes = attributes;
        // The longest first, and each beside the others.
        ForkJoinTask<Part<List<StandardAddress>>> addressTask = begin(() ->
                part(Attribute.ADDRESSES, shared.addresses, (values, flaws) -> attributes.addresses(values, flaws)));
        ForkJoinTask<Part<List<String>>> phoneTask =
                begin(() -> part(Attribute.PHONES, shared.texts, attributes::phones));
        ForkJoinTask<Part<List<String>>> emailTask =
                begin(() -> part(Attribute.EMAILS, shared.texts, attributes::emails));
        ForkJoinTask<Part<List<GivenName>>> givenTask = begin(() -> givenNames(shared));
        ForkJoinTask<Part<FamilyName>> birthNameTask = begin(() -> names(Attribute.BIRTH_NAME, shared));
        this.usageNames = add(names(Attribute.USAGE_NAME, shared));
        this.formerNames = add(part(Attribute.NAME_HISTORY, shared.formerNames, attributes::formerNames));
        this.sexes = add(part(Attribute.SEX, new Shared<>(), attributes::sex));
        this.origins = add(origins(shared));
        this.birthDates = add(birthDates(shared));
        for (Attribute other : reader.others()) {
            others.put(
                    other, add(part(other, shared.words, (values, flaws) -> attributes.other(other, values, flaws))));
        }
        add(part(Attribute.VITAL, new Shared<>(), (values, flaws) -> {
            attributes.checkVital(values, flaws);
            return true;
        }));
        add(part(Attribute.IDENTIFIERS, new Shared<>(), (values, flaws) -> {
            attributes.checkIdentifiers(values, flaws);
            return true;
        }));
        this.birthNames = add(birthNameTask.join());
        this.givenNames = add(givenTask.join());
        this.emails = add(emailTask.join());
        this.phones = add(phoneTask.join());
        this.addresses = add(addressTask.join());
    }

    private static <T> ForkJoinTask<T> begin(Supplier<T> work) {
        return ForkJoinPool.commonPool().submit(work::get);
    }

    private <T> Part<T> add(Part<T> part) {
        all.add(part);
        return part;
    }

    /** Reads the values of one attribute. */
    @FunctionalInterface
    private interface Reading<T> {
        @Nullable
        T read(List<Value> values, ValueFlaws flaws);
    }

    private <T> Part<T> part(Attribute attribute, Shared<T> shared, Reading<T> reading) {
        Combination combination = Combination.of(coded, reader.columns(attribute));
        return Part.of(combination, shared, (code, flaws) -> reading.read(values(attribute, combination, code), flaws));
    }

    private List<Value> values(Attribute attribute, Combination combination, int code) {
        return reader.values(attribute, column -> combination.text(code, column));
    }

    private Part<FamilyName> names(Attribute attribute, SharedValues shared) {
        return part(attribute, shared.familyNames, (values, flaws) -> attributes.familyName(attribute, values, flaws));
    }

    private Part<List<GivenName>> givenNames(SharedValues shared) {
        Combination combination = combination(Attribute.GIVEN_NAMES, Attribute.USUAL_GIVEN_NAME);
        return Part.of(
                combination,
                shared.givenNames,
                (code, flaws) -> attributes.givenNames(
                        values(Attribute.GIVEN_NAMES, combination, code),
                        values(Attribute.USUAL_GIVEN_NAME, combination, code),
                        flaws));
    }

    private Part<AttributeReader.Origin> origins(SharedValues shared) {
        Combination combination = combination(Attribute.BIRTH_COUNTRY, Attribute.BIRTH_PLACE);
        return Part.of(
                combination,
                shared.origins,
                (code, flaws) -> attributes.origin(
                        values(Attribute.BIRTH_COUNTRY, combination, code),
                        values(Attribute.BIRTH_PLACE, combination, code),
                        flaws));
    }

    /** What a date means depends on where one was born. */
    private Part<PartialDate> birthDates(SharedValues shared) {
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
                shared.dates,
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
