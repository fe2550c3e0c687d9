package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.batch.dedupe.file.Table;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AttributeType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was understood of the columns of all files that are linked together. */
public final class Understanding {
    /** More than so many birth dates before our time are no slips. */
    private static final double FORMER_TIMES = 0.05;

    private final List<Columns> files;

    private Understanding(List<Columns> files) {
        this.files = List.copyOf(files);
    }

    /**
     * @param progress told how many bytes of all files together have been looked at
     * @throws Misnamed for a column or attribute that is not there, or where nothing at all is understood of a file
     */
    public static Understanding of(List<Table> tables, Choices choices, Table.Read progress) {
        List<HeaderRoles> headers =
                tables.stream().map(table -> new HeaderRoles(table, choices)).toList();
        List<Draft> drafts = new ArrayList<>();
        long before = 0;
        for (HeaderRoles header : headers) {
            Table table = tables.get(drafts.size());
            long earlier = before;
            drafts.add(new Draft(header, Survey.of(table.coded(bytes -> progress.bytes(earlier + bytes)), header)));
            before += table.bytes();
        }
        for (Draft draft : drafts) {
            Refused.apply(draft);
            ByValues.check(draft);
            ByValues.recognise(draft);
            Once.apply(draft);
        }
        AddressColumns.apply(drafts);
        discriminate(drafts);
        List<Columns> files = drafts.stream().map(Columns::new).toList();
        for (Columns columns : files) {
            if (columns.isEmpty()) {
                throw new Misnamed(columns.table().path()
                        + ": no column was understood; name them with --map COLUMN=ATTRIBUTE; it has "
                        + String.join(", ", columns.table().header()));
            }
        }
        return new Understanding(files);
    }

    /** Columns of one name in several files are one attribute: a code that occurs once in each of two files is a link. */
    private static void discriminate(List<Draft> drafts) {
        record Place(Draft draft, int column) {}
        Map<Role, List<Place>> unknown = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            for (int i = 0; i < draft.columns(); i++) {
                Role mapped = draft.untyped(i) ? draft.role(i) : null;
                if (draft.open(i) || mapped != null) {
                    unknown.computeIfAbsent(
                                    mapped == null ? OwnNames.after(draft.name(i)) : mapped,
                                    absent -> new ArrayList<>())
                            .add(new Place(draft, i));
                }
            }
        }
        unknown.forEach((role, places) -> {
            ColumnCount count = new ColumnCount(true);
            List<String> values = new ArrayList<>();
            boolean tallied = true;
            for (Place place : places) {
                ColumnCount own = place.draft.survey().count(place.column);
                tallied &= own.tally() != null;
                count.add(own);
                values.addAll(place.draft.values(place.column, 1000));
            }
            Discrimination found = Discrimination.of(tallied ? count : count.withoutTally(), values);
            for (Place place : places) {
                AttributeType type = found.type();
                if (place.draft.settled(place.column)) {
                    place.draft.use(place.column, role, type == null ? AttributeType.TEXT : type, "as you mapped it");
                } else if (isCode(type) && !place.draft.survey().table().headed()) {
                    place.draft.ignore(place.column, "no header says what these codes are; --map it to use it");
                } else if (type == null) {
                    place.draft.ignore(place.column, found.why());
                } else {
                    place.draft.use(place.column, role, type, found.why());
                }
            }
        });
    }

    /** A code without a name may be the truth. */
    private static boolean isCode(@Nullable AttributeType type) {
        return type == AttributeType.IDENTIFIER || type == AttributeType.NUMBER;
    }

    /** In the order in which they were given. */
    public List<Columns> files() {
        return files;
    }

    /** How many rows all files have. */
    public long rows() {
        return files.stream().mapToLong(Columns::rows).sum();
    }

    /** The name of the first file's id column; empty where the number of the row stands for it. */
    public Optional<String> idColumn() {
        Columns first = files.get(0);
        return first.id() < 0
                ? Optional.empty()
                : Optional.of(first.table().header().get(first.id()));
    }

    /** The attributes that the files bring themselves. */
    public Map<Attribute, AttributeType> attributes() {
        Map<Attribute, AttributeType> attributes = new TreeMap<>();
        for (Columns file : files) {
            for (ColumnUse use : file.uses()) {
                if (use.type() != null && use.role() != null) {
                    attributes.putIfAbsent(new Attribute(use.role().name()), use.type());
                }
            }
        }
        return attributes;
    }

    /** Whether births before our time are no slips here. */
    public boolean ofFormerTimes() {
        List<String> dates = new ArrayList<>();
        for (Columns file : files) {
            for (Role role : List.of(Role.BIRTH_DATE, Role.BIRTH_YEAR)) {
                file.of(role).forEach(column -> dates.addAll(file.draft().values(column, 5000)));
            }
        }
        List<String> readable = dates.stream().filter(Reading::birthDate).toList();
        return Reading.share(readable, date -> !Reading.birthDateOfToday(date)) > FORMER_TIMES;
    }
}
