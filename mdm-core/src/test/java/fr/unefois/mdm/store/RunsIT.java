package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.store.Runs.Run;
import fr.unefois.mdm.store.Runs.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class RunsIT {
    private final Sessions sessions;
    private final Runs runs;

    RunsIT(DataSource dataSource) {
        sessions = new Sessions(dataSource);
        runs = new Runs(sessions);
    }

    @AfterEach
    void close() {
        sessions.close();
    }

    @Test
    void handsEachRequestToOneTakerOldestFirst() {
        Run first = runs.request(List.of("portail", "ecoles"), "api", Samples.AS_OF);
        Run second = runs.request(List.of(), "api", Samples.AS_OF);
        assertThat(runs.claim(Samples.AS_OF)).map(Run::id).contains(first.id());
        assertThat(runs.claim(Samples.AS_OF)).map(Run::id).contains(second.id());
        assertThat(runs.claim(Samples.AS_OF)).isEmpty();
        assertThat(runs.find(first.id())).map(Run::state).contains(State.RUNNING);
    }

    @Test
    void keepsTheReportOfAFinishedRun() {
        Run run = runs.start(List.of("portail"), "pull", Samples.AS_OF);
        runs.progress(run.id(), Map.of("portail", Map.of("read", 10L)));
        Map<String, Map<String, Long>> report = Map.of("portail", Map.of("read", 20L, "new", 7L));
        runs.finish(run.id(), State.DONE, report, Samples.AS_OF.plusSeconds(60));
        Optional<Run> found = runs.find(run.id());
        assertThat(found)
                .contains(new Run(
                        run.id(),
                        List.of("portail"),
                        State.DONE,
                        "pull",
                        Samples.AS_OF,
                        Samples.AS_OF,
                        Samples.AS_OF.plusSeconds(60),
                        report));
        assertThat(runs.latest(1)).containsExactly(found.orElseThrow());
    }
}
