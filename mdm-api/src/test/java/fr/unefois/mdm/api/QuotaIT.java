package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Clients whose contracts show them four citizens a day. */
@ExtendWith(TestDatabase.class)
class QuotaIT {
    private static final int QUOTA = 4;
    private static final String CANTEEN = "/v1/sources/cantine/records/";

    private static TestServer server(DatabaseSettings database, Path folder) throws IOException {
        return new TestServer(
                database,
                TestConfig.copy(
                        folder, "", text -> text.replaceAll("(?m)^quota: .*$", "quota: " + QUOTA + "\nalarm: 2")));
    }

    private static String metrics(TestServer server) {
        return server.exchange(server.management("/actuator/prometheus"))
                .response()
                .body();
    }

    @Test
    void anEnumeratorLearnsItsQuotaAndIsAlarmed(DatabaseSettings database, @TempDir Path folder) throws IOException {
        try (TestServer server = server(database, folder)) {
            for (int i = 0; i < 6; i++) {
                assertThat(server.put("portal", "/v1/sources/portail/records/E" + i, People.person(i))
                                .status())
                        .isIn(200, 201);
            }
            int learned = 0;
            for (int i = 0; i < 6; i++) {
                Answer answer = server.get("dpo", "/v1/crosswalk/portail/E" + i);
                learned += answer.status() == 200 ? 1 : 0;
                assertThat(answer.status()).isIn(200, 429);
            }
            assertThat(learned).isEqualTo(QUOTA);
            assertThat(metrics(server))
                    .contains("mdm_access_alarms_total{contract=\"dpo\",kind=\"breadth\"} 1.0")
                    .contains("mdm_access_alarms_total{contract=\"dpo\",kind=\"quota\"} 1.0");
        }
    }

    @Test
    void beyondTheQuotaNothingIsWrittenRatherThanWrittenAndRefused(DatabaseSettings database, @TempDir Path folder)
            throws IOException {
        try (TestServer server = server(database, folder)) {
            for (int i = 0; i < QUOTA; i++) {
                assertThat(server.put("business", CANTEEN + "Q" + i, People.atTheCanteen(i))
                                .status())
                        .isIn(200, 201);
            }
            assertThat(server.put("business", CANTEEN + "Q7", People.atTheCanteen(7))
                            .status())
                    .isEqualTo(429);
            assertThat(server.delete("business", CANTEEN + "Q0").status()).isEqualTo(429);
            assertThat(server.get("portal", "/v1/crosswalk/cantine/Q7").status())
                    .as("not there")
                    .isEqualTo(404);
            assertThat(server.get("portal", "/v1/crosswalk/cantine/Q0").status())
                    .as("still there")
                    .isEqualTo(200);
        }
    }
}
