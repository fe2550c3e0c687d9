package fr.unefois.mdm.bench;

import java.sql.SQLException;
import java.util.List;

/** How many of the pairs that are one person share a blocking key: what blocking loses, nothing after it can find. */
final class BlockingRecall {
    private static final String ASK = """
            select (select count(*) from pair p join truth a on a.record = p.l join truth b on b.record = p.r
                    where a.person = b.person)
              / (select sum(n * (n - 1) / 2) from (select count(*) as n from truth group by person))""";

    private BlockingRecall() {}

    /**
     * Of the pairs in the table {@code pair}; 1 is all.
     *
     * @param people by record, who it really is
     */
    static double of(DuckDb base, List<String> people) throws SQLException {
        base.run("create or replace table truth (record integer, person varchar)");
        base.fill("truth", row -> {
            for (int record = 0; record < people.size(); record++) {
                row.begin().with(record).with(people.get(record)).end();
            }
        });
        return base.number(ASK);
    }
}
