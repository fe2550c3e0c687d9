package fr.unefois.mdm.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;

/**
 * The tables of an initial load: built beside the empty ones in one transaction, which nobody else can see, then put in
 * their place. A transaction that does not end leaves nothing.
 */
final class InitialTables {
    private static final List<String> TABLES =
            List.of("source_record", "blocking_key", "membership", "edge", "citizen", "review_task", "change_event");

    /** Where one of these has a row, somebody has handed out references, or decided something, before. */
    private static final List<String> ALSO_EMPTY =
            List.of("source_record_history", "ref_redirect", "pending", "judgement");

    private static final String PREFIX = "initial_";

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

    private static final String OWNED = """
            select pg_has_role(session_user, relowner, 'usage') from pg_class where oid = 'citizen'::regclass""";

    private static final String TRIGGERS =
            "select pg_get_triggerdef(oid) from pg_trigger where tgrelid = '%s'::regclass"
                    + " and not tgisinternal order by tgname";

    /** Shorter than PostgreSQL waits before it looks for a deadlock: it is always this side that gives way. */
    private static final String PATIENCE = "set local lock_timeout = '500ms'";

    private static final int TRIES = 600;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;

    InitialTables(Connection connection) {
        this.connection = connection;
    }

    static String named(String table) {
        return PREFIX + table;
    }

    static boolean areEmpty(Connection connection) throws SQLException {
        for (List<String> some : List.of(TABLES, ALSO_EMPTY)) {
            for (String table : some) {
                if (!Sql.query(connection, "select 1 from " + table + " limit 1", row -> "")
                        .isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Tables are made and dropped by who owns them: with the account's own rights, whatever role it had taken on. */
    static boolean asOwner(Connection connection) throws SQLException {
        if (!Sql.query(connection, OWNED, row -> row.getBoolean(1)).get(0)) {
            return false;
        }
        Sql.update(connection, "set local role none");
        return true;
    }

    void create() throws SQLException {
        Sql.update(connection, "set local maintenance_work_mem = '512MB'");
        for (String table : TABLES) {
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

    /** The identity goes on where the rows end. */
    void restart(String table, String column, long next) throws SQLException {
        Sql.update(connection, "alter table " + named(table) + " alter " + column + " restart with " + next);
    }

    /**
     * Puts the tables in place of the empty ones; the transaction is to be committed at once.
     *
     * @return false where they are not empty any more; nothing is done then
     */
    boolean swap() throws SQLException {
        lock();
        if (!areEmpty(connection)) {
            return false;
        }
        for (String table : TABLES) {
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
        return true;
    }

    /** Keeps writers at the gate, and readers away for the instant of the swap. */
    private void lock() throws SQLException {
        Sql.update(connection, PATIENCE);
        for (int left = TRIES; ; left--) {
            Savepoint before = connection.setSavepoint();
            try {
                Gate.close(connection);
                Sql.update(connection, "lock table " + String.join(", ", TABLES) + " in access exclusive mode");
                return;
            } catch (SQLException e) {
                if (left == 0 || !LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                    throw e;
                }
                connection.rollback(before);
            }
        }
    }
}
