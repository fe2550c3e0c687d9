package fr.unefois.mdm.batch.bench;

import fr.unefois.mdm.access.Access;
import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.AuditStore;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.PostgresAudit;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;

/** What the account of accesses costs those who are served, and how long it takes to verify. */
public final class AuditBenchmark implements Benchmark {
    private static final int ROWS = 1_000_000;
    private static final int GROUP = 2000;
    private static final int GROUPS_A_SEAL = 50;
    /** As many as keep two cores busy while some wait for the disk: with 32 they idle for a twentieth of the time. */
    private static final int CONNECTIONS = 64;

    private static final int PEOPLE = 20_000;
    private static final double SECONDS = 15;
    private static final double SECONDS_OF_WARMING = 40;
    private static final String SHARE = "audited, as a share of without";

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String measures() {
        return "what keeping account of every access costs, and how long a million rows take to verify";
    }

    @Override
    public String lasts() {
        return "writing a million rows, a pull of a million records, two minutes of warming, 5 times half a minute;"
                + " --size metropole without the long pull";
    }

    @Override
    public List<String> goals() {
        return List.of(
                String.format(Locale.ROOT, "%,d rows verified within 10 s, Java's start included", ROWS),
                "profiles a second with the account at least 80 % of without, every row on disk before its answer");
    }

    @Override
    public void run(Setting setting, Consumer<Case> told) {
        told.accept(verified(setting));
        try (FilledBase base = FilledBase.of(setting, name());
                Database database =
                        Database.open(DatabaseSettings.embedded(base.home()).withConnections(2));
                Served audited = new Served(base, words -> started(base, words, Map.of()));
                Served unaudited = new Served(
                        base,
                        words -> started(base, words, Map.of("SPRING_MAIN_SOURCES", Unaudited.class.getName())))) {
            told.accept(compared(setting, base.keys(), database.dataSource(), audited, unaudited));
        }
    }

    private static Case verified(Setting setting) {
        Path home = setting.launcher().folder("audit");
        Launcher launcher = setting.launcher().with("MDM_HOME", home.toString()).with("MDM_DATABASE_URL", "");
        Series series = new Series().goal("from start to end", Goal.atMost(10));
        try (Database database = Database.open(DatabaseSettings.embedded(home))) {
            setting.progress().accept(String.format(Locale.ROOT, "writing %,d rows of the account", ROWS));
            fill(new PostgresAudit(database.dataSource()), new AuditStore(database.dataSource()));
            for (int run = 0; run < setting.runs(); run++) {
                Child child = Child.run(launcher, home, List.of("audit", "verify"));
                series.add("from start to end", Unit.SECONDS, child.seconds())
                        .addBytes("peak memory", child.peakBytes());
            }
        } finally {
            Town.delete(home);
        }
        return new Case(
                String.format(Locale.ROOT, "%,d rows of one chain verified", ROWS),
                Launcher.typed(List.of("audit", "verify")),
                series.figures(),
                series.remarks());
    }

    private static void fill(PostgresAudit audit, AuditStore store) {
        Set<Attribute> attributes =
                Set.of(Attribute.BIRTH_NAME, Attribute.EMAILS, Attribute.ADDRESSES, Attribute.PHONES);
        for (int from = 0; from < ROWS; from += GROUP) {
            List<Access> accesses = new ArrayList<>();
            for (int i = from; i < from + GROUP; i++) {
                accesses.add(new Access(
                        Instant.now(),
                        "portal",
                        null,
                        null,
                        "portail",
                        "0123456789ab",
                        "prefill-forms",
                        Operation.READ,
                        new UUID(i, i),
                        attributes));
            }
            audit.record(accesses);
            if (from / GROUP % GROUPS_A_SEAL == 0) {
                store.seal(Instant.now());
            }
        }
        store.seal(Instant.now());
    }

    /** Both by this process's own class path and options: they differ in the account alone. */
    private static Process started(FilledBase base, List<String> words, Map<String, String> more) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "fr.unefois.mdm.api.Main"));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(base.home().toFile()).redirectErrorStream(true);
        builder.environment().putAll(base.launcher().environment());
        builder.environment().putAll(more);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new Unmeasured("the server cannot be run", e);
        }
    }

    private static Case compared(
            Setting setting, List<SourceKey> keys, DataSource account, Served audited, Served unaudited) {
        List<SourceKey> people = keys.subList(0, Math.min(PEOPLE, keys.size()));
        Function<Served, IntFunction<byte[]>> asking = served -> {
            List<byte[]> profiles = new ApiRequests(served.token()).profiles(served.port(), people);
            return number -> profiles.get(number % profiles.size());
        };
        IntFunction<byte[]> of = asking.apply(audited);
        IntFunction<byte[]> ofUnaudited = asking.apply(unaudited);
        setting.progress().accept("warming both servers");
        ClosedLoop.run(audited.port(), CONNECTIONS, SECONDS_OF_WARMING, of);
        ClosedLoop.run(unaudited.port(), CONNECTIONS, SECONDS_OF_WARMING, ofUnaudited);
        Series series = new Series().goal(SHARE, Goal.atLeast(0.8));
        for (int run = 1; run <= setting.runs(); run++) {
            long before = rows(account);
            ClosedLoop.Timed without = ClosedLoop.run(unaudited.port(), CONNECTIONS, SECONDS, ofUnaudited);
            long between = rows(account);
            ClosedLoop.Timed with = ClosedLoop.run(audited.port(), CONNECTIONS, SECONDS, of);
            if (between != before || rows(account) - between < with.millis().size()) {
                throw new Unmeasured("the one server kept account, or the other did not");
            }
            series.add(SHARE, Unit.RATIO, with.perSecond() / without.perSecond())
                    .add("profiles a second, audited", Unit.PER_SECOND, with.perSecond())
                    .add("profiles a second, without", Unit.PER_SECOND, without.perSecond())
                    .add("99th percentile, audited", Unit.MILLISECONDS, with.at(0.99))
                    .add("99th percentile, without", Unit.MILLISECONDS, without.at(0.99));
            setting.progress().accept("run " + run + " of " + setting.runs());
        }
        return new Case(
                String.format(
                        Locale.ROOT,
                        "profiles with the account and without, %d connections, %,d records stored",
                        CONNECTIONS,
                        keys.size()),
                "./mdm bench audit",
                series.figures(),
                List.of("in turns, over one base; the server without is the same with the account taken out"));
    }

    private static long rows(DataSource account) {
        try (Connection connection = account.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(sum(seq), 0) from audit_chain")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new Unmeasured("the account cannot be read", e);
        }
    }
}
