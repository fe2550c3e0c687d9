package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.arrive.Arrival;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.change.ChangeEvent.Kind;
import fr.unefois.mdm.change.Recorded;
import fr.unefois.mdm.record.CitizenRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every golden record as of any instant. */
@ExtendWith(TestDatabase.class)
class HistoriesIT {
    private final DataSource dataSource;
    private final PostgresBase base;
    private final Histories histories;

    HistoriesIT(DataSource dataSource) {
        this.dataSource = dataSource;
        this.base = new PostgresBase(dataSource);
        this.histories = new Histories(dataSource);
    }

    private Instant now() {
        return Transactions.run(
                dataSource,
                "reading",
                connection -> Sql.query(
                                connection,
                                "select clock_timestamp()",
                                row -> Objects.requireNonNull(Sql.instant(row, "clock_timestamp")))
                        .get(0));
    }

    private Citizen write(UUID ref, long version, CitizenRecord record) {
        Citizen citizen = new Citizen(ref, version, Samples.golden(12_345, record));
        apply(new Resolution(List.of(), List.of(citizen), Map.of(), Map.of(), List.of(), List.of(), List.of()));
        return citizen;
    }

    private void apply(Resolution resolution) {
        String done = base.write(session -> {
            session.apply(resolution);
            return "done";
        });
        assertThat(done).isEqualTo("done");
    }

    @Test
    void theGoldenRecordIsThereAsItStoodAtEachInstant() {
        UUID ref = References.next();
        Instant before = now();
        Citizen first = write(ref, 1, Samples.record("h1", "NGUYEN"));
        Instant between = now();
        Citizen second = write(ref, 2, Samples.record("h1", "MARTIN"));
        assertThat(histories.at(ref, before)).isEmpty();
        assertThat(histories.at(ref, between)).contains(first);
        assertThat(histories.at(ref, now())).contains(second);
        assertThat(histories.last(ref)).isEmpty();
    }

    @Test
    void asOfTheInstantOfAnEventACitizenIsWhatTheEventBroughtAbout() {
        Arrivals arrivals = new Arrivals(base, Walk.french(Map.of()));
        UUID ref = arrivals.arrive(Samples.record("h4", "KERVELLA")).refs().get(0);
        Arrival again = arrivals.arrive(Samples.record("h4", "QUENTEL"));

        List<Recorded> story = histories.story(ref, 2);

        assertThat(again.refs()).containsExactly(ref);
        assertThat(story).extracting(one -> one.event().kind()).containsExactly(Kind.CHANGED, Kind.CREATED);
        assertThat(histories.at(ref, story.get(0).at())).map(Citizen::version).contains(2L);
        assertThat(histories.at(ref, story.get(1).at())).map(Citizen::version).contains(1L);
    }

    @Test
    void aReferenceThatEndedAndCameBackHasItsWholeStory() {
        UUID ref = References.next();
        Citizen first = write(ref, 1, Samples.record("h2", "NGUYEN"));
        Instant alive = now();
        apply(new Resolution(List.of(), List.of(), Map.of(), Map.of(ref, List.of()), List.of(), List.of(), List.of()));
        Instant gone = now();
        assertThat(histories.last(ref)).contains(first);
        Citizen back = write(ref, 2, Samples.record("h2", "MARTIN"));
        assertThat(histories.at(ref, alive)).contains(first);
        assertThat(histories.at(ref, gone)).isEmpty();
        assertThat(histories.at(ref, now())).contains(back);
    }

    @Test
    void whatIsOnlyRehearsedLeavesNothing() {
        UUID ref = References.next();
        Citizen citizen = new Citizen(ref, 1, Samples.golden(12_345, Samples.record("h3", "NGUYEN")));
        int seen = base.rehearse(session -> {
            session.apply(
                    new Resolution(List.of(), List.of(citizen), Map.of(), Map.of(), List.of(), List.of(), List.of()));
            return session.citizens(List.of(ref)).size();
        });
        assertThat(seen).isEqualTo(1);
        assertThat(new Citizens(dataSource).find(ref)).isInstanceOf(Found.Unknown.class);
    }
}
