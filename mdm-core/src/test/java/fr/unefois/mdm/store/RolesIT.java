package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.unefois.mdm.access.Population;
import fr.unefois.mdm.access.Sight;
import fr.unefois.mdm.record.SourceKey;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each part of the service may not do, whatever somebody makes it say to the database. */
@ExtendWith(TestDatabase.class)
class RolesIT {
    private static final String LATEST = "(select max(installed_rank) from flyway_schema_history)";
    private static final String DENIED = "42501";

    private final DatabaseSettings settings;
    private final DataSource owner;

    RolesIT(DatabaseSettings settings, DataSource owner) {
        this.settings = settings;
        this.owner = owner;
    }

    private static void run(DataSource dataSource, String statement) {
        Transactions.run(dataSource, "trying", connection -> {
            Sql.update(connection, statement);
            return true;
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "APPLICATION | update access_audit set client = 'nobody'",
                "APPLICATION | delete from access_audit",
                "APPLICATION | truncate access_audit",
                "APPLICATION | delete from audit_chain",
                "APPLICATION | update audit_seal set root = ''",
                "APPLICATION | delete from audit_seal",
                "APPLICATION | update audit_segment set purged_at = now()",
                "APPLICATION | delete from access_alarm",
                "APPLICATION | delete from service_contract",
                "APPLICATION | drop table citizen",
                "APPLICATION | alter table citizen disable row level security",
                "APPLICATION | create table mdm.mine (x int)",
                "APPLICATION | delete from flyway_schema_history",
                "READER | delete from citizen",
                "READER | update citizen set version = 0",
                "READER | insert into citizen (ref, version, golden, link_weight) values (gen_random_uuid(), 1, '{}', 0)",
                "READER | create policy mine on citizen using (true)",
                "READER | delete from access_audit",
                "BATCH | delete from access_audit",
                "BATCH | insert into audit_chain (chain, seq, hash) values (gen_random_uuid(), 0, '')",
                "BATCH | delete from subscription",
                "BATCH | update service_contract set readable = '{birthName}'",
                "BATCH | drop table judgement",
                "AUDITOR | delete from access_audit",
                "AUDITOR | update audit_segment set purged_at = now()",
                "AUDITOR | delete from citizen",
            })
    void isRefusedWhatIsNotItsToChange(Role role, String statement) {
        try (Database database =
                Database.open(settings.withConnections(1).as(role == Role.READER ? Role.APPLICATION : role))) {
            DataSource source = role == Role.READER ? database.reading() : database.dataSource();
            assertThatThrownBy(() -> run(source, statement))
                    .as("%s: %s", role, statement)
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining(DENIED);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mdm_reader | citizen, citizen_history",
                "mdm_auditor | access_alarm, access_audit, access_audit_unchained, audit_chain, audit_seal, audit_segment,"
                        + " flyway_schema_history, service_contract",
            })
    void readsItsOwnTablesAlone(String role, String tables) {
        assertThat(String.join(", ", readable(role))).isEqualTo(tables);
    }

    @Test
    void thePullKnowsNothingOfAccesses() {
        assertThat(readable("mdm_batch"))
                .doesNotContain(
                        "access_audit", "audit_seal", "service_contract", "subscription", "dead_letter", "kept_answer");
    }

    /** Where a table comes to be, somebody decides who reads it: no role gets it by itself. */
    @Test
    void everyTableIsSomebodys() {
        List<String> nobodys = tables("not has_table_privilege('mdm_application', c.oid, 'select')"
                + " and not has_table_privilege('mdm_batch', c.oid, 'select')"
                + " and not has_table_privilege('mdm_auditor', c.oid, 'select') and not c.relispartition");
        assertThat(nobodys).isEmpty();
    }

    private List<String> readable(String role) {
        return tables("has_table_privilege('" + role + "', c.oid, 'select')");
    }

    private List<String> tables(String which) {
        return Transactions.run(
                owner,
                "looking",
                connection -> Sql.query(
                        connection,
                        "select c.relname from pg_class c where c.relkind in ('r', 'p')"
                                + " and c.relnamespace = current_schema()::regnamespace and " + which
                                + " order by c.relname",
                        row -> row.getString(1)));
    }

    @Test
    void anAccountThatOwnsNothingSaysWhoHasToMigrate() {
        String account = account("mdm_application");
        run(owner, "create table undone as select * from flyway_schema_history where installed_rank = " + LATEST);
        run(owner, "delete from flyway_schema_history where installed_rank = " + LATEST);
        try {
            assertThatThrownBy(() -> Database.open(theirs(account).as(Role.APPLICATION)))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining(account)
                    .hasMessageContaining("owner's account");
        } finally {
            run(owner, "insert into flyway_schema_history select * from undone");
            run(owner, "drop table undone");
            run(owner, "drop role " + account);
        }
    }

    private String account(String roles) {
        String account = "test_account_" + UUID.randomUUID().toString().substring(0, 8);
        run(owner, "create role " + account + " login password 'only-here' in role " + roles);
        return account;
    }

    private DatabaseSettings theirs(String account) {
        return DatabaseSettings.existing(settings.home(), Objects.requireNonNull(settings.url()), account, "only-here")
                .withConnections(2);
    }

    @Test
    void anAccountThatOwnsNothingServesAndPullsButMakesNoTables() {
        String account = account("mdm_application, mdm_reader, mdm_batch");
        DatabaseSettings theirs = theirs(account);
        try {
            try (Database serving = Database.open(theirs.as(Role.APPLICATION))) {
                assertThat(new Views(serving.reading(), new Citizens(serving.dataSource()))
                                .find(new Sight(Population.EVERYONE, null, Set.of()), References.next()))
                        .isInstanceOf(Found.Unknown.class);
            }
            try (Database pulling = Database.open(theirs.as(Role.BATCH))) {
                assertThat(InitialLoad.begin(pulling.dataSource(), 1)).isEmpty();
                assertThat(new Citizens(pulling.dataSource()).refOf(new SourceKey("eau", "1")))
                        .isEmpty();
            }
        } finally {
            run(owner, "drop role " + account);
        }
    }

    @Test
    void whoTakesLongerThanAReaderMayIsStopped() {
        try (Database database = Database.open(settings.withConnections(1).as(Role.APPLICATION))) {
            assertThatThrownBy(
                            () -> run(database.reading(), "set local statement_timeout = '20ms'; select pg_sleep(5)"))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("57014");
            String patience = Transactions.run(
                    database.reading(),
                    "looking",
                    connection -> Sql.query(connection, "show statement_timeout", row -> row.getString(1))
                            .get(0));
            assertThat(patience).isEqualTo("5s");
        }
    }
}
