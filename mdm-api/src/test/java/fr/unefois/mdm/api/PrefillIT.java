package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The shipped forms, filled for a mother and a father who live apart. */
@ExtendWith(TestDatabase.class)
class PrefillIT {
    private static final String NOT_KNOWN = "not-known";

    private static @Nullable TestServer started;

    @BeforeAll
    static void start(DatabaseSettings database) {
        started = new TestServer(database);
        parent("MUM", "Mere-Canari", "Anne", "1985-03-04", "anne.canari@example.org");
        parent("DAD", "Pere-Canari", "Marc", "1983-07-08", "marc.canari@example.org");
        canteen("CM", "Mere-Canari", "Anne", "1985-03-04", "");
        canteen("CD", "Pere-Canari", "Marc", "1983-07-08", "");
        canteen("KID", "Pere-Canari", "Zoé", "2018-05-06", ties("parent", "CM", "CD"));
        canteen("GROWN", "Pere-Canari", "Lucas", "2001-02-03", ties("parent", "CM", "CD"));
        canteen("WARD", "Pere-Canari", "Odile", "1999-08-09", ties("legalRepresentative", "CM"));
        canteen("HOME", "Amie-Canari", "Rose", "2015-10-11", ties("household", "CM"));
    }

    @AfterAll
    static void stop() {
        server().close();
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    private static void parent(String id, String name, String given, String birth, String email) {
        created(server().put("portal", "/v1/sources/portail/records/" + id, """
                {"attributes": {"birthName": "%s", "givenNames": ["%s"], "birthDate": "%s", "sex": "F",
                "birthPlace": "38185", "birthCountry": "99100", "emails": ["%s"],
                "addresses": [{"line": "3 rue Pasteur", "postcode": "38000", "city": "Grenoble"}]}}""".formatted(name, given, birth, email)));
    }

    private static void canteen(String id, String name, String given, String birth, String ties) {
        created(server().put("business", "/v1/sources/cantine/records/" + id, """
                {"attributes": {"birthName": "%s", "givenNames": ["%s"], "birthDate": "%s"}%s}""".formatted(name, given, birth, ties)));
    }

    private static void created(Answer answer) {
        assertThat(answer.status()).isIn(200, 201);
    }

    private static String ties(String role, String... parents) {
        List<String> ties = java.util.Arrays.stream(parents)
                .map(id -> "{\"role\": \"%s\", \"source\": \"cantine\", \"id\": \"%s\"}".formatted(role, id))
                .toList();
        return ", \"relations\": [" + String.join(", ", ties) + "]";
    }

    @Test
    void eachShippedFormIsFilledWithWhatItNeedsAndNoMore() {
        Map.of("cantine", 15, "bibliotheque", 9, "eau", 9, "acte-naissance", 11, "demenagement", 8)
                .forEach((form, fields) -> {
                    JsonNode answer = prefill("MUM", form);
                    assertThat(answer.path("total").asInt()).as(form).isEqualTo(fields);
                    assertThat(answer.path("known").asInt()).as(form).isPositive();
                    assertThat(answer.path("notice").asString()).contains("L114-8");
                    assertThat(answer.has("children")).as(form).isEqualTo(form.equals("cantine"));
                });
        assertThat(prefill("MUM", "eau").path("fields").propertyNames()).doesNotContain("sexe", "commune_naissance");
        JsonNode certificate = prefill("MUM", "acte-naissance").path("fields");
        assertThat(certificate.path("commune_naissance").path("value").asString())
                .isEqualTo("38185");
        assertThat(certificate.path("courriel").path("editable").asBoolean()).isTrue();
    }

    @Test
    void aFieldThatRestsOnConsentIsEmptyUntilItIsGivenAndAgainWhenItIsTakenBack() {
        String consent = path("DAD") + "/consents/library-contact";
        assertThat(absent(prefill("DAD", "bibliotheque"), "courriel")).isEqualTo("no-consent");
        Answer given = server().put("portal", consent, "{\"given\": true}");
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.json()
                        .path("consents")
                        .path("library-contact")
                        .path("given")
                        .asBoolean())
                .isTrue();
        JsonNode form = prefill("DAD", "bibliotheque");
        assertThat(form.path("fields").path("courriel").path("value").asString())
                .isEqualTo("marc.canari@example.org");
        assertThat(absent(form, "telephone")).isEqualTo(NOT_KNOWN);
        server().put("portal", consent, "{\"given\": false}");
        JsonNode last = server().get("portal", path("DAD") + "/accesses")
                .json()
                .path("accesses")
                .valueStream()
                .filter(access -> access.path("operation").asString().equals("WRITE"))
                .findFirst()
                .orElseThrow();
        assertThat(last.path("attributes")).hasToString("[\"consents\"]");
        assertThat(absent(prefill("DAD", "bibliotheque"), "courriel")).isEqualTo("no-consent");
    }

