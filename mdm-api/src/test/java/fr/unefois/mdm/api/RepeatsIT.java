package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.KeptAnswers;
import fr.unefois.mdm.store.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls that come twice, and calls that must not overwrite what they have not seen. */
@ExtendWith(TestDatabase.class)
class RepeatsIT {
    private static @Nullable TestServer started;

    private final DataSource dataSource;

    RepeatsIT(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @BeforeAll
    static void start(DatabaseSettings database) {
        started = new TestServer(database);
    }

    @AfterAll
    static void stop() {
        server().close();
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    private static Answer put(String id, String json, String... headers) {
        return server().send("portal", "PUT", "/v1/sources/portail/records/" + id, json, headers);
    }

    private static Answer delete(String id, String... headers) {
        return server().send("portal", "DELETE", "/v1/sources/portail/records/" + id, null, headers);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void theSameCallUnderTheSameKeyIsAnsweredAsTheFirstTime() {
        String key = key();
        Answer first = put("K1", People.person(0), "Idempotency-Key", key);
        Answer again = put("K1", People.person(0), "Idempotency-Key", "\"" + key + "\"");
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("ETag")).isNotEmpty().isEqualTo(first.header("ETag"));
        assertThat(put("K1", People.person(0)).json().path("effect").asString()).isEqualTo("UNCHANGED");
    }

    @Test
    void aKeyIsForOneRequestOfOneClient() {
        String key = key();
        assertThat(put("K2", People.person(1), "Idempotency-Key", key).status()).isEqualTo(201);
        Answer other = put("K2", People.person(1, "AUTRE"), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.type()).isEqualTo("urn:unefois:problem:key-reused");
        assertThat(put("K3", People.person(1), "Idempotency-Key", key).status()).isEqualTo(422);
        assertThat(delete("K2", "Idempotency-Key", key).status()).isEqualTo(422);
        Answer stranger = server().send(
                        "business",
                        "PUT",
                        "/v1/sources/cantine/records/K2",
                        People.atTheCanteen(1),
                        "Idempotency-Key",
                        key);
        assertThat(stranger.status()).isEqualTo(200);
        assertThat(put("K2", People.person(1), "Idempotency-Key", " ").status()).isEqualTo(400);
    }

    @Test
    void whatCameToNothingMayBeTriedAgainUnderItsKey() {
        String key = key();
        assertThat(put("K4", People.person(2), "Idempotency-Key", key, "If-Match", "*")
                        .status())
                .isEqualTo(412);
        assertThat(put("K4", People.person(2)).status()).isEqualTo(201);
        assertThat(put("K4", People.person(2), "Idempotency-Key", key, "If-Match", "*")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ofManyAtOnceOneActsAndTheOthersAreToldSoOrToWait() {
        String key = key();
        List<CompletableFuture<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> put("K5", People.person(3), "Idempotency-Key", key)));
        }
        List<Integer> statuses =
                calls.stream().map(call -> call.join().status()).toList();
        assertThat(statuses).contains(201).containsOnly(201, 409);
        assertThat(put("K5", People.person(3), "Idempotency-Key", key).status()).isEqualTo(201);
    }

    @Test
    void aCallThatIsStillBeingAnsweredIsNotMadeTwice() {
        String key = key();
        assertThat(put("K6", People.person(4), "Idempotency-Key", key).status()).isEqualTo(201);
        update("update kept_answer set status = null, answer = null, etag = null where begun_at ="
                + " (select max(begun_at) from kept_answer)");
        Answer waiting = put("K6", People.person(4), "Idempotency-Key", key);
        assertThat(waiting.status()).isEqualTo(409);
        assertThat(waiting.type()).isEqualTo("urn:unefois:problem:still-in-progress");
        update("update kept_answer set begun_at = begun_at - interval '61 s' where status is null");
        assertThat(put("K6", People.person(4), "Idempotency-Key", key).status()).isEqualTo(200);
    }

    @Test
    void anAnswerIsKeptForADayAndHoldsNothingOfWhatWasSent() {
        String key = key();
        put("K7", People.person(5), "Idempotency-Key", key);
        List<String> kept = rows("select k::text from kept_answer k");
        assertThat(kept).isNotEmpty().noneMatch(row -> row.contains(key) || row.contains("ZWICKER"));
        assertThat(kept).noneMatch(row -> row.contains("example.org") || row.contains("Hugo"));
        update("update kept_answer set begun_at = begun_at - interval '25 hours'");
        assertThat(put("K7", People.person(5, "AUTRE"), "Idempotency-Key", key).status())
                .isEqualTo(200);
        update("update kept_answer set begun_at = begun_at - interval '25 hours'");
        assertThat(server().bean(KeptAnswers.class).forget(java.time.Instant.now()))
                .isPositive();
        assertThat(rows("select client from kept_answer")).isEmpty();
    }

    @Test
    void aRecordIsReplacedOnlyAsItWasSeen() {
        String first = put("E1", People.person(6)).header("ETag");
        String second =
                put("E1", People.person(6, "RENOMMÉE"), "If-Match", first).header("ETag");
        assertThat(second).isNotEmpty().isNotEqualTo(first);
        Answer late = put("E1", People.person(6, "TROISIÈME"), "If-Match", first);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.type()).isEqualTo("urn:unefois:problem:precondition-failed");
        assertThat(late.response().body()).doesNotContain("TROISI", "RENOMM");
        assertThat(put("E1", People.person(6, "RENOMMÉE"), "If-Match", "\"x\", " + second)
                        .header("ETag"))
                .isEqualTo(second);
        assertThat(put("E1", People.person(6), "If-Match", "W/" + second).status())
                .isEqualTo(412);
        assertThat(delete("E1", "If-Match", first).status()).isEqualTo(412);
        assertThat(delete("E1", "If-Match", second).status()).isEqualTo(200);
        assertThat(delete("E1", "If-Match", second).status()).isEqualTo(412);
        assertThat(delete("E1").status()).isEqualTo(200);
    }

