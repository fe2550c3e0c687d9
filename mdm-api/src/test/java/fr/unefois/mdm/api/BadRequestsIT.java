package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.store.BaseCounts;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the API answers to requests that are wrong: a problem with the right status, which repeats nothing of them. */
@ExtendWith(TestDatabase.class)
class BadRequestsIT {
    private static final String RESOLVE = "/v1/identities/resolve";
    private static final String RECORD = "/v1/sources/portail/records/";
    private static final String CANARI = "{\"attributes\": {\"birthName\": \"CANARI\"}}";
    private static final String NIR = "285055746300473";

    /** What is logged repeats nothing either. */
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    private static @Nullable TestServer started;

    private final BaseCounts counts;

    BadRequestsIT(DataSource dataSource) {
        counts = new BaseCounts(dataSource);
    }

    @BeforeAll
    static void start(DatabaseSettings database) {
        started = new TestServer(database);
        LOG.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(LOG);
    }

    @AfterAll
    static void stop() {
        server().close();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(LOG);
        assertThat(LOG.list)
                .noneMatch(event -> (event.getFormattedMessage() + thrown(event.getThrowableProxy()))
                        .matches("(?s).*(CANARI|" + NIR + ").*"));
    }

    private static String thrown(@Nullable IThrowableProxy thrown) {
        return thrown == null ? "" : thrown.getMessage() + thrown(thrown.getCause());
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    @Test
    void anAttributeThatIsNotKnownIsNamedByItsPlaceAndByWhatWasPerhapsMeant() {
        assertThat(server().post(
                                "business",
                                RESOLVE,
                                "{\"attributes\": {\"birthName\": \"Roux\", \"brithDate\": \"x\"}}")
                        .json()
                        .path("detail")
                        .asString())
                .contains("number 2 of those given, perhaps `birthDate`;")
                .doesNotContain("brithDate");
        assertThat(server().post("business", RESOLVE, "{\"attributes\": {\"Kervella-Perdu\": \"x\"}}")
                        .json()
                        .path("detail")
                        .asString())
                .contains("number 1 of those given; known are")
                .doesNotContain("Kervella");
    }

    @Test
    void everyErrorIsAProblemWithoutTheValuesThatWereSent() {
        assertProblem(server().post("portal", RESOLVE, "{\"attributes\": \"CANARI\""), 400);
        assertProblem(server().post("portal", RESOLVE, "{\"attributes\": {\"CANARI\": 1}}"), 400);
        assertProblem(server().post("portal", RESOLVE, "{\"attributes\": {\"sex\": [\"CANARI\"]}}"), 400);
        assertProblem(server().put("portal", "/v1/sources/portail/records/P1", "{}"), 400);
        assertProblem(server().get("portal", "/v1/CANARI"), 404);
        assertProblem(server().get("", "/CANARI"), 404);
        assertProblem(server().delete("portal", RESOLVE), 405);
        assertProblem(server().post("portal", RESOLVE, "CANARI", "Content-Type", "text/plain"), 415);
    }

    @Test
    void whatTheParserStumblesOverIsNamedByItsPlace() {
        assertThat(detail(server().post("portal", RESOLVE, "{\"attributes\":\n  {\"birthName\": \"CANARI")))
                .startsWith("The body is no JSON, or names a member twice, line 2, column ");
        assertThat(detail(server().post("portal", RESOLVE, "{\"attributes\": {}, \"attributes\": {}}")))
                .startsWith("The body is no JSON, or names a member twice, line 1, column ");
        assertThat(detail(server().post("portal", RESOLVE, "[\"CANARI\"]")))
                .startsWith("The body holds a value of another kind than is wanted, line 1, column ");
        assertThat(detail(server().put("portal", RECORD + "P1", "{\"asOf\": \"CANARI\"}")))
                .startsWith("The body holds a value of another kind than is wanted, line 1, column ");
        assertThat(detail(server().post("portal", RESOLVE, ""))).isEqualTo("The request has no body.");
    }

    @Test
    void aMemberThatNobodyWouldReadIsRefused() {
        Answer answer =
                server().put("portal", RECORD + "P1", "{\"attributes\": {\"birthName\": \"CANARI\"}, \"CANARI\": [1]}");
        assertProblem(answer, 400);
        assertThat(detail(answer))
                .startsWith("The body holds a member that is not known, line 1, column ")
                .endsWith("; known there are asOf, attributes, relations.");
        assertThat(counts.records()).isZero();
    }

    @Test
    void aParameterIsNamedWhenItIsMissingOrOfAnotherKind() {
        assertThat(detail(server().get("portal", "/v1/crosswalk?source=portail")))
                .isEqualTo("The parameter `id` is missing.");
        assertThat(detail(server().get("steward", "/v1/reviews?limit=CANARI")))
                .isEqualTo("The parameter `limit` is of another kind than is wanted.");
    }

    @Test
    void anInstantThatNoCalendarHasIsRefused() {
        server().put("portal", RECORD + "P9", CANARI);
        String ref = server().get("steward", "/v1/crosswalk/portail/P9")
                .json()
                .path("ref")
                .asString();
        for (String at : new String[] {"%2B999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z", "CANARI"}) {
            assertProblem(server().get("steward", "/v1/profiles/" + ref + "?at=" + at), 400);
        }
        String far = CANARI.replaceFirst("}$", ", \"asOf\": \"+999999999-12-31T23:59:59Z\"}");
        assertProblem(server().put("portal", RECORD + "P9", far), 400);
        server().delete("portal", RECORD + "P9");
    }

    @Test
    void aMergeOfSomebodyWithNobodyIsRefused() {
        assertProblem(server().post("steward", "/v1/profiles/merge", "{\"refs\": [null, \"CANARI\"]}"), 400);
        assertProblem(server().post("steward", "/v1/profiles/merge", "{\"refs\": [\"CANARI\"]}"), 400);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItsLengthIsAnnouncedOrNot() {
        byte[] large = ("{\"attributes\": {\"birthName\": \"" + "CANARI".repeat(200_000) + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
        assertProblem(send(BodyPublishers.ofByteArray(large)), 413);
        assertProblem(send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))), 413);
        byte[] deep = ("{\"attributes\": {\"birthName\": " + "[".repeat(2_000)).getBytes(StandardCharsets.UTF_8);
        assertProblem(send(BodyPublishers.ofByteArray(deep)), 413);
    }