    @Test
    void aConsentIsWhatTheCitizenSaidAndNothingElse() {
        JsonNode before =
                server().get("portal", path("MUM") + "/consents").json().path("consents");
        assertThat(before.path("contact-sms").has("given")).isFalse();
        assertThat(before.path("contact-sms").path("text").asString()).contains("par SMS");
        for (String body : List.of("{}", "{\"given\": null}", "{\"given\": \"perhaps\"}")) {
            assertThat(server().put("portal", path("MUM") + "/consents/contact-sms", body)
                            .status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(server().put("portal", path("MUM") + "/consents/no-such-consent", "{\"given\": true}")
                        .status())
                .isEqualTo(404);
        String noAccount = "/v1/profiles/" + ref("business", "portail", "MUM") + "/consents/contact-sms";
        server().put("portal", "/v1/sources/portail/records/ALONE", """
                {"attributes": {"birthName": "Seule-Canari", "givenNames": ["Ida"], "birthDate": "1990-01-02"}}""");
        String elsewhere = "/v1/profiles/" + ref("business", "portail", "ALONE") + "/consents/contact-sms";
        assertThat(server().put("business", noAccount, "{\"given\": true}").status())
                .isEqualTo(200);
        Answer refused = server().put("business", elsewhere, "{\"given\": true}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).isEqualTo("urn:unefois:problem:no-account");
    }

    @Test
    void aParentMayNameTheirMinorChildrenAndWhomTheyRepresent() {
        JsonNode children = prefill("MUM", "cantine").path("children");
        assertThat(children.findValuesAsString("givenName")).containsExactlyInAnyOrder("Zoé", "Odile");
        assertThat(prefill("DAD", "cantine").path("children").findValuesAsString("givenName"))
                .containsExactly("Zoé");
        assertThat(server().get("portal", path("MUM") + "/prefill/cantine?child=" + ref("portal", "cantine", "GROWN"))
                        .status())
                .isEqualTo(404);
        assertThat(server().get("portal", path("MUM") + "/prefill/cantine?child=" + ref("portal", "cantine", "HOME"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void ofTheOtherParentOnlyThatThereIsOneIsTold() {
        for (JsonNode child : prefill("MUM", "cantine").path("children")) {
            boolean shared = child.path("givenName").asString().equals("Zoé");
            Answer answer = server().get(
                            "portal",
                            path("MUM") + "/prefill/cantine?child="
                                    + child.path("ref").asString());
            assertThat(answer.json().path("fields").path("autre_parent"))
                    .hasToString("{\"absent\":\"%s\"}".formatted(shared ? "private" : NOT_KNOWN));
            assertThat(answer.response().body()).doesNotContain("Marc", "marc.canari", ref("portal", "portail", "DAD"));
        }
    }

    @Test
    void whomAParentMayNameIsAccountedForWithTheChild() {
        prefill("MUM", "cantine");
        JsonNode accesses = server().get("steward", "/v1/profiles/" + ref("steward", "cantine", "KID") + "/accesses")
                .json()
                .path("accesses");
        JsonNode latest = accesses.valueStream()
                .filter(access -> access.path("operation").asString().equals("PREFILL"))
                .findFirst()
                .orElseThrow();
        assertThat(latest.path("attributes")).hasToString("[\"givenNames\"]");
    }

    @Test
    void eachSourceThatAFieldNamesIsCalledAsPeopleCallIt() {
        JsonNode filled = prefill("MUM", "demenagement");
        Set<String> named = new TreeSet<>(filled.path("fields").findValuesAsString("source"));
        assertThat(named).isNotEmpty();
        assertThat(filled.path("sources").propertyNames()).containsExactlyElementsOf(named);
        assertThat(filled.path("sources").path("portail").asString()).isEqualTo("Portail citoyen");
    }

    @Test
    void aFormThatIsNotDeclaredIsToldFromACitizenWhoIsNotThere() {
        Answer answer = server().get("portal", path("MUM") + "/prefill/cantin");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("detail").asString()).contains("known are", "cantine");
    }

    /** Démarche Numérique puts the identifier for {id} into a configured address and reads members by their path. */
    @Test
    void aReferentialFieldReadsItByAddressAndPath() {
        String configured = "/v1/profiles/{id}/prefill/demenagement";
        URI asked = URI.create(configured.replace("{id}", ref("portal", "portail", "MUM")));
        Answer answer = server().get("portal", asked.toString(), "Accept", "application/json");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().at("/fields/nom_naissance/value").asString()).isEqualTo("Mere-Canari");
        assertThat(answer.json().at("/fields/ville/value").asString()).isEqualTo("Grenoble");
        assertThat(answer.json().at("/fields/telephone/value").isMissingNode()).isTrue();
        assertThat(server().get("portal", configured.replace("{id}", "inconnu")).status())
                .isEqualTo(404);
    }

    private static JsonNode prefill(String id, String form) {
        Answer answer = server().get("portal", path(id) + "/prefill/" + form);
        assertThat(answer.status()).as(form).isEqualTo(200);
        return answer.json();
    }

    private static String absent(JsonNode form, String field) {
        return form.path("fields").path(field).path("absent").asString("");
    }

    private static String path(String id) {
        return "/v1/profiles/" + ref("portal", "portail", id);
    }

    private static String ref(String client, String source, String id) {
        return server().get(client, "/v1/crosswalk/" + source + "/" + id)
                .json()
                .path("ref")
                .asString("");
    }
}
