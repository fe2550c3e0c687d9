package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The citizens of the base, for readers. */
public final class Citizens {
    /** The redirects that a reference leads to, each once, so that even a circle ends. */
    private static final String WALK = """
            with recursive walk(ref) as (
                select ?::uuid
                union
                select i from walk w join ref_redirect r on r.ref = w.ref cross join unnest(r.into_refs) i
            )
            select c.ref from walk w join citizen c on c.ref = w.ref order by c.ref
            """;

    /** An erased reference is gone, wherever a record of it may be. */
    private static final String HEIRS = """
            select distinct c.ref from membership m join citizen c on c.ref = m.ref
            where m.past <> '{}' and m.past @> array[?::uuid] and not exists
                (select from ref_redirect r where r.ref = ? and r.kind in ('gone', 'erased'))
            order by c.ref
            """;

    private static final String SECRET = """
            select exists (select from %s join source_record s using (source, source_id)
                join membership m on m.record = s.id join citizen c on c.ref = m.ref
                where jsonb_path_exists(c.golden, '$.attributes.addresses[*].values[*].secret ? (@ == true)'))
            """.formatted(Rows.KEYS);

    private final DataSource dataSource;

    public Citizens(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What the reference answers, following redirects to any distance. */
    public Found find(UUID ref) {
        return reading(connection -> {
            List<Citizen> live = Sql.query(connection, Rows.CITIZEN + " where ref = ?", Rows::citizen, ref);
            return live.isEmpty() ? redirected(connection, ref) : new Found.Live(live.get(0));
        });
    }

    /** What a reference that carries nobody answers; unknown where it carries somebody. */
    Found redirected(UUID ref) {
        return reading(connection -> redirected(connection, ref));
    }

    private static Found redirected(Connection connection, UUID ref) throws SQLException {
        if (Sql.query(connection, "select 1 from ref_redirect where ref = ?", row -> "", ref)
                .isEmpty()) {
            return new Found.Unknown();
        }
        List<UUID> answering = answering(connection, ref);
        return switch (answering.size()) {
            case 0 -> new Found.Gone();
            case 1 -> new Found.Merged(answering.get(0));
            default -> new Found.Split(answering);
        };
    }

    /** Where the records are that had it; where none of them is left, wherever its redirects lead. */
    private static List<UUID> answering(Connection connection, UUID ref) throws SQLException {
        Sql.Row<UUID> one = row -> row.getObject("ref", UUID.class);
        List<UUID> now = Sql.query(connection, HEIRS, one, ref, ref);
        return now.isEmpty() ? Sql.query(connection, WALK, one, ref) : now;
    }

    /** The reference of the citizen that a live record belongs to; empty too while it waits to be linked. */
    public Optional<UUID> refOf(SourceKey key) {
        return reading(connection -> Sql.query(
                        connection,
                        "select m.ref from source_record s join membership m on m.record = s.id"
                                + " where s.source = ? and s.source_id = ?",
                        row -> row.getObject("ref", UUID.class),
                        key.source(),
                        key.id())
                .stream()
                .findFirst());
    }

    /** Whether one of the citizens whom the records belong to keeps secret where they live. */
    public boolean keepAddressSecret(Collection<SourceKey> keys) {
        return reading(connection ->
                        Sql.query(connection, SECRET, row -> row.getBoolean(1), Rows.sources(keys), Rows.ids(keys)))
                .get(0);
    }

    /** The live records behind a live reference, in key order; none behind any other. */
    public List<CitizenRecord> records(UUID ref) {
        return reading(connection -> Sql.query(
                connection,
                Rows.RECORD + " where m.ref = ?" + Rows.IN_KEY_ORDER,
                row -> Rows.record(row).record(),
                ref));
    }

    /** How many citizens are live. */
    public long count() {
        return reading(connection -> Sql.query(connection, "select count(*) from citizen", row -> row.getLong(1))
                .get(0));
    }

    private <T> T reading(Transactions.Work<T> work) {
        return Transactions.run(dataSource, "reading citizens", work);
    }
}
