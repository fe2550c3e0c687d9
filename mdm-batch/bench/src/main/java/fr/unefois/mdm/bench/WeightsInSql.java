package fr.unefois.mdm.bench;

import fr.unefois.mdm.cluster.DisjointSets;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.record.Sex;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardAddress;
import fr.unefois.mdm.standardise.StandardRecord;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A plain linkage in SQL over the same standardised values: bits per attribute, set by hand, summed; whoever is linked by a
 * chain of pairs is one cluster. It learns nothing, knows no frequency of a name, and weighs no cluster as a whole.
 */
final class WeightsInSql {
    private static final String PEOPLE = """
            create table person (record integer, birth_name varchar, usage_name varchar, given_name varchar, sex varchar,
              year integer, month integer, day integer, birth_place varchar, email varchar, phone varchar,
              postcode varchar, way varchar, house integer)""";

    private static final String SCORE = """
            create or replace table edge as
            select l, r from (
              select p.l as l, p.r as r,
                case when a.birth_name in (b.birth_name, b.usage_name) or a.usage_name in (b.birth_name, b.usage_name)
                    then 8
                  when a.birth_name is null or b.birth_name is null then 0
                  when jaro_winkler_similarity(a.birth_name, b.birth_name) >= .92 then 5
                  else -5 end
                + case when a.given_name = b.given_name then 6
                  when a.given_name is null or b.given_name is null then 0
                  when jaro_winkler_similarity(a.given_name, b.given_name) >= .9 then 4
                  else -7 end
                + case when a.year is null or b.year is null then 0
                  when a.year = b.year and a.month = b.month and a.day = b.day then 12
                  when a.year = b.year and a.month = b.day and a.day = b.month then 8
                  when a.year = b.year and (a.month is null or b.month is null) then 5
                  when (a.year = b.year)::integer + (a.month = b.month)::integer + (a.day = b.day)::integer = 2 then 5
                  else -7 end
                + case when a.sex is null or b.sex is null then 0 when a.sex = b.sex then 1 else -5 end
                + case when a.birth_place is null or b.birth_place is null then 0
                  when a.birth_place = b.birth_place then 4 else -3 end
                + case when a.email is null or b.email is null then 0 when a.email = b.email then 7 else -1 end
                + case when a.phone is null or b.phone is null then 0 when a.phone = b.phone then 6 else -1 end
                + case when a.way = b.way and a.house = b.house and a.postcode = b.postcode then 4
                  when a.postcode = b.postcode then 1 else 0 end as bits
              from pair p join person a on a.record = p.l join person b on b.record = p.r)
            where bits >= 16""";

    private final DuckDb base;
    private final int records;

    private WeightsInSql(DuckDb base, int records) {
        this.base = base;
        this.records = records;
    }

    /** Loads what the records say; of lists, the first. */
    static WeightsInSql load(DuckDb base, Columns columns) throws SQLException {
        base.run(PEOPLE);
        base.fill("person", row -> {
            for (int record = 0; record < columns.size(); record++) {
                write(row.begin().with(record), columns.record(record));
            }
        });
        return new WeightsInSql(base, columns.size());
    }

    private static void write(DuckDb.Row row, StandardRecord one) throws SQLException {
        PartialDate date = one.birthDate();
        StandardAddress address = first(one.addresses());
        row.with(one.birthName() == null ? null : one.birthName().folded())
                .with(one.usageName() == null ? null : one.usageName().folded())
                .with(
                        one.givenNames().isEmpty()
                                ? null
                                : one.givenNames().get(0).folded())
                .with(one.sex() == Sex.UNKNOWN ? null : one.sex().name())
                .with(known(date == null ? 0 : date.year()))
                .with(known(date == null ? 0 : date.month()))
                .with(known(date == null ? 0 : date.day()))
                .with(one.birthPlace() == null ? null : one.birthPlace().lineage())
                .with(first(one.emails()))
                .with(first(one.phones()))
                .with(address == null ? null : address.postcode())
                .with(address == null ? null : address.way())
                .with(known(address == null ? 0 : address.number()))
                .end();
    }

    private static <T> @Nullable T first(List<T> list) {
        return list.isEmpty() ? null : list.get(0);
    }

    private static OptionalInt known(int number) {
        return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /** Weighs the pairs of the table {@code pair}; those that link are then the table {@code edge (l, r)}. */
    void weigh() throws SQLException {
        base.run(SCORE);
    }

    /** By record, its cluster: named by a member. */
    int[] clusters() throws SQLException {
        DisjointSets sets = new DisjointSets(records);
        for (long edge : base.pairs("select l, r from edge")) {
            sets.join(DuckDb.left(edge), DuckDb.right(edge));
        }
        int[] clusters = new int[records];
        for (int record = 0; record < records; record++) {
            clusters[record] = sets.find(record);
        }
        return clusters;
    }
}
