package fr.unefois.mdm.block;

import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.FamilyName;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.ListColumn;
import fr.unefois.mdm.standardise.StandardAddress;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.ValueColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which values of a record a field reads, and what it makes of each: of a record as it is, or in columns. */
interface Part {
    List<String> values(StandardRecord record);

    /** Equal values have equal hashes; those of one record are read from what was hashed once for all. */
    FieldHashes over(Columns columns);

    static Part emails() {
        return ofList(StandardRecord::emails, Columns::emails, List::of);
    }

    static Part phones() {
        return ofList(StandardRecord::phones, Columns::phones, List::of);
    }

    static Part addresses(Function<StandardAddress, List<String>> field) {
        return ofList(StandardRecord::addresses, Columns::addresses, field);
    }

    static Part birthDate(Function<PartialDate, List<String>> field) {
        return ofValue(StandardRecord::birthDate, Columns::birthDates, field);
    }

    static Part birthPlace() {
        return ofValue(
                StandardRecord::birthPlace,
                Columns::birthPlaces,
                place -> place.lineage() == null ? List.of() : List.of(place.lineage()));
    }

    /** Of the first given name, unless it is a mere initial. */
    static Part first(Function<GivenName, String> form) {
        Function<List<GivenName>, List<String>> field =
                names -> names.get(0).initial() ? List.of() : List.of(form.apply(names.get(0)));
        return of(record -> record.givenNames().isEmpty() ? List.of() : field.apply(record.givenNames()), columns -> {
            ListColumn<GivenName> lists = columns.givenNames();
            CodedHashes hashes = new CodedHashes(lists.lists(), field);
            return (record, into) -> hashes.read(lists.code(record), into);
        });
    }

    /** Of birth, usage and former names alike. */
    static Part surnames(Function<FamilyName, List<String>> field) {
        return of(
                record -> Stream.concat(
                                Stream.of(record.birthName(), record.usageName()), record.formerNames().stream())
                        .flatMap(name -> name == null ? Stream.of() : field.apply(name).stream())
                        .toList(),
                columns -> {
                    CodedHashes hashes = new CodedHashes(columns.familyNames(), field);
                    return (record, into) -> {
                        hashes.read(columns.birthNames().code(record), into);
                        hashes.read(columns.usageNames().code(record), into);
                        for (int former : columns.formerNames().of(record)) {
                            hashes.read(former, into);
                        }
                    };
                });
    }

    static Part sex() {
        return of(
                record -> List.of(record.sex().name()),
                columns -> (record, into) ->
                        into.add(KeyHash.of(columns.sex(record).name())));
    }

    static Part any() {
        long any = KeyHash.of("any");
        return of(record -> List.of("any"), columns -> (record, into) -> into.add(any));
    }

    /** The values of both. */
    static Part either(Part one, Part other) {
        return of(
                record -> Stream.concat(one.values(record).stream(), other.values(record).stream())
                        .toList(),
                columns -> {
                    FieldHashes ours = one.over(columns);
                    FieldHashes theirs = other.over(columns);
                    return (record, into) -> {
                        ours.read(record, into);
                        theirs.read(record, into);
                    };
                });
    }

    /** Every value of the one with every value of the other, the same whichever of them has which. */
    static Part inOrder(Part one, Part other) {
        return of(
                record -> {
                    List<String> joined = new ArrayList<>();
                    for (String a : one.values(record)) {
                        for (String b : other.values(record)) {
                            joined.add(a.compareTo(b) <= 0 ? a + ' ' + b : b + ' ' + a);
                        }
                    }
                    return joined;
                },
                columns -> {
                    FieldHashes ours = one.over(columns);
                    FieldHashes theirs = other.over(columns);
                    return (record, into) -> {
                        Hashes a = new Hashes();
                        Hashes b = new Hashes();
                        ours.read(record, a);
                        theirs.read(record, b);
                        for (int i = 0; i < a.size(); i++) {
                            for (int j = 0; j < b.size(); j++) {
                                long least = Math.min(a.get(i), b.get(j));
                                into.add(KeyHash.then(least, Math.max(a.get(i), b.get(j))));
                            }
                        }
                    };
                });
    }

    private static <T> Part ofList(
            Function<StandardRecord, List<T>> field,
            Function<Columns, ListColumn<T>> column,
            Function<T, List<String>> made) {
        return of(
                record -> field.apply(record).stream()
                        .flatMap(value -> made.apply(value).stream())
                        .toList(),
                columns -> {
                    ListColumn<T> lists = column.apply(columns);
                    CodedHashes hashes = new CodedHashes(lists.values(), made);
                    return (record, into) -> {
                        for (int value : lists.of(record)) {
                            hashes.read(value, into);
                        }
                    };
                });
    }

    private static <T> Part ofValue(
            Function<StandardRecord, @Nullable T> field,
            Function<Columns, ValueColumn<T>> column,
            Function<T, List<String>> made) {
        return of(
                record -> {
                    T value = field.apply(record);
                    return value == null ? List.of() : made.apply(value);
                },
                columns -> {
                    ValueColumn<T> values = column.apply(columns);
                    CodedHashes hashes = new CodedHashes(values.values(), made);
                    return (record, into) -> hashes.read(values.code(record), into);
                });
    }

    private static Part of(Function<StandardRecord, List<String>> values, Function<Columns, FieldHashes> hashes) {
        return new Part() {
            @Override
            public List<String> values(StandardRecord record) {
                return values.apply(record);
            }

            @Override
            public FieldHashes over(Columns columns) {
                return hashes.apply(columns);
            }
        };
    }
}