    private static Answer send(java.net.http.HttpRequest.BodyPublisher body) {
        return server().exchange(server().request(RESOLVE)
                .header("Authorization", "Bearer " + server().token("portal", ""))
                .header("Content-Type", "application/json")
                .POST(body));
    }

    @ParameterizedTest
    @CsvSource({
        NIR + ",looks like a NIR",
        "2%2085%2005%2057%20463%20004%2073,looks like a NIR",
        "CANARI%01,holds control characters",
        "%20,is empty"
    })
    void whatIsNoIdentifierNamesNoRecord(String id, String fault) {
        Answer answer = server().put("portal", RECORD + id, CANARI);
        assertProblem(answer, 400);
        assertThat(detail(answer)).contains(fault);
        assertProblem(server().delete("portal", RECORD + id), 400);
        assertProblem(server().get("portal", "/v1/crosswalk?source=portail&id=" + id), 404);
        assertThat(counts.records()).isZero();
    }

    @Test
    void anIdentifierHasAnEnd() {
        assertProblem(server().put("portal", RECORD + "x".repeat(201), CANARI), 400);
        assertProblem(server().get("portal", "/v1/crosswalk?source=portail&id=%00CANARI"), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"role\": \"CANARI\", \"source\": \"portail\", \"id\": \"1\"}",
                "{\"role\": \"parent\", \"source\": \"portail\", \"id\": \"" + NIR + "\"}",
                "{\"role\": \"parent\", \"source\": \"" + NIR + "\", \"id\": \"1\"}",
                "{\"role\": \"parent\", \"source\": \"portail\", \"id\": \"\\ud800\"}",
                "{\"role\": \"parent\", \"source\": \"portail\", \"id\": \"1\", \"CANARI\": 1}"
            })
    void aTieThatLeadsNowhereIsRefused(String relation) {
        assertProblem(
                server().put(
                                "portal",
                                RECORD + "P1",
                                "{\"attributes\": {\"birthName\": \"CANARI\"}, \"relations\": [" + relation + "]}"),
                400);
        assertThat(counts.records()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/profiles/CAN%2FARI", "/v1/profiles/CANARI%00", "/v1/profiles/%zzCANARI", "/v1/{CANARI}"})
    void anAddressThatTheServerItselfRefusesIsAProblemAsWell(String path) throws IOException {
        assertProblemOf(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void headersWithoutEndAreAProblemAsWell() throws IOException {
        assertProblemOf(
                raw("GET /v1/reviews HTTP/1.1\r\nHost: localhost\r\nX: " + "CANARI".repeat(10_000) + "\r\n\r\n"));
    }

    @Test
    void theTokenEndpointSpeaksTheLanguageOfItsOwnStandardAndRepeatsNothing() {
        Answer answer = server().exchange(server().request("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic Q0FOQVJJOkNBTkFSSQ==")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=CANARI")));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("error").asString()).isEqualTo("invalid_client");
        assertThat(answer.response().body()).doesNotContain("CANARI");
        assertProblem(server().get("", "/oauth2/token?CANARI"), 401);
    }

    private static String detail(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().path("detail").asString();
    }

    private static void assertProblemOf(String response) {
        assertThat(response)
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("content-type: application/problem+json")
                .endsWith("\"type\":\"urn:unefois:problem:malformed\"}")
                .doesNotContain("CANARI");
    }

    /** What no client library would send. */
    private static String raw(String request) throws IOException {
        URI server = server().request("/").build().uri();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            StringBuilder response = new StringBuilder();
            var reader = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                response.append((char) c);
            }
            return response.toString();
        }
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.type()).startsWith("urn:unefois:problem:");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.response().body()).doesNotContain("CANARI", NIR, "2 85");
    }
}
