package fr.unefois.mdm.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;

/**
 * Tables that are built beside those in use, in one transaction, which nobody else can see, then put in their place. A
 * transaction that does not end leaves nothing.
 */
final class NextTables {
    private static final String PREFIX = "next_";

    private static final String INDEXES = """
            select i.indexrelid::regclass::text as name, c.contype,
                regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX (\\S+) ON \\S+ USING',
                    'create \\1index %1$s\\2 on %1$s%2$s using') as make
            from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
            where i.indrelid = '%2$s'::regclass order by i.indexrelid""";

    private static final String GRANTS = """
            select format('grant %%s on %1$s%2$s to %%s', a.privilege_type,
                case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end)
            from pg_class c cross join aclexplode(c.relacl) a where c.oid = '%2$s'::regclass""";

    private static final String POLICIES = """
            select format('create policy %%I on %1$s%2$s for %%s to %%s using (%%s)%%s', policyname, cmd,
                array_to_string(array(select quote_ident(r) from unnest(roles) r), ', '), qual,
                case when with_check is null then '' else format(' with check (%%s)', with_check) end)
            from pg_policies where schemaname = current_schema() and tablename = '%2$s' order by policyname""";

    /** Who owns the tables, where the account may act as it does. */
    private static final String OWNER = """
            select quote_ident(pg_get_userbyid(relowner)) from pg_class
            where oid = 'citizen'::regclass and pg_has_role(session_user, relowner, 'usage')""";

    private static final String FLUSHES = """
            select current_setting('wal_level') = 'minimal' and (rolsuper or exists (select from pg_roles c
                where c.rolname = 'pg_checkpoint' and pg_has_role(current_user, c.oid, 'usage')))
            from pg_roles where rolname = current_user""";

    private static final String TRIGGERS =
            "select pg_get_triggerdef(oid) from pg_trigger where tgrelid = '%s'::regclass"
                    + " and not tgisinternal order by tgname";

    /**
     * Whoever comes after this side waits behind it: not for long. It is shorter, too, than PostgreSQL waits before it
     * looks for a deadlock: it is always this side that gives way.
     */
    private static final String PATIENCE = "set local lock_timeout = '200ms'";

    /** Somebody may be reading for minutes. */
    private static final int TRIES = 1200;

    private static final String PAUSE = "select pg_sleep(0.3)";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;
    private final List<String> tables;

    /** @param tables those in use, by name */
    NextTables(Connection connection, List<String> tables) {
        this.connection = connection;
        this.tables = List.copyOf(tables);
    }

    static String named(String table) {
        return PREFIX + table;
    }

    /** Tables are made and dropped by who owns them: from now on the transaction has that role, if the account may. */
    static boolean asOwner(Connection connection) throws SQLException {
        List<String> owner = Sql.query(connection, OWNER, row -> row.getString(1));
        if (owner.isEmpty()) {
            return false;
        }
        Sql.update(connection, "set local role " + owner.get(0));
        return true;
    }

    /** No vacuum holds the tables in use from now on: it would keep {@link #lock} waiting for as long as it takes. */
    void create() throws SQLException {
        Sql.update(connection, "set local maintenance_work_mem = '512MB'");
        Sql.update(connection, "lock table " + String.join(", ", tables) + " in share update exclusive mode");
        for (String table : tables) {
            Sql.update(
                    connection,
                    "create table " + named(table) + " (like " + table + " including all excluding indexes)");
            for (String grant : Sql.query(connection, GRANTS.formatted(PREFIX, table), row -> row.getString(1))) {
                Sql.update(connection, grant);
            }
            guard(table);
        }
    }

    private void guard(String table) throws SQLException {
        List<String> policies = Sql.query(connection, POLICIES.formatted(PREFIX, table), row -> row.getString(1));
        if (!policies.isEmpty()) {
            Sql.update(connection, "alter table " + named(table) + " enable row level security");
        }
        for (String policy : policies) {
            Sql.update(connection, policy);
        }
    }

    /** Every index that the table in use has, and its statistics. */
    void index(String table) throws SQLException {
        record Index(String name, boolean primary, boolean unique, String make) {}
        List<Index> indexes = Sql.query(connection, INDEXES.formatted(PREFIX, table), row -> {
            String constraint = row.getString("contype");
            return new Index(
                    row.getString("name"), "p".equals(constraint), "u".equals(constraint), row.getString("make"));
        });
        for (Index index : indexes) {
            Sql.update(connection, index.make());
            if (index.primary() || index.unique()) {
                Sql.update(
                        connection,
                        "alter table " + named(table) + " add constraint " + named(index.name())
                                + (index.primary() ? " primary key" : " unique") + " using index "
                                + named(index.name()));
            }
        }
        Sql.update(connection, "analyze " + named(table));
    }

    /**
     * Where the server keeps no log of new tables, they are to be on disk when the transaction commits: most of that is done
     * now, by an account that may.
     */
    void flush() throws SQLException {
        if (Sql.query(connection, FLUSHES, row -> row.getBoolean(1)).get(0)) {
            Sql.update(connection, "checkpoint");
        }
    }

    /** The identity goes on where the rows end. */
    void restart(String table, String column, long next) throws SQLException {
        Sql.update(connection, "alter table " + named(table) + " alter " + column + " restart with " + next);
    }

    /** Puts the tables in place of those in use, which are {@link #lock locked}; the transaction is to be committed at once. */
    void swap() throws SQLException {
        // A vacuum of a table's long values needs no lock on the table, and dropping it waits for that.
        Sql.update(connection, "set local lock_timeout = 0");
        for (String table : tables) {
            List<String> indexes = Sql.query(
                    connection,
                    "select indexrelid::regclass::text from pg_index where indrelid = '" + table + "'::regclass",
                    row -> row.getString(1));
            List<String> sequences = Sql.query(
                    connection,
                    "select s.relname from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S'"
                            + " where d.refobjid = '" + table + "'::regclass and d.deptype = 'i'",
                    row -> row.getString(1));
            List<String> triggers = Sql.query(connection, TRIGGERS.formatted(table), row -> row.getString(1));
            Sql.update(connection, "drop table " + table);
            Sql.update(connection, "alter table " + named(table) + " rename to " + table);
            for (String index : indexes) {
                Sql.update(connection, "alter index " + named(index) + " rename to " + index);
            }
            for (String sequence : sequences) {
                Sql.update(connection, "alter sequence " + named(sequence) + " rename to " + sequence);
            }
            for (String trigger : triggers) {
                Sql.update(connection, trigger);
            }
        }
    }

    /** What there is to do while no writer writes and readers still read. */
    @FunctionalInterface
    interface Behind {
        void run() throws SQLException;
    }

    /**
     * Keeps writers at the gate, and readers away for the instant of the swap.
     *
     * @param gate done in between; once more where it has to be done all over
     */
    void lock(Behind gate) throws SQLException {
        Sql.update(connection, PATIENCE);
        for (int left = TRIES; ; left--) {
            Savepoint before = connection.setSavepoint();
            try {
                lockTables();
                // Nobody reads for long just now: it is worth while to close the gate.
                connection.rollback(before);
                Gate.close(connection);
                gate.run();
                lockTables();
                return;
            } catch (SQLException e) {
                if (left == 0 || !LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                    throw e;
                }
                connection.rollback(before);
                Sql.query(connection, PAUSE, row -> "");
            }
        }
    }

    private void lockTables() throws SQLException {
        Sql.update(connection, "lock table " + String.join(", ", tables) + " in access exclusive mode");
    }
}
