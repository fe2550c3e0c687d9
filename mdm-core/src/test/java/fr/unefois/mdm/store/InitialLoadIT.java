package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.Frequencies;
import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.standardise.StandardRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class InitialLoadIT {
    private static final String TABLES = "'source_record'::regclass, 'record_keys'::regclass, 'blocking_key'::regclass,"
            + " 'membership'::regclass,"
            + " 'edge'::regclass, 'citizen'::regclass, 'review_task'::regclass, 'change_event'::regclass";

    /** All that is said of a table, but for its rows and numbers: columns, constraints, indexes, triggers, policies, rights. */
    private static final String SAID = """
            select concat_ws(' ', attrelid::regclass, 'column', attname, format_type(atttypid, atttypmod), attnotnull,
                attidentity, attcollation, pg_get_expr(adbin, adrelid))
            from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
            where attrelid in (%1$s) and attnum > 0 and not attisdropped
            union all select concat_ws(' ', conrelid::regclass, 'constraint', conname, pg_get_constraintdef(oid))
            from pg_constraint where conrelid in (%1$s)
            union all select pg_get_indexdef(indexrelid) from pg_index where indrelid in (%1$s)
            union all select pg_get_triggerdef(oid) from pg_trigger where tgrelid in (%1$s)
            union all select concat_ws(' ', polrelid::regclass, 'policy', polname, polcmd, polroles::regrole[],
                pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
            from pg_policy where polrelid in (%1$s)
            union all select concat_ws(' ', oid::regclass, 'rights', relacl, relrowsecurity) from pg_class where oid in (%1$s)
            union all select concat_ws(' ', refobjid::regclass, 'sequence', objid::regclass)
            from pg_depend join pg_class s on s.oid = objid and relkind = 'S'
            where refobjid in (%1$s) and deptype = 'i'
            order by 1""".formatted(TABLES);

    private final DataSource dataSource;
    private final Walk walk = Walk.french(
            Map.of("portail", new Source("portail", "Portail", "Ville", "ville", Source.Use.CONTRIBUTE, 50, Map.of())));

    InitialLoadIT(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @BeforeEach
    void forget() {
        run(
                "truncate source_record, pending, run_seen, record_keys, blocking_key, membership, edge, citizen, review_task, change_event");
    }

    @Test
    void leavesTheTablesAsTheSchemaMadeThem() {
        run("create function kept() returns trigger language plpgsql as 'begin return new; end'");
        run("create trigger citizen_kept after update on citizen"
                + " referencing old table as was for each statement execute function kept()");
        run("create trigger membership_kept before update on membership"
                + " for each row when (old.ref <> new.ref) execute function kept()");
        List<String> before = said();
        assertThat(before)
                .anyMatch(one -> one.contains("citizen_kept"))
                .anyMatch(one -> one.contains("citizen_pkey"))
                .anyMatch(one -> one.contains("policy citizen_in_sight"));

        assertThat(load("1", "2")).isTrue();

        assertThat(rows("source_record")).isEqualTo(2);
        assertThat(said()).isEqualTo(before);
    }

    @Test
    void bringsWhatItCountedIntoForceWithItsModel() {
        String[] ids = IntStream.range(0, 12).mapToObj(String::valueOf).toArray(String[]::new);
        try (InitialLoad load = InitialLoad.begin(dataSource, 1).orElseThrow()) {
            put(load, ids);
            load.link(new Models.Target(walk.model().version(), "", 65_000, true, walk), new Progress.Silence());
            assertThat(load.finish(new Progress.Silence())).isTrue();
        }

        Walk inForce = Models.open(dataSource, walk, "").inForce().walk();
        assertThat(texts("select version from model_in_force"))
                .containsExactly(inForce.model().version())
                .doesNotContain(walk.model().version());
        assertThat(inForce.model().frequencies().bits(Kind.FAMILY_NAME, "NGUYEN"))
                .isLessThan(Frequencies.national().bits(Kind.FAMILY_NAME, "NGUYEN"));
    }

    @Test
    void goesOnCountingWhereTheLoadEnded() {
        assertThat(load("1", "2", "3")).isTrue();

        new Intake(dataSource).put(2, List.of(Samples.incoming(Samples.record("4", "ROY"), 4)), false);

        assertThat(texts("select max(id) from source_record")).containsExactly("4");
    }

    @Test
    void givesWayToWhoeverWroteMeanwhile() {
        try (InitialLoad load = InitialLoad.begin(dataSource, 1).orElseThrow()) {
            put(load, "1", "2");
            new Intake(dataSource).put(2, List.of(Samples.incoming(Samples.record("9", "ROY"), 9)), false);
            load.link(new Models.Target(walk.model().version(), "", walk), new Progress.Silence());
            assertThat(load.finish(new Progress.Silence())).isFalse();
        }

        assertThat(texts("select source_id from source_record")).containsExactly("9");
        assertThat(rows("citizen")).isZero();
    }

    @Test
    void beginsInAnEmptyBaseOnly() {
        assertThat(load("1")).isTrue();

        assertThat(InitialLoad.begin(dataSource, 2)).isEmpty();
    }

    private boolean load(String... ids) {
        try (InitialLoad load = InitialLoad.begin(dataSource, 1).orElseThrow()) {
            put(load, ids);
            load.link(new Models.Target(walk.model().version(), "", walk), new Progress.Silence());
            return load.finish(new Progress.Silence());
        }
    }

    private void put(InitialLoad load, String... ids) {
        List<CitizenRecord> records =
                Arrays.stream(ids).map(id -> Samples.record(id, "NGUYEN")).toList();
        List<StandardRecord> standards = records.stream()
                .map(one -> walk.standardiser().standardise(one).record())
                .toList();
        long[][] keys = walk.keys(standards);
        List<Incoming> incoming = Stream.iterate(0, i -> i + 1)
                .limit(keys.length)
                .map(i -> new Incoming(records.get(i), List.of(), keys[i]))
                .toList();
        load.put(load.write(load.places(ids.length), incoming, standards));
    }

    private List<String> said() {
        return texts(SAID);
    }

    private long rows(String table) {
        return Long.parseLong(texts("select count(*) from " + table).get(0));
    }

    private List<String> texts(String sql) {
        return Transactions.run(
                dataSource, "reading", connection -> Sql.query(connection, sql, row -> row.getString(1)));
    }

    private void run(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
