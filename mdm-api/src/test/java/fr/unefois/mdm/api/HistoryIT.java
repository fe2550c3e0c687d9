package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Golden records through time, and the feed of their changes; each test has people of its own. */
@ExtendWith(TestDatabase.class)
class HistoryIT {
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

    private static void feed(String id, String record) {
        assertThat(server().put("portal", "/v1/sources/portail/records/" + id, record)
                        .status())
                .isLessThan(300);
    }

    private static String refOf(String client, String id) {
        return server().get(client, "/v1/crosswalk/portail/" + id)
                .json()
                .path("ref")
                .asString();
    }

    private static Answer at(String client, String ref, String at) {
        return server().get(client, "/v1/profiles/" + ref + "?at=" + at);
    }

    @Test
    void aProfileIsShownAsItWas() {
        Instant before = Instant.now();
        feed("H1", People.person(0));
        Instant between = Instant.now();
        feed("H1", People.person(0, "RENOMMÉE"));
        String ref = refOf("steward", "H1");
        JsonNode then = at("steward", ref, between.toString()).json();
        assertThat(then.path("attributes").path("birthName").path("value").asString())
                .isEqualTo("KERGUELEN");
        assertThat(then.path("version").asInt()).isEqualTo(1);
        JsonNode now = at("steward", ref, Instant.now().toString()).json();
        assertThat(now.path("attributes").path("birthName").path("value").asString())
                .isEqualTo("RENOMMÉE");
        assertThat(at("steward", ref, before.toString()).status()).isEqualTo(404);
        assertThat(at("steward", ref, "yesterday").status()).isEqualTo(400);
        assertThat(at("business", refOf("business", "H1"), between.toString()).status())
                .isEqualTo(403);
    }

    @Test
    void aMergedReferenceStillShowsWhatItWas() {
        feed("M1", People.person(1));
        feed("M2", People.person(2));
        String loser = refOf("steward", "M2");
        Instant between = Instant.now();
        merge(refOf("steward", "M1"), loser);
        JsonNode then = at("steward", loser, between.toString()).json();
        assertThat(then.path("attributes").path("birthName").path("value").asString())
                .isEqualTo("ŠIMIĆ");
        assertThat(at("steward", loser, Instant.now().toString()).status()).isEqualTo(404);
    }

    private static void merge(String one, String other) {
        assertThat(server().post("steward", "/v1/profiles/merge", "{\"refs\": [\"" + one + "\", \"" + other + "\"]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void historyTellsEachChangeWithItsCause() {
        feed("S1", People.person(3));
        feed("S2", People.person(4));
        String ref = refOf("steward", "S1");
        feed("S1", People.person(3, "RENOMMÉ"));
        merge(ref, refOf("steward", "S2"));
        JsonNode events = server().get("steward", "/v1/profiles/" + ref + "/history")
                .json()
                .path("events");
        assertThat(events.findValuesAsString("kind"))
                .containsExactly("MERGED", "JUDGED", "CHANGED", "CORRECTED", "CREATED", "ARRIVED");
        JsonNode merged = events.get(0);
        assertThat(merged.path("others").size()).isEqualTo(1);
        assertThat(merged.path("cause").path("steward").asString()).isEqualTo("steward");
        assertThat(merged.path("cause").path("records").size()).isEqualTo(2);
        assertThat(events.get(1).path("attributes").valueStream().map(JsonNode::asString))
                .containsExactly("birthName");
    }

    @Test
    void whyTellsWhatHoldsTheRecordsTogether() {
        feed("W1", People.person(5));
        server().put("business", "/v1/sources/cantine/records/W2", People.atTheCanteen(5));
        JsonNode why = server().get("steward", "/v1/profiles/" + refOf("steward", "W1") + "/why")
                .json();
        assertThat(why.path("records").findValuesAsString("id")).containsExactly("W2", "W1");
        JsonNode link = why.path("links").get(0);
        assertThat(link.path("matchWeight").asDouble()).isPositive();
        assertThat(link.path("explanation").findValuesAsString("comparison")).contains("familyName", "birthDate");
        assertThat(why.path("judgements").size()).isZero();
    }

    @Test
    void theFeedTellsEachCitizensChangesInTheirOrderWithoutAValue() throws InterruptedException {
        String start = upToDate("business");
        feed("F1", People.person(6));
        feed("F1", People.person(6, "RENOMMÉ"));
        String ref = refOf("business", "F1");
        Answer answer = waitFor("business", start, 2);
        JsonNode events = answer.json().path("events");
        assertThat(events.findValuesAsString("type"))
                .containsExactly("fr.unefois.citizen.created", "fr.unefois.citizen.changed");
        assertThat(events.findValuesAsString("subject")).containsOnly(ref);
        assertThat(events.findValuesAsString("specversion")).containsOnly("1.0");
        assertThat(events.get(0).path("data").path("attributes").valueStream().map(JsonNode::asString))
                .contains("birthName")
                .doesNotContain("birthPlace", "sex");
        assertThat(answer.response().body()).doesNotContain("RENOMM", "BAMBARA", "example.org");
        String next = answer.json().path("next").asString();
        assertThat(server().get("business", "/v1/changes?after=" + next)
                        .json()
                        .path("events")
                        .size())
                .isZero();
    }

    @Test
    void pagesOfTheFeedAreTogetherTheWholeAndTwoSectorsShareNoId() throws InterruptedException {
        feed("P1", People.person(7));
        feed("P2", People.person(8));
        String end = upToDate("steward");
        Set<String> whole = ids("steward", 500);
        assertThat(whole).contains(end);
        assertThat(ids("steward", 1)).isEqualTo(whole);
        assertThat(ids("business", 500)).isNotEmpty().doesNotContainAnyElementsOf(whole);
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        assertThat(server().get("business", "/v1/changes?after=1").status()).isEqualTo(400);
        assertThat(server().get("business", "/v1/changes?limit=0").status()).isEqualTo(400);
    }

    /** Every id of the feed, in pages of so many. */
    private static Set<String> ids(String client, int limit) {
        Set<String> ids = new TreeSet<>();
        String after = "";
        boolean more = true;
        while (more) {
            JsonNode page =
                    server().get(client, "/v1/changes?limit=" + limit + after).json();
            ids.addAll(page.path("events").findValuesAsString("id"));
            after = "&after=" + page.path("next").asString();
            more = page.path("more").asBoolean();
        }
        return ids;
    }

    /** The feed's end, once everything that was written before shows: a transaction that runs elsewhere delays it. */
    private static String upToDate(String client) throws InterruptedException {
        feed("U" + client, People.person(9));
        feed("U" + client, People.person(9, "DERNIÈRE"));
        String last = refOf(client, "U" + client);
        for (int tries = 0; tries < 100; tries++) {
            JsonNode page = server().get(client, "/v1/changes?limit=500").json();
            JsonNode events = page.path("events");
            JsonNode event = events.isEmpty() ? events : events.get(events.size() - 1);
            if (event.path("subject").asString("").equals(last)
                    && event.path("type").asString("").endsWith(".changed")) {
                server().delete("portal", "/v1/sources/portail/records/U" + client);
                return waitFor(client, page.path("next").asString(), 1)
                        .json()
                        .path("next")
                        .asString();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the feed never showed the last change");
    }

    private static Answer waitFor(String client, String after, int events) throws InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            Answer answer = server().get(client, "/v1/changes?after=" + after);
            if (answer.json().path("events").size() >= events) {
                return answer;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the feed never showed " + events + " events");
    }
}
