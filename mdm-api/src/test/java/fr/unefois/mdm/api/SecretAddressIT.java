package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Somebody hides from somebody: where one source keeps their address secret, no other gives it away. */
@ExtendWith(TestDatabase.class)
class SecretAddressIT {
    private static final String HIDEOUT = "14 rue du Refuge";

    private static @Nullable TestServer started;

    @BeforeAll
    static void start(DatabaseSettings database, @TempDir Path folder) throws IOException {
        String mdm = Files.readString(TestServer.CONFIG.resolve("mdm.yml"));
        started = new TestServer(
                database,
                TestConfig.copy(
                        folder,
                        mdm,
                        text -> text.replace(
                                "  autre_parent:",
                                "  adresse_enfant: {attribute: addresses, part: line, whose: child, ground: CRPA L114-8}\n"
                                        + "  autre_parent:")));
    }

    @AfterAll
    static void stop() {
        server().close();
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    @Test
    void theAddressIsShownToTheSectorThatGaveItAlone() {
        canteen("S1", "Cachee-Scenario", "");
        String ref = ref("steward", "S1");
        String before = Instant.now().toString();
        assertThat(shown("steward", ref)).contains(HIDEOUT);

        socialServicesKeepItSecret("S1", "Cachee-Scenario");

        assertThat(shown("steward", ref)).contains("Cachee-Scenario").doesNotContain("Refuge", "34000", "secret");
        assertThat(server().get("steward", "/v1/profiles/" + ref + "?at=" + before)
                        .response()
                        .body())
                .contains("Cachee-Scenario")
                .doesNotContain("Refuge", "34000", "secret");
        JsonNode own = server().get("business", "/v1/profiles/" + ref("business", "S1"))
                .json()
                .path("attributes")
                .path("addresses");
        assertThat(own.toString()).contains(HIDEOUT, "\"secret\":true");
    }

    @Test
    void nobodyElseLearnsByAskingWhetherAnAddressFits() {
        canteen("S2", "Celee-Scenario", "");
        String guessed = evidenceOfTheAddress("S2", "Celee-Scenario", HIDEOUT);
        assertThat(guessed).isNotEqualTo(evidenceOfTheAddress("S2", "Celee-Scenario", "3 quai Perdu"));

        socialServicesKeepItSecret("S2", "Celee-Scenario");

        assertThat(evidenceOfTheAddress("S2", "Celee-Scenario", HIDEOUT))
                .isEqualTo(evidenceOfTheAddress("S2", "Celee-Scenario", "3 quai Perdu"));
    }

    @Test
    void aSourceOfTheSectorItselfMayKeepItSecretToo() {
        canteen("S3", "Tue-Scenario", ", \"secret\": true");
        assertThat(shown("steward", ref("steward", "S3"))).doesNotContain("Refuge");
        assertThat(shown("business", ref("business", "S3"))).contains(HIDEOUT);
    }

    @Test
    void aParentLearnsNothingOfTheOthersHideoutThroughTheirChild() {
        for (String parent : List.of("Mere", "Pere")) {
            for (String source : List.of("portail", "cantine")) {
                assertThat(server().put(
                                        source.equals("portail") ? "portal" : "business",
                                        "/v1/sources/" + source + "/records/" + parent,
                                        "{\"attributes\": {\"birthName\": \"" + parent
                                                + "-Refuge\", \"givenNames\": [\"Dominique\"], \"birthDate\": \"1981"
                                                + (parent.startsWith("M") ? "-03-04" : "-11-22")
                                                + "\"}}")
                                .status())
                        .isIn(200, 201);
            }
        }
        assertThat(server().put(
                                "business",
                                "/v1/sources/cantine/records/Enfant",
                                "{\"attributes\": {\"birthName\": \"Enfant-Refuge\", \"givenNames\": [\"Lou\"], "
                                        + "\"birthDate\": \"2019-05-06\", \"addresses\": " + address(HIDEOUT, "")
                                        + "}, \"relations\": [{\"role\": \"legalRepresentative\", \"source\": "
                                        + "\"cantine\", \"id\": \"Mere\"}, {\"role\": \"legalRepresentative\", "
                                        + "\"source\": \"cantine\", \"id\": \"Pere\"}]}")
                        .status())
                .isIn(200, 201);
        String form = "/v1/profiles/"
                + server().get("portal", "/v1/crosswalk/portail/Pere")
                        .json()
                        .path("ref")
                        .asString()
                + "/prefill/cantine?child=" + ref("portal", "Enfant");
        assertThat(server().get("portal", form).response().body()).contains("Lou", HIDEOUT);

        assertThat(server().put(
                                "business",
                                "/v1/sources/cantine/records/Mere",
                                "{\"attributes\": {\"birthName\": \"Mere-Refuge\", \"givenNames\": [\"Dominique\"], "
                                        + "\"birthDate\": \"1981-03-04\", \"addresses\": "
                                        + address(HIDEOUT, ", \"secret\": true") + "}}")
                        .status())
                .isEqualTo(200);

        assertThat(server().get("portal", form).response().body())
                .contains("Lou")
                .doesNotContain(HIDEOUT);
    }

    @Test
    void itIsToldAgainOnceItIsNoSecretAnyMore() {
        canteen("S4", "Levee-Scenario", ", \"secret\": true");
        canteen("S4", "Levee-Scenario", "");
        assertThat(shown("steward", ref("steward", "S4"))).contains(HIDEOUT);
    }

    @Test
    void aStewardJudgesThePairWithoutSeeingIt() throws Exception {
        doubtful("portal", "portail", "1938-04-14", address(HIDEOUT, ", \"secret\": true"));
        doubtful("business", "cantine", "1983-04-14", address("2 rue du Levant", ""));
        String task = "";
        for (JsonNode one : server().get("steward", "/v1/reviews").json().path("reviews")) {
            if (one.toString().contains("Doute")) {
                task = one.path("id").asString();
            }
        }
        assertThat(task).isNotEmpty();
        assertThat(server().get("steward", "/v1/reviews/" + task).response().body())
                .doesNotContain("Refuge");

        HttpClient browser = signedIn("STEWARD");
        HttpResponse<String> page =
                browser.send(server().page("/console/reviews/" + task).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("DOUTE-SCENARIO").doesNotContainIgnoringCase("refuge");
    }

    private static void doubtful(String client, String source, String birthDate, String addresses) {
        assertThat(server().put(
                                client,
                                "/v1/sources/" + source + "/records/Doute",
                                "{\"attributes\": {\"birthName\": \"DOUTE-SCENARIO\", \"givenNames\": [\"Philippine\"], "
                                        + "\"birthDate\": \"" + birthDate + "\", \"addresses\": "
                                        + addresses + "}}")
                        .status())
                .isEqualTo(201);
    }

    /** As a person does: with the form, and the token in it. */
    private static HttpClient signedIn(String account) throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        String form = browser.send(server().page("/console/login").build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form);
        assertThat(token.find()).isTrue();
        String body = "username=" + server().credential("MDM_" + account + "_USER") + "&password="
                + server().credential("MDM_" + account + "_PASSWORD") + "&_csrf=" + token.group(1);
        browser.send(
                server().page("/console/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return browser;
    }

    @Test
    void itStaysSecretInThePastOfAReferenceThatWasMerged() {
        canteen("S5", "Avant-Scenario", "");
        canteen("S6", "Avant-Scenario", "");
        String kept = ref("steward", "S5");
        String lost = ref("steward", "S6");
        String before = Instant.now().toString();
        assertThat(server().post("steward", "/v1/profiles/merge", "{\"refs\": [\"" + kept + "\", \"" + lost + "\"]}")
                        .status())
                .isEqualTo(200);
        for (String ref : List.of(kept, lost)) {
            assertThat(shown("steward", ref + "?at=" + before)).contains(HIDEOUT);
        }

        socialServicesKeepItSecret("S5", "Avant-Scenario");

        for (String ref : List.of(kept, lost)) {
            assertThat(shown("steward", ref + "?at=" + before))
                    .contains("Avant-Scenario")
                    .doesNotContain("Refuge", "34000", "secret");
        }
    }

    private static String evidenceOfTheAddress(String id, String name, String line) {
        JsonNode candidates = server().post(
                        "steward",
                        "/v1/identities/resolve?explain=true",
                        "{\"attributes\": {\"birthName\": \"" + name
                                + "\", \"givenNames\": [\""
                                + given(id) + "\"], \"birthDate\": \"" + birthDate(id) + "\", \"addresses\": "
                                + address(line, "") + "}}")
                .json()
                .path("candidates");
        assertThat(candidates.size()).isPositive();
        return candidates.toString();
    }

    private static void canteen(String id, String name, String secret) {
        assertThat(server().put(
                                "business",
                                "/v1/sources/cantine/records/" + id,
                                "{\"attributes\": {\"birthName\": \"" + name
                                        + "\", \"givenNames\": [\""
                                        + given(id) + "\"], \"birthDate\": \"" + birthDate(id) + "\", "
                                        + "\"addresses\": " + address(HIDEOUT, secret) + "}}")
                        .status())
                .isIn(200, 201);
    }

    /** Nobody here is anybody's namesake: all that they share is where they live. */
    private static String given(String id) {
        return List.of("Maud", "Odette", "Kevin", "Philomène", "Gontran", "Ysaline")
                .get(id.charAt(1) - '1');
    }

    private static String birthDate(String id) {
        return "19" + Math.floorMod(9 - (id.charAt(1) - '1') * 2, 10) + "4-0" + id.charAt(1) + "-1" + id.charAt(1);
    }

    private static String address(String line, String secret) {
        return "[{\"line\": \"" + line + "\", \"postcode\": \"34000\", \"city\": \"Montpellier\"" + secret + "}]";
    }

    /** A source that links and gives no value keeps the secret all the same. */
    private static void socialServicesKeepItSecret(String id, String name) {
        server().bean(Arrivals.class)
                .arrive(new CitizenRecord(
                        new SourceKey("ccas", id),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Map.of(
                                Attribute.BIRTH_NAME, List.of(new Text(name)),
                                Attribute.GIVEN_NAMES, List.of(new Text(given(id))),
                                Attribute.BIRTH_DATE, List.of(new Text(birthDate(id))),
                                Attribute.ADDRESSES,
                                        List.of(new Address(HIDEOUT, "34000", "Montpellier", null, true)))));
    }

    private static String shown(String client, String ref) {
        return server().get(client, "/v1/profiles/" + ref).response().body();
    }

    private static String ref(String client, String id) {
        return server().get(client, "/v1/crosswalk/cantine/" + id)
                .json()
                .path("ref")
                .asString();
    }
}
