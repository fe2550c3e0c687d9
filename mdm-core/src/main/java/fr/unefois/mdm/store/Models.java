package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.arrive.Walks;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The model versions that a base has been linked under, and the one in force. An empty base takes the configured one; from
 * then on a version comes into force by linking the base under it, in the same transaction, so that no process ever writes
 * under one version into a base of another.
 */
public final class Models implements Walks {
    /** In nanoseconds: how old the answer of {@link #inForce} may be. */
    private static final long FRESH = 1_000_000_000L;

    private static final String KEEP =
            "insert into model_version (version, model) values (?, ?) on conflict (version) do nothing";

    private static final String FIRST = """
            with empty as (
                select ? as version, ? as model
                where not exists (select from source_record) and not exists (select from model_in_force)
            ),
            kept as (
                insert into model_version (version, model) select version, model from empty on conflict do nothing
            )
            insert into model_in_force (version) select version from empty on conflict do nothing""";

    private final DataSource dataSource;
    private final Walk configured;
    private volatile Read read;

    /** A version as it was read at an instant of the machine's own clock. */
    private record Read(Version version, long at) {}

    /**
     * A version that a base has been linked under.
     *
     * @param since when it came into force last
     */
    public record Kept(String version, Instant since, boolean inForce) {}

    /**
     * What a link brings into force.
     *
     * @param model the text of its file, as {@link Walk#modelText} has it
     */
    public record Target(String version, String model, Walk walk) {}

    private Models(DataSource dataSource, Walk configured) {
        this.dataSource = dataSource;
        this.configured = configured;
        this.read = new Read(new Version(configured.model().version(), configured), System.nanoTime());
    }

    /**
     * @param configured the walk that the configuration asks for
     * @param model the text of its model
     */
    public static Models open(DataSource dataSource, Walk configured, String model) {
        String version = configured.model().version();
        Transactions.run(dataSource, "keeping the first model", connection -> {
            Gate.pass(connection);
            return Sql.update(connection, FIRST, version, model);
        });
        Models models = new Models(dataSource, configured);
        Version ignored = models.reread();
        return models;
    }

    @Override
    public Version inForce() {
        Read last = read;
        return System.nanoTime() - last.at < FRESH ? last.version : reread();
    }

    @Override
    public Version reread() {
        String known = read.version.name();
        Optional<Version> changed = Transactions.run(dataSource, "reading the model", connection -> {
            List<Version> found = Sql.query(
                    connection,
                    "select v.version, v.model from model_in_force f join model_version v using (version)",
                    row -> version(row.getString("version"), row.getString("model")));
            return found.stream().findFirst();
        });
        Version now = changed.filter(version -> !version.name().equals(known)).orElse(read.version);
        read = new Read(now, System.nanoTime());
        return now;
    }

    private Version version(String name, String model) {
        return name.equals(configured.model().version())
                ? new Version(name, configured)
                : new Version(name, configured.with(model));
    }

    /** Whether the configuration asks for another version than the one in force. */
    public boolean isBehind() {
        return !inForce().name().equals(configured.model().version());
    }

    /** Whether records have other blocking keys under the target than under the version in force. */
    public boolean rekeys(Target target) {
        return inForce().walk().rules().fingerprint() != target.walk().rules().fingerprint();
    }

    /** The latest in force first. */
    public List<Kept> kept() {
        return Transactions.run(
                dataSource,
                "reading models",
                connection -> Sql.query(
                        connection,
                        "select v.version, v.since, f.version is not null as in_force from model_version v"
                                + " left join model_in_force f using (version) order by v.since desc, v.version",
                        row -> new Kept(
                                row.getString("version"),
                                row.getObject("since", java.time.OffsetDateTime.class)
                                        .toInstant(),
                                row.getBoolean("in_force"))));
    }

    /** A version that was in force before, to return to; empty where there is none of the name. */
    public Optional<Target> target(String version) {
        return Transactions.run(
                        dataSource,
                        "reading a model",
                        connection -> Sql.query(
                                connection,
                                "select model from model_version where version = ?",
                                row -> new Target(
                                        version,
                                        row.getString("model"),
                                        version(version, row.getString("model")).walk()),
                                version))
                .stream()
                .findFirst();
    }

    /** Writes under the gate that the target is in force from now on. */
    static void enforce(Connection connection, Target target) throws SQLException {
        Sql.update(connection, KEEP, target.version(), target.model());
        Sql.update(connection, "update model_version set since = now() where version = ?", target.version());
        Sql.update(
                connection,
                "insert into model_in_force (version) values (?) on conflict (one) do update set version = excluded.version",
                target.version());
    }
}
