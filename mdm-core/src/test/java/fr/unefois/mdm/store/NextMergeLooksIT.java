package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Judged;
import fr.unefois.mdm.arrive.Judging;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.bulk.BulkBase;
import fr.unefois.mdm.bulk.ForwardingBulkBase;
import fr.unefois.mdm.bulk.Relink;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever writes between two looks at what was written meanwhile is found by the next. */
@ExtendWith(TestDatabase.class)
class NextMergeLooksIT {
    private static final Walk SHIPPED = Walk.french(Map.of());

    private final DataSource dataSource;

    NextMergeLooksIT(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "truncate source_record, source_record_history, pending, run_seen, record_keys, blocking_key,"
                            + " membership, edge, citizen, citizen_history, ref_redirect, change_event, review_task, judgement,"
                            + " model_in_force, model_version");
        }
    }

    /** A link with somebody who writes once the records are read, and somebody once the tables beside have been looked at. */
    private void link(Runnable meanwhile, Runnable between) {
        String seen = Transactions.run(dataSource, "looking", Sql::snapshot);
        BulkBase bulk = new ForwardingBulkBase(new PostgresBulkBase(dataSource)) {
            @Override
            public void apply(Iterator<Resolution> resolutions, Supplier<Iterator<Keyed>> keys) {
                WaitingKeys.index(dataSource);
                Transactions.run(dataSource, "linking", connection -> {
                    assertThat(NextTables.asOwner(connection)).isTrue();
                    BulkStaging staging = new BulkStaging(connection);
                    while (resolutions.hasNext()) {
                        staging.add(resolutions.next());
                    }
                    long ignored = staging.finish();
                    NextMerge merge = new NextMerge(connection, false);
                    String prepared = merge.prepare(seen);
                    between.run();
                    merge.finish(prepared, () -> {});
                    return "";
                });
            }
        };
        new Relink(new Meanwhile(bulk, meanwhile), SHIPPED).run(new Progress.Silence());
    }

    private long count(String sql) {
        return Transactions.run(
                dataSource,
                "counting",
                connection -> Sql.query(connection, sql, row -> row.getLong(1)).get(0));
    }

    @Test
    void whoComesAndGoesWhileTheTablesAreBuiltIsGone() {
        Arrivals arrivals = new Arrivals(new PostgresBase(dataSource), SHIPPED);
        SourceKey guest = new SourceKey("cantine", "n2");
        arrivals.arrive(NextMergeIT.someone("eau", 1).build());
        UUID[] ref = new UUID[1];
        link(
                () -> ref[0] = arrivals.arrive(Citizens.record("cantine", "n2")
                                .birthName("ZWICKER")
                                .givenNames("Wim")
                                .birthDate("1950-01-02")
                                .emails("wim@example.org")
                                .build())
                        .refs()
                        .get(0),
                () -> arrivals.depart(guest));
        assertThat(new fr.unefois.mdm.store.Citizens(dataSource).find(ref[0])).isInstanceOf(Found.Gone.class);
        assertThat(count("select count(*) from citizen")).isEqualTo(1);
        for (String of : List.of("membership", "pending")) {
            assertThat(count("select count(*) from " + of + " m where not exists"
                            + " (select from source_record s where s.id = m.record)"))
                    .as(of)
                    .isZero();
        }
    }

    @Test
    void whoIsToBeLinkedAgainIsSoHoweverOftenOneLooks() {
        Arrivals arrivals = new Arrivals(new PostgresBase(dataSource), SHIPPED);
        SourceKey came = new SourceKey("cantine", "n1");
        SourceKey stranger = new SourceKey("eau", "n4");
        arrivals.arrive(NextMergeIT.someone("eau", 4).build());
        new Intake(dataSource)
                .put(
                        1,
                        List.of(Samples.incoming(
                                NextMergeIT.someone("portail", 1).build(),
                                NextMergeIT.keys(NextMergeIT.someone("portail", 1)))),
                        false);
        link(
                () -> arrivals.arrive(NextMergeIT.someone("cantine", 1).build()),
                () -> assertThat(new Judging(new PostgresBase(dataSource), SHIPPED)
                                .judge(new Judgement(
                                        came, stranger, Judgement.Verdict.DIFFERENT, "agent-7", Instant.EPOCH, null)))
                        .isInstanceOf(Judged.Kept.class));
        assertThat(new Intake(dataSource).pending(9))
                .extracting(one -> one.record().key())
                .contains(came);
        for (StoredRecord waiting : new Intake(dataSource).pending(9)) {
            arrivals.settle(waiting.record().key());
        }
        fr.unefois.mdm.store.Citizens citizens = new fr.unefois.mdm.store.Citizens(dataSource);
        assertThat(citizens.refOf(came)).isEqualTo(citizens.refOf(new SourceKey("portail", "n1")));
    }
}
