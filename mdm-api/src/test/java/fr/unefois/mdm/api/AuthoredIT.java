package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What stewards author, over HTTP. */
@ExtendWith(TestDatabase.class)
class AuthoredIT {
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

    private static String citizen(String id, int person) {
        assertThat(server().put("portal", "/v1/sources/portail/records/" + id, People.person(person))
                        .status())
                .isEqualTo(201);
        return server().get("steward", "/v1/crosswalk/portail/" + id)
                .json()
                .path("ref")
                .asString();
    }

    private static JsonNode attribute(String ref, String name) {
        return server().get("steward", "/v1/profiles/" + ref)
                .json()
                .path("attributes")
                .path(name);
    }

    private static Answer author(String ref, String body) {
        return server().put("steward", "/v1/profiles/" + ref + "/authored", body);
    }

    @Test
    void anAuthoredValueIsShownAsTheStewardsUntilItIsTakenBack() {
        String ref = citizen("AUTHORED-1", 1);
        JsonNode before = attribute(ref, "phones");

        Answer answer = author(
                ref,
                "{\"attributes\": {\"usageName\": \"PHẠM\", \"phones\": [\"06 87 65 43 21\"]}, \"certification\": 360,"
                        + " \"comment\": \"seen at the desk\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("attributes").toString()).isEqualTo("[\"phones\",\"usageName\"]");
        assertThat(attribute(ref, "usageName").path("value").asString()).isEqualTo("PHẠM");
        assertThat(attribute(ref, "usageName").path("certification").asInt()).isEqualTo(360);
        assertThat(attribute(ref, "usageName").path("process").asString()).isEqualTo("steward");
        assertThat(attribute(ref, "phones").path(0).path("value").asString()).isEqualTo("+33687654321");
        assertThat(attribute(ref, "phones").size()).isEqualTo(before.size() + 1);
        assertThat(server().get("steward", "/v1/profiles/" + ref + "/history")
                        .json()
                        .path("events")
                        .path(0)
                        .toString())
                .contains("AUTHORED");

        for (String name : new String[] {"usageName", "phones"}) {
            assertThat(server().delete("steward", "/v1/profiles/" + ref + "/authored/" + name)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(attribute(ref, "phones")).isEqualTo(before);
        assertThat(attribute(ref, "usageName").isMissingNode()).isTrue();
        assertThat(server().delete("steward", "/v1/profiles/" + ref + "/authored/phones")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aCharacterThatCannotBeKeptIsRefusedInAValueAndLeftOutOfAComment() {
        String ref = citizen("AUTHORED-8", 8);
        for (String value : new String[] {"CANARI\\u0000", "CANARI\\ud800"}) {
            Answer refused = author(ref, "{\"attributes\": {\"usageName\": \"" + value + "\"}}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("flaws").path(0).path("rule").asString())
                    .isEqualTo("unstorable-character");
        }
        assertThat(author(
                                ref,
                                "{\"attributes\": {\"usageName\": \"CANARI\"}, \"comment\": \"seen\\u0000 at the desk\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatNoSourceMightSayIsRefusedWithoutBeingRepeated() {
        String ref = citizen("AUTHORED-2", 2);
        Answer refused = author(ref, "{\"attributes\": {\"birthDate\": \"31/02/1987\"}}");
        assertThat(refused.status()).isEqualTo(400);
        JsonNode flaw = refused.json().path("flaws").path(0);
        assertThat(flaw.path("attribute").asString()).isEqualTo("birthDate");
        assertThat(flaw.path("rule").asString()).isEqualTo("not-a-date");
        assertThat(refused.response().body()).doesNotContain("1987");
        assertThat(author(ref, "{\"attributes\": {\"usageName\": \"PHẠM\"}, \"certification\": 600}")
                        .status())
                .isEqualTo(400);
        assertThat(author(ref, "{}").status()).isEqualTo(400);
        assertThat(author("nobody", "{\"attributes\": {\"usageName\": \"PHẠM\"}}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyStewardsAuthorAndOnlyWhatTheirContractLetsThemRead() {
        String ref = citizen("AUTHORED-3", 3);
        assertThat(author(ref, "{\"attributes\": {\"identifiers\": [\"X1\"]}}").status())
                .isEqualTo(403);
        assertThat(server().put(
                                "portal",
                                "/v1/profiles/" + ref + "/authored",
                                "{\"attributes\": {\"usageName\": \"PHẠM\"}}")
                        .status())
                .isEqualTo(403);
    }
}
