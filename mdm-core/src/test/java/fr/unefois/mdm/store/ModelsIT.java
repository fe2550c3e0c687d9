package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.arrive.Walks;
import fr.unefois.mdm.bulk.Relink;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.Frequencies;
import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class ModelsIT {
    /** Asks a steward where the shipped one links: two records of one person become two citizens. */
    private static final String CAREFUL = """
            name: careful
            thresholds:
              safe: {match: 90, review: 0.5, objection: -3, rival: 4}
            """;

    /** Blocks by the e-mail alone. */
    private static final String OTHER_RULES = """
            name: emails
            blocking:
              - {on: email, refine: first}
            """;

    private static final Walk SHIPPED = Walk.french(Map.of());

    private final DataSource dataSource;
    private final PostgresBase base;

    ModelsIT(DataSource dataSource) {
        this.dataSource = dataSource;
        this.base = new PostgresBase(dataSource);
    }

    /** Other tests write to this base under no version. */
    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "truncate source_record, source_record_history, pending, run_seen, record_keys, blocking_key,"
                            + " membership, edge, citizen, ref_redirect, change_event, review_task, model_in_force,"
                            + " model_version");
        }
    }

    private Models open(String model) {
        return Models.open(dataSource, SHIPPED.with(model), model);
    }

    private static CitizenRecord linh(String source) {
        return Citizens.linh(source, "1").build();
    }

    private Map<SourceKey, UUID> refs() {
        Map<SourceKey, UUID> refs = new TreeMap<>();
        new PostgresBulkBase(dataSource).records(one -> {
            if (one.ref() != null) {
                refs.put(one.record().key(), one.ref());
            }
        });
        return refs;
    }

    private void link(Models models, String version, String model) {
        Models.Target target =
                models.target(version).orElseGet(() -> new Models.Target(version, model, SHIPPED.with(model)));
        PostgresBulkBase bulk = new PostgresBulkBase(dataSource, target, models.rekeys(target));
        new Relink(bulk, target.walk()).run(new Progress.Silence());
    }

    private static String version(String model) {
        return SHIPPED.with(model).model().version();
    }

    @Test
    void anEmptyBaseTakesTheConfiguredModelAndKeepsItWhateverOthersAsk() {
        Models first = open("");
        new Arrivals(base, first).arrive(linh("eau"));
        Models second = open(CAREFUL);

        assertThat(first.isBehind()).isFalse();
        assertThat(second.isBehind()).isTrue();
        assertThat(second.inForce().name()).isEqualTo(version(""));
        // Whoever is configured otherwise links as the base does.
        new Arrivals(base, second).arrive(linh("cantine"));
        assertThat(refs().values()).hasSize(2).containsOnly(refs().get(new SourceKey("eau", "1")));
    }

    @Test
    void everyProcessFollowsTheModelThatALinkBringsIntoForce() {
        Models other = open("");
        Arrivals elsewhere = new Arrivals(base, other);
        elsewhere.arrive(linh("eau"));
        elsewhere.arrive(linh("cantine"));
        assertThat(refs().values()).hasSize(2).containsOnly(refs().get(new SourceKey("eau", "1")));

        link(open(CAREFUL), version(CAREFUL), CAREFUL);

        assertThat(Map.copyOf(refs()).values()).doesNotHaveDuplicates();
        // The other process had read the model just now, and is told at its next write.
        elsewhere.arrive(linh("sports"));
        assertThat(refs()).hasSize(3);
        assertThat(refs().values()).doesNotHaveDuplicates();
        assertThat(other.inForce().name()).isEqualTo(version(CAREFUL));
    }

    @Test
    void aModelCanBeReturnedToAndTheReferencesComeBack() {
        Models models = open(CAREFUL);
        Arrivals arrivals = new Arrivals(base, models);
        arrivals.arrive(linh("eau"));
        arrivals.arrive(linh("cantine"));
        Map<SourceKey, UUID> before = refs();
        assertThat(before.values()).doesNotHaveDuplicates();

        link(models, version(""), "");
        assertThat(Map.copyOf(refs()).values()).containsOnly(before.get(new SourceKey("eau", "1")));
        link(models, version(CAREFUL), "is known by its name");

        assertThat(refs()).isEqualTo(before);
        assertThat(models.kept())
                .extracting(Models.Kept::version, Models.Kept::inForce)
                .containsExactly(Tuple.tuple(version(CAREFUL), true), Tuple.tuple(version(""), false));
    }

    @Test
    void recordsHaveTheBlockingKeysOfTheRulesInForce() {
        Models models = open("");
        Arrivals arrivals = new Arrivals(base, models);
        arrivals.arrive(linh("eau"));
        link(models, version(OTHER_RULES), OTHER_RULES);
        arrivals.arrive(linh("cantine"));

        Walk other = SHIPPED.with(OTHER_RULES);
        long[] expected =
                other.rules().keys(other.standardiser().standardise(linh("eau")).record());
        assertThat(expected).hasSizeLessThan(5);
        for (String table : new String[] {"select unnest(keys)", "select key"}) {
            String from = table.contains("unnest") ? " from record_keys" : " from blocking_key";
            long[] found = Transactions.run(
                            dataSource,
                            "reading keys",
                            connection -> Sql.query(
                                    connection,
                                    "select distinct k from (" + table + " as k" + from + ") keys",
                                    row -> row.getLong(1)))
                    .stream()
                    .mapToLong(key -> key)
                    .sorted()
                    .toArray();
            assertThat(found).isEqualTo(Arrays.stream(expected).sorted().toArray());
        }
        assertThat(refs().values()).hasSize(2).containsOnly(refs().get(new SourceKey("eau", "1")));
    }

    @Test
    void theLargerABaseTheMoreItTakesToLinkWhereNoFileSaysHowManyTheyAre() {
        Models models = open("");
        new Arrivals(base, models).arrive(linh("eau"));
        assertThat(models.configured().version()).isEqualTo(version(""));
        assertThat(models.isOutgrown()).isFalse();

        Models.Target million = models.configured(1_000_000);
        assertThat(million.records()).isEqualTo(1_000_000);
        assertThat(million.walk().model().matchPrior())
                .isLessThan(SHIPPED.model().matchPrior() - 3_900);
        String linked = link(million).version();

        Models others = open("");
        assertThat(others.isBehind()).isFalse();
        assertThat(others.inForce().name()).isEqualTo(linked);
        assertThat(others.inForce().walk().model().matchPrior())
                .isEqualTo(million.walk().model().matchPrior());
        assertThat(others.configured(1_150_000).version())
                .as("no reason to link anew")
                .isEqualTo(linked);
        assertThat(others.configured(1_250_000).records()).isEqualTo(1_250_000);
        assertThat(others.configured(1_000).version()).as("shrunk").isEqualTo(version(""));
        String sized = "prior: {records: 70000}";
        assertThat(open(sized).configured(1_000_000).walk().model().matchPrior())
                .as("a file says how many")
                .isEqualTo(SHIPPED.with(sized).model().matchPrior());
    }

    @Test
    void aLargeBasesOwnFrequenciesComeIntoForceWithItsModelForEveryProcess() {
        Models models = open("");
        Arrivals arrivals = new Arrivals(base, models);
        for (int i = 0; i < 12; i++) {
            arrivals.arrive(Citizens.record("eau", "" + i)
                    .birthName(i < 11 ? "QUEMENEUR" : "SALAUN")
                    .givenNames("Nolwenn")
                    .build());
        }
        assertThat(models.configured(50_000).counts())
                .as("few records say little of a name")
                .isFalse();
        Models.Target large = models.configured(60_000);
        assertThat(large.counts()).isTrue();

        Models.Target counted = link(large);

        Walks.Version elsewhere = open("").inForce();
        assertThat(elsewhere.name()).isEqualTo(counted.version()).isNotEqualTo(large.version());
        // The version is a hash of all that decides a weight: what was kept is what was linked under.
        assertThat(elsewhere.walk().model().version()).isEqualTo(counted.version());
        Frequencies known = elsewhere.walk().model().frequencies();
        assertThat(known.bits(Kind.FAMILY_NAME, "QUEMENEUR"))
                .isLessThan(Frequencies.national().bits(Kind.FAMILY_NAME, "QUEMENEUR"));
        assertThat(known.bits(Kind.FAMILY_NAME, "SALAUN"))
                .as("a name that one citizen bears is not kept")
                .isEqualTo(known.bits(Kind.FAMILY_NAME, "OF NOBODY HERE"));
        Models others = open("");
        assertThat(others.configured(60_000).version()).isEqualTo(counted.version());
        assertThat(others.configured(60_000).counts()).isFalse();
        assertThat(others.configured(80_000).counts()).isTrue();
        assertThat(others.target(counted.version()))
                .hasValueSatisfying(
                        one -> assertThat(one.walk().model().version()).isEqualTo(counted.version()));
    }

    @Test
    void blocksThatAreTooLargeArePartOfTheVersionSoThatWhoArrivesMeetsWhomTheLinkCompared() {
        Models models = open("");
        Arrivals arrivals = new Arrivals(base, models);
        for (int i = 0; i < 21; i++) {
            arrivals.arrive(nolwenn("" + i, i % 2 == 0 ? "29019" : "56121"));
        }
        assertThat(met(models, nolwenn("new", "29019"))).isEqualTo(21);

        Models.Target linked = link(models.configured(60_000));

        Models others = open("");
        assertThat(others.inForce().name()).isEqualTo(linked.version());
        assertThat(others.inForce().walk().rules().hot())
                .isNotEmpty()
                .isEqualTo(linked.walk().rules().hot());
        assertThat(others.isBehind()).isFalse();
        assertThat(met(others, nolwenn("new", "29019"))).as("those born there").isEqualTo(11);
        CitizenRecord nowhere = Citizens.record("eau", "nowhere")
                .birthName("QUEMENEUR")
                .givenNames("Nolwenn")
                .build();
        assertThat(met(others, nowhere)).isZero();

        link(others, version(""), "");
        assertThat(met(open(""), nowhere)).as("as it was").isEqualTo(21);
    }

    @Test
    void aBlockThatTheFileNoLongerNamesIsCountedAnew() {
        String named = "hot: [00000000000000ff]";
        Models models = open(named);
        new Arrivals(base, models).arrive(nolwenn("1", "29019"));
        assertThat(link(models.configured(60_000)).walk().rules().hot()).containsExactly(0xff);
        assertThat(open(named).configured(60_000).counts()).isFalse();

        Models without = open("");

        assertThat(without.isOutgrown() || without.isBehind()).isTrue();
        assertThat(link(without.configured(60_000)).walk().rules().hot()).isEmpty();
    }

    @Test
    void aBaseThatWasLinkedBeforeVersionsWereKeptGetsItsKeysAnew() throws SQLException {
        Models models = open("");
        new Arrivals(base, models).arrive(linh("eau"));
        assertThat(models.rekeys(models.configured())).isFalse();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate model_in_force, model_version");
        }
        Models later = open("");
        assertThat(later.rekeys(later.configured())).isTrue();
    }

    private static CitizenRecord nolwenn(String id, String place) {
        return Citizens.record("eau", id)
                .birthName("QUEMENEUR")
                .givenNames("Nolwenn")
                .birthPlace(place)
                .build();
    }

    private long met(Models models, CitizenRecord asked) {
        Walk walk = models.reread().walk();
        long[] keys = walk.rules().keys(walk.standardiser().standardise(asked).record());
        return base.read(session -> session.meeting(keys).size());
    }

    private Models.Target link(Models.Target target) {
        PostgresBulkBase bulk = new PostgresBulkBase(dataSource, target, false);
        new Relink(bulk, target.walk()).run(new Progress.Silence());
        return bulk.target().orElseThrow();
    }

    @Test
    void whatWasWrittenWhileALinkWasThinkingIsLinkedUnderTheNewModel() {
        Models models = open("");
        Arrivals arrivals = new Arrivals(base, models);
        arrivals.arrive(linh("eau"));
        Models.Target target = new Models.Target(version(CAREFUL), CAREFUL, SHIPPED.with(CAREFUL));
        PostgresBulkBase bulk = new PostgresBulkBase(dataSource, target, models.rekeys(target));
        Relink relink = new Relink(new Meanwhile(bulk, () -> arrivals.arrive(linh("cantine"))), target.walk());
        relink.run(new Progress.Silence());

        assertThat(new Intake(dataSource).isPendingFromAnEarlierVersion()).isTrue();
        Arrivals after = new Arrivals(base, open(CAREFUL));
        for (StoredRecord waiting : new Intake(dataSource).pending(10)) {
            after.settle(waiting.record().key());
        }
        assertThat(refs()).hasSize(2);
        assertThat(refs().values()).doesNotHaveDuplicates();
    }
}
