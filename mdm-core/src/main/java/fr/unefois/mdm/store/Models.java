package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.arrive.Walks;
import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.bulk.HotKeys;
import fr.unefois.mdm.compare.Frequencies;
import fr.unefois.mdm.estimate.Counting;
import fr.unefois.mdm.standardise.Columns;
import java.sql.ResultSet;
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
    static final long FRESH = 1_000_000_000L;

    /** A base that has not grown by more than this since its model came into force keeps it. */
    private static final double GROWN = 1.2;

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
    private final String model;
    private volatile Read read;

    /**
     * A version as it was read at an instant of the machine's own clock.
     *
     * @param rules what its text alone says which records are compared
     * @param records for how many it is, 0 where its text alone says that
     * @param counted whether values were counted in them
     */
    private record Read(Version version, BlockingRules rules, int records, boolean counted, long at) {
        Read again() {
            return new Read(version, rules, records, counted, System.nanoTime());
        }
    }

    /**
     * A version that a base has been linked under.
     *
     * @param since when it came into force last
     */
    public record Kept(String version, Instant since, boolean inForce) {}

    /**
     * What a link brings into force.
     *
     * @param version what it is called unless it counts
     * @param model the text of its file, as {@link Walk#modelText} has it
     * @param records for how many it is, 0 where the text alone says that
     * @param counts whether it is to count how frequent values are in the records that it links, and whose blocks are too large
     */
    public record Target(String version, String model, int records, boolean counts, Walk walk) {
        public Target(String version, String model, Walk walk) {
            this(version, model, 0, false, walk);
        }

        private static Target of(Walk walk, String model, int records, boolean counts) {
            return new Target(walk.model().version(), model, records, counts, walk);
        }

        /** The same once it has counted in these, all records of the base. */
        Target over(Columns all) {
            return counts
                    ? of(
                            walk.withFrequencies(Counting.frequencies(all).shared())
                                    .withHot(HotKeys.among(walk.rules(), all)),
                            model,
                            records,
                            false)
                    : this;
        }
    }

    private Models(DataSource dataSource, Walk configured, String model) {
        this.dataSource = dataSource;
        this.configured = configured;
        this.model = model;
        this.read = new Read(
                new Version(configured.model().version(), configured), configured.rules(), 0, false, System.nanoTime());
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
        Models models = new Models(dataSource, configured, model);
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
        Optional<Read> found = Transactions.run(
                dataSource,
                "reading the model",
                connection -> Sql.query(
                                connection,
                                "select v.version, v.model, v.records, v.frequencies, v.hot from model_in_force f"
                                        + " join model_version v using (version) where v.version <> ?",
                                this::read,
                                known)
                        .stream()
                        .findFirst());
        Read now = found.orElseGet(read::again);
        read = now;
        return now.version;
    }

    private Read read(ResultSet row) throws SQLException {
        Target target = target(row);
        // Before blocks were counted with the frequencies, nothing is said of them.
        boolean counted = target.walk().model().frequencies() != Frequencies.national() && row.getBytes("hot") != null;
        return new Read(
                new Version(target.version(), target.walk()),
                configured.with(target.model()).rules(),
                target.records(),
                counted,
                System.nanoTime());
    }

    private Target target(ResultSet row) throws SQLException {
        String name = row.getString("version");
        String text = row.getString("model");
        int records = row.getInt("records");
        byte[] frequencies = row.getBytes("frequencies");
        if (name.equals(configured.model().version())) {
            return new Target(name, text, records, false, configured);
        }
        byte[] hot = row.getBytes("hot");
        Walk walk = configured.with(text).grownTo(records).withHot(hot == null ? new long[0] : ModelRow.keys(hot));
        return new Target(
                name,
                text,
                records,
                false,
                frequencies == null ? walk : walk.withFrequencies(Frequencies.read(frequencies)));
    }

    /** Whether the configuration asks for another version than the one in force. */
    public boolean isBehind() {
        Version inForce = inForce();
        return !inForce.name().equals(kept(read).version());
    }

    /** Whether the base holds so many more or fewer records than its model is for that it should be linked anew. */
    public boolean isOutgrown() {
        Target asked = configured();
        return !isBehind()
                && (asked.counts() || !asked.version().equals(inForce().name()));
    }

    /** What the configuration asks for, of the base as it is. */
    public Target configured() {
        Version ignored = reread();
        return configured(Transactions.run(
                dataSource,
                "counting records",
                connection -> Sql.query(connection, "select count(*) from source_record", row -> row.getInt(1))
                        .get(0)));
    }

    /**
     * The same of a base that is to hold so many records. Of as many as the model is for, or nearly, values are counted; of
     * fewer it would be chance how often a value is met. What is in force has counted already, unless the base has grown or
     * shrunk since, or the rules are others.
     */
    public Target configured(int records) {
        Version ignored = inForce();
        Read known = read;
        if (records * GROWN < configured.model().records()) {
            return Target.of(configured, model, 0, false);
        }
        boolean counted = known.counted
                && records <= known.records * GROWN
                && records * GROWN >= known.records
                && isItself(known.version)
                && known.rules.fingerprint() == configured.rules().fingerprint();
        return counted ? kept(known) : Target.of(configured.grownTo(records), model, records, true);
    }

    /** What the configuration asks for where nothing is to be counted that was not. */
    private Target kept(Read known) {
        Walk walk = configured.grownTo(known.records);
        Walk counted = known.counted
                ? walk.withFrequencies(known.version.walk().model().frequencies())
                        .withHot(known.version.walk().rules().hot())
                : walk;
        return Target.of(counted, model, known.records, false);
    }

    /** Whether records have other blocking keys under the target than under the version in force. */
    public boolean rekeys(Target target) {
        Version known = reread();
        return !isItself(known)
                || isNoneInForce()
                || known.walk().rules().fingerprint() != target.walk().rules().fingerprint();
    }

    /** What was linked before versions were kept was linked under rules that nobody knows. */
    private boolean isNoneInForce() {
        return Transactions.run(
                dataSource,
                "reading the model",
                connection -> Sql.query(connection, "select from model_in_force", row -> "one")
                        .isEmpty());
    }

    /** Not where what is shipped has changed since the version came into force. */
    private static boolean isItself(Version version) {
        return version.walk().model().version().equals(version.name());
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
                                "select version, model, records, frequencies, hot from model_version where version = ?",
                                this::target,
                                version))
                .stream()
                .findFirst();
    }
}