    @Test
    void aRecordIsMadeOnlyWhereThereIsNone() {
        assertThat(put("E2", People.person(7), "If-None-Match", "*").status()).isEqualTo(201);
        assertThat(put("E2", People.person(7, "AUTRE"), "If-None-Match", "*").status())
                .isEqualTo(412);
        assertThat(put("E3", People.person(8), "If-Match", "*").status()).isEqualTo(412);
        assertThat(put("E2", People.person(7), "If-Match", "no tag").status()).isEqualTo(400);
    }

    @Test
    void ofTwoWhoSawTheSameRecordOneReplacesIt() {
        String seen = put("E4", People.person(9)).header("ETag");
        List<CompletableFuture<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "NOM" + (char) ('A' + i);
            calls.add(CompletableFuture.supplyAsync(() -> put("E4", People.person(9, name), "If-Match", seen)));
        }
        assertThat(calls.stream().map(call -> call.join().status()).filter(status -> status == 200))
                .hasSize(1);
    }

    @Test
    void aMergeIsMadeOnceUnderItsKeyAndATrialIsAnotherRequest() {
        put("M1", People.person(0, "MERGEUN").replace("1940", "1951"));
        put("M2", People.person(8, "MERGEDEUX"));
        String body = "{\"refs\": [\"" + refOf("M1") + "\", \"" + refOf("M2") + "\"]}";
        String key = key();
        Answer first = server().post("steward", "/v1/profiles/merge", body, "Idempotency-Key", key);
        Answer again = server().post("steward", "/v1/profiles/merge", body, "Idempotency-Key", key);
        assertThat(first.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(server().post("steward", "/v1/profiles/merge?dryRun=true", body, "Idempotency-Key", key)
                        .status())
                .isEqualTo(422);
        assertThat(server().post("steward", "/v1/profiles/merge", body).status())
                .isEqualTo(409);
    }

    private static String refOf(String id) {
        return server().get("steward", "/v1/crosswalk/portail/" + id)
                .json()
                .path("ref")
                .asString();
    }

    private void update(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> rows(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> read = new ArrayList<>();
            while (rows.next()) {
                read.add(rows.getString(1));
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
