package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What stewards decide by the API, and how all of it is undone; each test has people of its own. */
@ExtendWith(TestDatabase.class)
class JudgementsIT {
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

    /** Feeds a person's record to the portal; the steward's reference of its citizen. */
    private static String citizen(String id, int person) {
        assertThat(server().put("portal", "/v1/sources/portail/records/" + id, People.person(person))
                        .status())
                .isEqualTo(201);
        return refOf("portail", id);
    }

    private static String refOf(String source, String id) {
        return server().get("steward", "/v1/crosswalk/" + source + "/" + id)
                .json()
                .path("ref")
                .asString();
    }

    private static Answer profile(String ref) {
        return server().get("steward", "/v1/profiles/" + ref);
    }

    private static JsonNode attributes(String ref) {
        return profile(ref).json().path("attributes");
    }

    private static Answer merge(String one, String other) {
        return server().post("steward", "/v1/profiles/merge", merging(one, other));
    }

    private static String merging(String one, String other) {
        return "{\"refs\": [\"" + one + "\", \"" + other + "\"], \"comment\": \"same signature\"}";
    }

    private static Answer split(String ref, String source, String id) {
        return server().post("steward", "/v1/profiles/" + ref + "/split", splitting(source, id));
    }

    private static String splitting(String source, String id) {
        return "{\"records\": [" + record(source, id) + "]}";
    }

    private static String record(String source, String id) {
        return "{\"source\": \"" + source + "\", \"id\": \"" + id + "\"}";
    }

    private static Answer judge(String left, String right, String verdict) {
        return server().post(
                        "steward",
                        "/v1/judgements",
                        "{\"left\": " + record("portail", left) + ", \"right\": " + record("portail", right)
                                + ", \"verdict\": \"" + verdict + "\"}");
    }

    @Test
    void aQuestionAboutOneCitizenIsReadAndAnsweredLikeAnyOther() {
        String namesake = """
                {"attributes": {"birthName": "QUXTROWSKIE", "givenNames": ["Zéphyrine", "Cunégonde"], "birthDate": "1980"}}""";
        for (String id : List.of("Q1", "Q2")) {
            assertThat(server().put("portal", "/v1/sources/portail/records/" + id, namesake)
                            .status())
                    .isIn(200, 201);
        }
        JsonNode asked = server().get("steward", "/v1/reviews").json().path("reviews");
        JsonNode question = asked.valueStream()
                .filter(one -> one.path("reason").asString().equals("NAMESAKES"))
                .findFirst()
                .orElseThrow();
        String path = "/v1/reviews/" + question.path("id").asString();
        assertThat(server().get("steward", path).status()).isEqualTo(200);
        assertThat(server().post("steward", path + "/judgement", "{\"verdict\": \"DIFFERENT\"}")
                        .status())
                .isEqualTo(200);
        assertThat(refOf("portail", "Q1")).isNotEqualTo(refOf("portail", "Q2"));
        assertThat(server().get("steward", path).status()).isEqualTo(404);
    }

    @Test
    void aMergeRedirectsAndASplitRestoresBothSidesAsIfItHadNeverBeen() {
        String older = citizen("S1", 0);
        String younger = citizen("S2", 1);
        JsonNode olderBefore = attributes(older);
        JsonNode youngerBefore = attributes(younger);
        Answer merged = merge(younger, older);
        assertThat(merged.status()).isEqualTo(200);
        assertThat(merged.json().path("effect").asString()).isEqualTo("MERGED");
        assertThat(merged.json().path("refs").get(0).asString()).isEqualTo(older);
        Answer redirected = profile(younger);
        assertThat(redirected.status()).isEqualTo(308);
        assertThat(redirected.header("Location")).isEqualTo("/v1/profiles/" + older);
        for (String below : List.of("/history", "/why")) {
            assertThat(profile(younger + below).header("Location")).isEqualTo("/v1/profiles/" + older + below);
        }
        assertThat(split(older, "portail", "S2").json().path("effect").asString())
                .isEqualTo("SPLIT");
        assertThat(attributes(older)).isEqualTo(olderBefore);
        assertThat(attributes(younger)).isEqualTo(youngerBefore);
        assertThat(refOf("portail", "S2")).isEqualTo(younger);
    }

    @Test
    void aTrialSaysWhatWouldHappenAndChangesNothing() {
        String one = citizen("T1", 2);
        String other = citizen("T2", 3);
        JsonNode before = profile(other).json();
        Answer tried = server().post("steward", "/v1/profiles/merge?dryRun=true", merging(one, other));
        assertThat(tried.json().path("effect").asString()).isEqualTo("MERGED");
        assertThat(profile(other).json()).isEqualTo(before);
        merge(one, other);
        Answer triedSplit =
                server().post("steward", "/v1/profiles/" + one + "/split?dryRun=true", splitting("portail", "T2"));
        assertThat(triedSplit.json().path("effect").asString()).isEqualTo("SPLIT");
        assertThat(profile(other).status()).isEqualTo(308);
    }

    @Test
    void refusesWhatIsDecidedAlreadyAndWhatIsNotTheCitizens() {
        String one = citizen("N1", 4);
        citizen("N2", 5);
        for (Answer refused : List.of(
                merge(one, one),
                split(one, "portail", "N1"),
                split(one, "portail", "N2"),
                split(one, "nobody", "N1"),
                judge("N1", "N1", "SAME"))) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.type()).isEqualTo("urn:unefois:problem:nothing-to-do");
        }
        assertThat(judge("N1", "none", "SAME").status()).isEqualTo(404);
        assertThat(server().post("steward", "/v1/profiles/merge", "{\"refs\": [\"" + one + "\"]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aContradictionIsRefusedWithItsReasonUntilThatIsTakenBack() {
        String one = citizen("C1", 6);
        String other = citizen("C2", 7);
        judge("C1", "C2", "DIFFERENT");
        Answer refused = merge(one, other);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).isEqualTo("urn:unefois:problem:contradicted");
        JsonNode because = refused.json().path("because").get(0);
        assertThat(because.path("verdict").asString()).isEqualTo("DIFFERENT");
        assertThat(because.path("records").size()).isEqualTo(2);
        judge("C1", "C2", "WITHDRAWN");
        assertThat(merge(one, other).status()).isEqualTo(200);
    }

    @Test
    void aReferenceWhoseRecordsWentApartSaysIntoWhich() {
        String older = citizen("A1", 8);
        server().put("business", "/v1/sources/cantine/records/A3", People.atTheCanteen(9));
        server().put("portal", "/v1/sources/portail/records/A2", People.person(9));
        String two = refOf("portail", "A2");
        assertThat(refOf("cantine", "A3")).isEqualTo(two);
        merge(older, two);
        split(older, "portail", "A2");
        Answer parted = profile(two);
        assertThat(parted.status()).isEqualTo(200);
        assertThat(parted.json().path("splitInto").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(refOf("portail", "A2"), older);
        assertThat(profile(two + "/history").json().path("splitInto").size()).isEqualTo(2);
    }
}
