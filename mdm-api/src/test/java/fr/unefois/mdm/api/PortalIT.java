package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The demonstration's portal, asked as its pages ask it: a move, an enrolment, parents who live apart. */
@ExtendWith(TestDatabase.class)
class PortalIT {
    private static @Nullable TestServer started;

    @BeforeAll
    static void start(DatabaseSettings database) {
        started = new TestServer(database);
        account("P-MUM", "Vasseur-Canari", "Anne", "1985-03-04", "anne.canari@example.org", "3 rue Pasteur");
        account("P-DAD", "Rolland-Canari", "Marc", "1983-07-08", "marc.canari@example.org", "9 quai Perrière");
        canteen("C-MUM", "Vasseur-Canari", "Anne", "1985-03-04", "");
        canteen("C-DAD", "Rolland-Canari", "Marc", "1983-07-08", "");
        canteen("C-KID", "Rolland-Canari", "Zoé", "2018-05-06", """
                , "relations": [{"role": "legalRepresentative", "source": "cantine", "id": "C-MUM"},
                {"role": "legalRepresentative", "source": "cantine", "id": "C-DAD"}]""");
    }

    @AfterAll
    static void stop() {
        server().close();
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    private static void account(String id, String name, String given, String birth, String email, String line) {
        assertThat(server().put("portal", "/v1/sources/portail/records/" + id, """
                {"attributes": {"birthName": "%s", "givenNames": ["%s"], "birthDate": "%s", "sex": "F",
                "birthPlace": "38185", "birthCountry": "99100", "emails": ["%s"],
                "addresses": [{"line": "%s", "postcode": "38000", "city": "Grenoble"}]},
                "asOf": "2026-01-05T10:00:00Z"}""".formatted(
                                        name, given, birth, email, line))
                        .status())
                .isEqualTo(201);
    }

    private static void canteen(String id, String name, String given, String birth, String relations) {
        assertThat(server().put("business", "/v1/sources/cantine/records/" + id, """
                {"attributes": {"birthName": "%s", "givenNames": ["%s"], "birthDate": "%s"}%s}""".formatted(
                                        name, given, birth, relations))
                        .status())
                .isIn(200, 201);
    }

    @Test
    void aMoveThatIsToldInOneFormShowsInTheOthersAndOnTheProfile() {
        Browser mover = Browser.of("Vasseur-Canari", "Anne", "1985-03-04");
        assertThat(mover.field("eau", "adresse").path("value").asString()).isEqualTo("3 rue Pasteur");
        assertThat(mover.put("contacts", """
                {"addresses": [{"line": "4 place Notre-Dame", "postcode": "38000", "city": "Grenoble"}]}""").status()).isIn(200, 201);
        for (String form : List.of("eau", "demenagement", "bibliotheque", "acte-naissance")) {
            assertThat(mover.field(form, "adresse").path("value").asString())
                    .as(form)
                    .isEqualTo("4 place Notre-Dame");
        }
        JsonNode profile = mover.get("profile").json().path("attributes");
        assertThat(profile.at("/addresses/0/value/line").asString()).isEqualTo("4 place Notre-Dame");
        assertThat(profile.at("/emails/0/value").asString())
                .as("what was not corrected stays")
                .isEqualTo("anne.canari@example.org");
    }

    @Test
    void anEnrolmentHasTheChildAndTheParentWhoAsksAndNothingOfTheOtherParent() {
        Browser father = Browser.of("Rolland-Canari", "Marc", "1983-07-08");
        JsonNode children = father.get("prefill/cantine").json().path("children");
        assertThat(children.findValuesAsString("givenName")).containsExactly("Zoé");
        Answer form =
                father.get("prefill/cantine?child=" + children.at("/0/ref").asString());
        JsonNode fields = form.json().path("fields");
        assertThat(fields.at("/prenom_enfant/value").asString()).isEqualTo("Zoé");
        assertThat(fields.at("/courriel/value").asString()).isEqualTo("marc.canari@example.org");
        assertThat(fields.path("autre_parent")).hasToString("{\"absent\":\"private\"}");
        for (String path : List.of("prefill/cantine", "prefill/eau", "profile", "accesses", "consents")) {
            assertThat(father.get(path).response().body())
                    .as(path)
                    .doesNotContain("anne.canari", "Vasseur", "rue Pasteur", "place Notre-Dame");
        }
        assertThat(form.response().body()).doesNotContain("anne.canari", "Vasseur", "rue Pasteur", "place Notre-Dame");
    }

    @Test
    void whoReadIsToldByServiceAndPurpose() {
        Browser citizen = Browser.of("Rolland-Canari", "Marc", "1983-07-08");
        citizen.get("prefill/eau");
        citizen.get("profile");
        JsonNode accesses = citizen.get("accesses").json().path("accesses");
        assertThat(accesses.findValuesAsString("service")).contains("portal");
        assertThat(accesses.findValuesAsString("purpose")).contains("prefill-forms", "my-account");
        assertThat(accesses.get(0).propertyNames())
                .containsExactlyInAnyOrder("at", "service", "purpose", "operation", "attributes");
    }

    @Test
    void aPreferenceIsKept() {
        Browser citizen = Browser.of("Rolland-Canari", "Marc", "1983-07-08");
        assertThat(citizen.put("consents/contact-sms", "{\"given\": true}").status())
                .isEqualTo(200);
        assertThat(citizen.get("consents")
                        .json()
                        .at("/consents/contact-sms/given")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void somebodyWhomNobodyKnowsSeesNothingAndBeginsTheirRecord() {
        Browser newcomer = Browser.of("Nouvelle-Canari", "Iris", "1993-02-17");
        assertThat(newcomer.get("session").json().path("known").asBoolean()).isFalse();
        assertThat(newcomer.get("prefill/eau").status()).isEqualTo(404);
        assertThat(newcomer.put("contacts", "{\"emails\": [\"iris.canari@example.org\"]}")
                        .status())
                .isEqualTo(201);
        assertThat(newcomer.field("eau", "courriel").path("value").asString()).isEqualTo("iris.canari@example.org");
    }

    @Test
    void anIdentityThatSaysTooLittleIsRefusedAndLogsNobodyIn() {
        for (String body : List.of(
                "{}",
                "{\"claims\": {}}",
                "{\"claims\": {\"family_name\": null}}",
                "{\"claims\": {\"family_name\": \"Seul\"}}",
                "{\"person\": \"NOBODY\"}")) {
            Browser browser = new Browser();
            assertThat(browser.send("POST", "/demo/portal/session", body).status())
                    .as(body)
                    .isBetween(400, 404);
            assertThat(browser.get("session").status()).as(body).isEqualTo(401);
        }
    }

    @Test
    void withoutALoginOrATokenAgainstForgeryThereIsNothing() {
        Browser nobody = new Browser();
        for (String path : List.of("session", "profile", "accesses", "consents", "prefill/eau")) {
            assertThat(nobody.get(path).status()).as(path).isEqualTo(401);
        }
        Browser citizen = Browser.of("Rolland-Canari", "Marc", "1983-07-08");
        citizen.cookies.remove(Browser.CSRF);
        assertThat(citizen.put("contacts", "{\"emails\": [\"forged@example.org\"]}")
                        .status())
                .isEqualTo(403);
    }

    /** What a browser keeps for the portal: its cookies, and no token of the API. */
    private static final class Browser {
        static final String CSRF = "XSRF-TOKEN";
        private final Map<String, String> cookies = new TreeMap<>();

        Browser() {
            assertThat(send("GET", "/demo", null).response().body()).contains("<html lang=\"fr\">");
            assertThat(send("GET", "/", null).header("Location")).endsWith("/demo");
        }

        static Browser of(String name, String given, String birth) {
            Browser browser = new Browser();
            Answer answer = browser.send("POST", "/demo/portal/session", """
                    {"claims": {"family_name": "%s", "given_name": "%s", "birthdate": "%s", "gender": "female",
                    "birthplace": "38185", "birthcountry": "99100"}}""".formatted(name, given, birth));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().body()).doesNotContain("token", "ref");
            return browser;
        }

        Answer get(String path) {
            return send("GET", "/demo/portal/" + path, null);
        }

        Answer put(String path, String json) {
            return send("PUT", "/demo/portal/" + path, json);
        }

        JsonNode field(String form, String field) {
            return get("prefill/" + form).json().path("fields").path(field);
        }

        private Answer send(String method, String path, @Nullable String json) {
            var request = server().request(path)
                    .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                    .header("Content-Type", "application/json");
            List<String> kept = new ArrayList<>();
            cookies.forEach((name, value) -> kept.add(name + "=" + value));
            if (!kept.isEmpty()) {
                request.header("Cookie", String.join("; ", kept));
            }
            String csrf = cookies.get(CSRF);
            if (csrf != null) {
                request.header("X-XSRF-TOKEN", csrf);
            }
            Answer answer = server().exchange(request);
            answer.response().headers().allValues("Set-Cookie").forEach(cookie -> {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            });
            return answer;
        }
    }
}
