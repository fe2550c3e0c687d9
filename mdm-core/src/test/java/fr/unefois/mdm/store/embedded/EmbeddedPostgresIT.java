package fr.unefois.mdm.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    /** One home for all, made once: each test finds it stopped. */
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path home;

    @AfterEach
    void stop() {
        boolean ran = EmbeddedPostgres.stop(home);
        assertThat(ran).as("a test leaves nothing running").isFalse();
    }

    private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }

    private static boolean runs(long pid) throws IOException {
        return Postmaster.of(EmbeddedSettings.of(home).data())
                .filter(server -> server.pid() == pid)
                .isPresent();
    }

    @Test
    void isDurableOnOneAddressAndBehindAPassword() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.open(home)) {
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "show unix_socket_directories")).isEmpty();
            assertThat(ask(server, "show server_encoding")).isEqualTo("UTF8");
            assertThat(ask(server, "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
                    .isEqualTo("0");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(home.resolve("database.properties"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void comesBackWithItsDataWhenItDiesUnderItsUser() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.open(home)) {
            long first = server.pid();
            ask(server, "create table kept as select 'Œuvre'::text as word");
            assertThat(server.revive()).as("alive").isFalse();
            int killed = new ProcessBuilder("kill", "-QUIT", Long.toString(first))
                    .start()
                    .waitFor();
            assertThat(killed).isZero();
            while (runs(first)) {
                Thread.sleep(20);
            }
            assertThat(server.revive()).isTrue();
            assertThat(server.pid()).isNotEqualTo(first);
            assertThat(ask(server, "select word from kept")).isEqualTo("Œuvre");
            ask(server, "drop table kept");
        }
    }

    @Test
    void staysStoppedWhereSomebodyStoppedIt() {
        try (EmbeddedPostgres server = EmbeddedPostgres.open(home)) {
            assertThat(EmbeddedPostgres.stop(home)).isTrue();
            assertThat(server.revive()).isFalse();
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.open(home)) {
            assertThat(server.revive()).as("alive").isFalse();
        }
    }

    @Test
    void keepsItsDataAndStopsWhenItsOnlyUserLeaves() throws Exception {
        long first;
        try (EmbeddedPostgres server = EmbeddedPostgres.open(home)) {
            first = server.pid();
            ask(server, "create table kept as select 'Œuvre'::text as word");
        }
        assertThat(runs(first)).isFalse();
        try (EmbeddedPostgres server = EmbeddedPostgres.open(home)) {
            assertThat(ask(server, "select word from kept")).isEqualTo("Œuvre");
            ask(server, "drop table kept");
        }
    }

    @Test
    void isSharedUntilTheLastOfSeveralProcessesLeaves() throws Exception {
        EmbeddedPostgres here = EmbeddedPostgres.open(home);
        EmbeddedPostgres again = EmbeddedPostgres.open(home);
        try (OtherProcess other = OtherProcess.open(home)) {
            assertThat(other.server()).isEqualTo(here.pid()).isEqualTo(again.pid());
            here.close();
            again.close();
            assertThat(runs(other.server()))
                    .as("the other process still uses it")
                    .isTrue();
        }
        assertThat(runs(here.pid())).isFalse();
    }

    @Test
    void stopsWhenItIsToldToThoughItIsUsed() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.open(home)) {
            assertThat(EmbeddedPostgres.stop(home)).isTrue();
            assertThat(runs(server.pid())).isFalse();
            assertThat(EmbeddedPostgres.stop(home)).isFalse();
        }
    }

    @Test
    void stopsNothingWhereNothingEverWas() {
        Path empty = home.resolve("empty");
        assertThat(EmbeddedPostgres.stop(empty)).isFalse();
        assertThat(empty).doesNotExist();
    }

    @Test
    void outlivesTheKillOfTheProcessThatStartedItAndIsAdopted() throws Exception {
        OtherProcess other = OtherProcess.open(home);
        other.kill();
        assertThat(runs(other.server())).isTrue();
        try (EmbeddedPostgres server = EmbeddedPostgres.open(home)) {
            assertThat(server.pid()).isEqualTo(other.server());
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
        assertThat(runs(other.server())).isFalse();
    }

    @Test
    void isNotInTheTerminalsProcessGroup() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.open(home)) {
            assertThat(session(server.pid()))
                    .isNotEqualTo(session(ProcessHandle.current().pid()));
        }
    }

    /** The sixth field of {@code /proc/PID/stat}; the second is in brackets. */
    private static String session(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3];
    }

    @Test
    void recoversWhatWasCommittedAfterItWasKilled() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.open(home)) {
            ask(server, "create table survivors as select generate_series(1, 100000) as n");
            assertThat(ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly())
                    .isTrue();
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.open(home)) {
            assertThat(ask(server, "select count(*) from survivors")).isEqualTo("100000");
            ask(server, "drop table survivors");
        }
    }

    @Test
    void startsOverALeftoverWhoseNumberIsSomeoneElsesNow() throws Exception {
        EmbeddedPostgres.open(home).close();
        Path data = EmbeddedSettings.of(home).data();
        Files.writeString(
                data.resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data + "\n1700000000\n5432\n\n127.0.0.1\n\nready   \n");
        try (EmbeddedPostgres server = EmbeddedPostgres.open(home)) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void runsForRootWithoutUserNamespaces() throws Exception {
        assumeTrue(Account.isRoot(), "not root: nothing to step aside from");
        EmbeddedSettings settings = EmbeddedSettings.of(home);
        EmbeddedPostgres.open(home).close();
        List<Account> withoutNamespaces = List.of(Account.NOBODY, Account.NOBODY_REACHING, Account.SU);
        try (EmbeddedPostgres server = EmbeddedPostgres.open(settings, withoutNamespaces)) {
            assertThat(Trees.uid(Path.of("/proc/" + server.pid()))).isNotZero();
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.open(home)) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void saysWhatToDoWhenThereIsNoAccountToRunUnder() {
        EmbeddedSettings settings = EmbeddedSettings.of(home);
        assertThatThrownBy(() -> EmbeddedPostgres.open(settings, List.of()))
                .isInstanceOf(EmbeddedFailure.class)
                .hasMessageContaining("MDM_HOME");
    }

    @Test
    void saysWhatIsMissingWhenThePasswordIsLost() throws Exception {
        EmbeddedPostgres.open(home).close();
        Path properties = home.resolve("database.properties");
        String kept = Files.readString(properties);
        Files.delete(properties);
        assertThatThrownBy(() -> EmbeddedPostgres.open(home).close())
                .isInstanceOf(EmbeddedFailure.class)
                .hasMessageContaining("database.properties");
        Files.writeString(properties, kept);
    }
}
