package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.api.Receiver.Post;
import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Changes that are brought to an application's own address. */
@ExtendWith(TestDatabase.class)
class WebhooksIT {
    @TempDir
    static Path folder = Path.of("");

    private static @Nullable TestServer started;
    private static @Nullable Receiver receiving;

    private final DataSource dataSource;

    WebhooksIT(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @BeforeAll
    static void start(DatabaseSettings database) throws Exception {
        receiving = new Receiver();
        TestConfig.copy(folder, """
                mdm:
                  webhooks:
                    inside: ["%s"]
                    hosts: [localhost]
                    first-wait: 20ms
                    longest-wait: 100ms
                    attempts: 12
                    timeout: 1s
                    pause: 50ms
                """.formatted(receiver().origin()));
        started = new TestServer(database, folder);
    }

    @AfterAll
    static void stop() {
        server().close();
        receiver().close();
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    private static Receiver receiver() {
        return Objects.requireNonNull(receiving);
    }

    private static void feed(String id, String record) {
        assertThat(server().put("portal", "/v1/sources/portail/records/" + id, record)
                        .status())
                .isLessThan(300);
    }

    private static Answer subscribe(String client, String path) {
        return server().post(
                        client, "/v1/subscriptions", "{\"url\": \"" + receiver().origin() + path + "\"}");
    }

    private static JsonNode subscription(String client, String id) {
        return server().get(client, "/v1/subscriptions/" + id).json();
    }

    private static void until(String what, BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 600; tries++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("never came about: " + what);
    }

    @Test
    void eachEventIsPostedAsASignedCloudEvent() throws Exception {
        Answer made = subscribe("business", "/signed");
        assertThat(made.status()).isEqualTo(201);
        String id = made.json().path("id").asString();
        assertThat(made.header("Location")).isEqualTo("/v1/subscriptions/" + id);
        String secret = made.json().path("secret").asString();
        assertThat(secret).startsWith("whsec_");
        assertThat(subscription("business", id).has("secret")).isFalse();
        feed("W0", People.person(0));
        until("a post", () -> !receiver().posts("/signed").isEmpty());
        Post post = receiver().posts("/signed").get(0);
        assertThat(post.type()).isEqualTo("application/cloudevents+json");
        assertThat(post.json().path("specversion").asString()).isEqualTo("1.0");
        assertThat(post.json().path("type").asString()).isEqualTo("fr.unefois.citizen.created");
        assertThat(post.json().path("id").asString()).isEqualTo(post.id());
        assertThat(post.body()).doesNotContain("KERGUELEN", "example.org", "\"sex\"");
        assertThat(Instant.ofEpochSecond(Long.parseLong(post.timestamp())))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(post.signature()).isEqualTo(signature(secret, post));
        Answer page = server().get("business", "/v1/changes");
        assertThat(page.json().path("events").findValuesAsString("id")).contains(post.id());
        assertThat(server().delete("business", "/v1/subscriptions/" + id).status())
                .isEqualTo(204);
        assertThat(server().delete("business", "/v1/subscriptions/" + id).status())
                .isEqualTo(404);
    }

    /** As a receiver checks it, from the standard's words alone. */
    private static String signature(String secret, Post post) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        byte[] signed =
                mac.doFinal((post.id() + "." + post.timestamp() + "." + post.body()).getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(signed);
    }

    @Test
    void aSubscriptionIsItsClientsAlone() {
        String id = subscribe("business", "/own").json().path("id").asString();
        assertThat(server().get("steward", "/v1/subscriptions/" + id).status()).isEqualTo(404);
        assertThat(server().delete("steward", "/v1/subscriptions/" + id).status())
                .isEqualTo(404);
        assertThat(server().get("steward", "/v1/subscriptions").json().toString())
                .doesNotContain(id);
        assertThat(server().get("business", "/v1/subscriptions").json().toString())
                .contains(id)
                .doesNotContain("whsec_");
        assertThat(subscribe("portal", "/own").status()).isEqualTo(403);
        server().delete("business", "/v1/subscriptions/" + id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://localhost/",
                "https://example.org/",
                "http://169.254.169.254/latest/meta-data",
                "file:///etc/passwd",
                "CANARI"
            })
    void anAddressThatIsNotAllowedIsRefused(String url) {
        Answer answer = server().post("business", "/v1/subscriptions", "{\"url\": \"" + url + "\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.response().body()).doesNotContain(url);
    }

    @Test
    void whatIsGivenUpIsKeptAndRedeliveredWhenAskedAndHoldsUpNobody() throws Exception {
        String id = subscribe("steward", "/dead").json().path("id").asString();
        receiver().answer(post -> post.path().equals("/dead") && post.body().contains("created") ? 307 : 204);
        feed("W1", People.person(1));
        until(
                "a dead letter",
                () -> subscription("steward", id).path("deadLetters").size() >= 1);
        JsonNode letters = subscription("steward", id).path("deadLetters");
        assertThat(letters.get(0).path("reason").asString()).isEqualTo("answered 307");
        assertThat(receiver().posts("/elsewhere")).isEmpty();
        long tries = receiver().posts("/dead").stream()
                .filter(post -> post.id().equals(letters.get(0).path("id").asString()))
                .count();
        assertThat(tries).isEqualTo(12);
        feed("W1", People.person(1, "RENOMMÉE"));
        until(
                "the next event",
                () -> receiver().posts("/dead").stream()
                        .anyMatch(post -> post.body().contains("changed")));
        receiver().answer(post -> 204);
        assertThat(server().post("steward", "/v1/subscriptions/" + id + "/replay", "{\"deadLetters\": true}")
                        .status())
                .isEqualTo(200);
        until(
                "no dead letter",
                () -> subscription("steward", id).path("deadLetters").isEmpty());
        int before = receiver().posts("/dead").size();
        Answer again = server().post(
                        "steward",
                        "/v1/subscriptions/" + id + "/replay",
                        "{\"after\": \"" + letters.get(0).path("id").asString() + "\"}");
        assertThat(again.status()).isEqualTo(200);
        until("a repeated event", () -> receiver().posts("/dead").size() > before);
        assertThat(server().post("steward", "/v1/subscriptions/" + id + "/replay", "{}")
                        .status())
                .isEqualTo(400);
        server().delete("steward", "/v1/subscriptions/" + id);
    }

    /**
     * The receiver fails at random, before and after it applied an event; the deliverer dies at random between a post and
     * the note of it. An inbox makes of at-least-once exactly once, and nothing is missing.
     */
    @Test
    void aConsumerThatKeepsAnInboxAppliesEachEventOnce() throws Exception {
        update("create table inbox (id text primary key)");
        update("create table applied (id text)");
        update("create function die() returns trigger language plpgsql as $$ begin if random() < .05 then"
                + " raise exception 'dead'; end if; return new; end $$");
        String start = subscription(
                        "business",
                        subscribe("business", "/inbox").json().path("id").asString())
                .path("place")
                .asString();
        update("create trigger dies before update of seq on subscription for each row"
                + " when (old.seq <> new.seq) execute function die()");
        Random random = new Random(7);
        receiver().answer(post -> post.path().equals("/inbox") ? consume(post, random) : 204);
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            int mine = writer;
            writers.add(CompletableFuture.runAsync(() -> {
                for (int round = 0; round < 10; round++) {
                    for (int person = 2 + mine; person < 10; person += 4) {
                        feed("X" + person, People.person(person, "TOUR" + (char) ('A' + round)));
                    }
                }
            }));
        }
        writers.forEach(CompletableFuture::join);
        Set<String> told = new TreeSet<>();
        until("every event applied", () -> {
            told.clear();
            server().get("business", "/v1/changes?limit=500&after=" + start)
                    .json()
                    .path("events")
                    .forEach(event -> told.add(event.path("id").asString()));
            return told.size() >= 70 && rows("select id from inbox").containsAll(told);
        });
        update("drop trigger dies on subscription");
        List<String> applied = rows("select id from applied");
        assertThat(applied).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(applied)).isEqualTo(told);
        assertThat(receiver().posts("/inbox")).as("some came twice").hasSizeGreaterThan(told.size());
        receiver().answer(post -> 204);
    }

    private int consume(Post post, Random random) {
        double chance;
        synchronized (random) {
            chance = random.nextDouble();
        }
        if (chance < .15) {
            return chance < .05 ? 0 : 503; // dies before it did anything
        }
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var inbox = connection.prepareStatement("insert into inbox values (?) on conflict do nothing");
                    var apply = connection.prepareStatement("insert into applied values (?)")) {
                inbox.setString(1, post.id());
                if (inbox.executeUpdate() == 1) {
                    apply.setString(1, post.id());
                    apply.executeUpdate();
                }
            }
            if (chance < .25) {
                connection.rollback(); // dies in the middle
                return 500;
            }
            connection.commit();
            return chance < .35 ? 0 : 200; // dies after it, and nobody learns that it was done
        } catch (SQLException e) {
            return 500;
        }
    }

    private void update(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
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
