package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many calls in one request, a line each. */
@ExtendWith(TestDatabase.class)
class LinesIT {
    private static final String NDJSON = "application/x-ndjson";

    private static @Nullable TestServer started;

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

    private static Answer post(String client, String path, String lines) {
        return server().post(client, path, lines, "Content-Type", NDJSON);
    }

    private static List<JsonNode> lines(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith(NDJSON);
        return answer.response()
                .body()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    /** The record of a person as a line: its identifier first, all of it in one line. */
    private static String line(String id, String record) {
        return "{\"id\": \"" + id + "\", " + record.replace("\n", " ").substring(1) + "\n";
    }

    private static String identifier(String id) {
        return "{\"source\": \"portail\", \"id\": \"" + id + "\"}\n";
    }

    @Test
    void eachLineIsAnsweredInItsPlaceAndABadOneStopsNone() {
        String body = line("L0", People.person(0))
                + "{\"id\": \"L1\", \"attributes\": {\"birthName\": \"CANARI\"\n"
                + "\n"
                + line("L2", People.person(1))
                + line("285055746300473", People.person(2))
                + "{\"attributes\": {\"birthName\": \"CANARI\"}}\n"
                + "null\n"
                + line("L0", People.person(0, "RENOMMÉ"))
                + "{\"id\": \"L2\", \"deleted\": true}\n"
                + "{\"id\": \"L0\", \"deleted\": true, \"attributes\": {\"birthName\": \"CANARI\"}}\n"
                + line("L3", People.person(3)).strip();
        Answer answer = post("portal", "/v1/sources/portail/records", body);
        List<JsonNode> lines = lines(answer);
        assertThat(lines).extracting(line -> line.path("line").asInt()).containsExactly(1, 2, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(lines)
                .extracting(line -> line.path("status").asInt())
                .containsExactly(201, 400, 201, 400, 400, 400, 200, 200, 400, 201);
        assertThat(lines)
                .extracting(line -> line.path("answer").path("effect").asString("-"))
                .containsExactly("CREATED", "-", "CREATED", "-", "-", "-", "MATCHED", "REMOVED", "-", "CREATED");
        assertThat(lines.get(1).path("problem").path("type").asString()).isEqualTo("urn:unefois:problem:malformed");
        assertThat(lines.get(0).path("etag").asString()).startsWith("\"");
        assertThat(answer.response().body()).doesNotContain("CANARI", "285055746300473");
        JsonNode again = lines(post("portal", "/v1/sources/portail/records", line("L3", People.person(3))))
                .get(0);
        assertThat(again.path("answer").path("effect").asString()).isEqualTo("UNCHANGED");
        assertThat(again.path("etag").asString())
                .isEqualTo(lines.get(9).path("etag").asString());
    }

    @Test
    void manyAreResolvedAsEachAloneWouldBe() {
        server().put("portal", "/v1/sources/portail/records/R4", People.person(4));
        String asked = asked(People.person(4));
        String alone = server().post("portal", "/v1/identities/resolve", asked)
                .response()
                .body();
        String vague = "{\"attributes\": {\"sex\": \"F\"}}\n";
        List<JsonNode> lines = lines(post("portal", "/v1/identities/resolve", asked + "\n" + vague + asked + "\n"));
        assertThat(lines).extracting(line -> line.path("status").asInt()).containsExactly(200, 400, 200);
        assertThat(lines.get(0).path("answer")).isEqualTo(JsonMapper.shared().readTree(alone));
        assertThat(lines.get(2).path("answer")).isEqualTo(lines.get(0).path("answer"));
    }

    private static String asked(String record) {
        return record.replace("\n", " ").replaceFirst(", *\"asOf\": \"[^\"]*\"", "");
    }

    @Test
    void manyIdentifiersLeadToTheirCitizens() {
        server().put("portal", "/v1/sources/portail/records/C5", People.person(5));
        String alone =
                server().get("portal", "/v1/crosswalk/portail/C5").response().body();
        List<JsonNode> lines =
                lines(post("portal", "/v1/crosswalk", identifier("C5") + identifier("none") + "{\"id\": \"C5\"}"));
        assertThat(lines).extracting(line -> line.path("status").asInt()).containsExactly(200, 404, 400);
        assertThat(lines.get(0).path("answer")).isEqualTo(JsonMapper.shared().readTree(alone));
    }

    @Test
    void aLineHasTheRightsOfACallAndIsAccountedForAsOne() {
        for (String path : List.of("/v1/identities/resolve", "/v1/crosswalk", "/v1/sources/portail/records")) {
            assertThat(post("admin", path, identifier("A6")).status()).isEqualTo(403);
            assertThat(post("", path, identifier("A6")).status()).isEqualTo(401);
        }
        assertThat(post("business", "/v1/sources/portail/records", line("A6", People.person(6)))
                        .status())
                .isEqualTo(403);
        List<JsonNode> lines = lines(post(
                "business",
                "/v1/sources/cantine/records",
                line("A6", People.person(6)) + line("A7", People.atTheCanteen(7))));
        assertThat(lines).extracting(line -> line.path("status").asInt()).containsExactly(403, 201);
        assertThat(lines.get(0).path("problem").path("contract").asString()).isEqualTo("business");
        String ref = server().get("steward", "/v1/crosswalk/cantine/A7")
                .json()
                .path("ref")
                .asString();
        assertThat(server().get("steward", "/v1/profiles/" + ref + "/accesses")
                        .json()
                        .toString())
                .contains("WRITE");
    }

    @Test
    void aRateCountsLines() {
        List<JsonNode> lines = lines(post(
                "dpo",
                "/v1/crosswalk",
                IntStream.range(0, 650).mapToObj(i -> identifier("none" + i)).collect(Collectors.joining())));
        assertThat(lines).hasSize(650);
        assertThat(lines).extracting(line -> line.path("status").asInt()).containsOnly(404, 429);
        assertThat(lines.subList(620, 650))
                .extracting(line -> line.path("status").asInt())
                .containsOnly(429);
    }

    @Test
    void tenThousandLinesAreAnsweredAndOneMoreIsRefusedWhole() {
        String many =
                IntStream.range(0, 10_000).mapToObj(i -> identifier("none" + i)).collect(Collectors.joining());
        assertThat(lines(post("portal", "/v1/crosswalk", many)))
                .extracting(line -> line.path("line").asInt())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 10_000).boxed().toList());
        assertThat(post("portal", "/v1/crosswalk", many + identifier("none")).status())
                .isEqualTo(413);
        assertThat(post("portal", "/v1/crosswalk", "{\"id\": \"" + "x".repeat(17 << 20) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(post("portal", "/v1/crosswalk", " \n\n").status()).isEqualTo(400);
    }

    @Test
    void aClientThatReadsNothingBeforeAllIsSentIsAnsweredInFull() throws IOException {
        String many =
                IntStream.range(0, 5_000).mapToObj(i -> identifier("none" + i)).collect(Collectors.joining());
        URI uri = server().request("/v1/crosswalk").build().uri();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream()
                    .write(("POST /v1/crosswalk HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                                    + NDJSON + "\r\nAuthorization: Bearer "
                                    + server().token("portal", "") + "\r\nContent-Length: "
                                    + many.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + many)
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            List<String> answers =
                    reader.lines().filter(line -> line.startsWith("{\"line\"")).toList();
            assertThat(answers).hasSize(5_000);
        }
    }
}
