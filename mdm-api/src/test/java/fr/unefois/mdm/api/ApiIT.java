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

/** The API as two applications and a steward meet it. */
@ExtendWith(TestDatabase.class)
class ApiIT {
    private static final String LINH = """
            {"attributes": {"birthName": "NGUYEN-CANARI", "givenNames": ["Linh", "Marie"], "birthDate": "1987-04-12",
            "sex": "F", "birthPlace": "69123", "birthCountry": "99100", "emails": ["linh.canari@example.org"],
            "phones": ["0612345678"], "addresses": [{"line": "3 rue Pasteur", "postcode": "38000", "city": "Grenoble"}]},
            "asOf": "2026-03-02T10:00:00Z"}""";
    private static final String LINH_AT_THE_CANTEEN = """
            {"attributes": {"birthName": "Nguyen-Canari", "givenNames": ["Linh"], "birthDate": "1987-04-12", "sex": "F",
            "emails": ["linh.canari@example.org"], "phones": ["+33612345678"]}, "asOf": "2025-09-01T00:00:00Z"}""";

    private static @Nullable TestServer started;

    @BeforeAll
    static void start(DatabaseSettings database) {
        started = new TestServer(database);
        server().put("portal", "/v1/sources/portail/records/P1", LINH);
        server().put("business", "/v1/sources/cantine/records/C1", LINH_AT_THE_CANTEEN);
    }

    @AfterAll
    static void stop() {
        server().close();
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    @Test
    void aRecordIsResolvedBeforeTheAnswer() {
        String other = LINH.replace("NGUYEN-CANARI", "OTHER-CANARI")
                .replace("linh.canari", "other.canari")
                .replace("Linh", "Paul")
                .replace("1987-04-12", "1951-11-30")
                .replace("0612345678", "0698765432");
        Answer created = server().put("portal", "/v1/sources/portail/records/P2", other);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("effect").asString()).isEqualTo("CREATED");
        Answer again = server().put("portal", "/v1/sources/portail/records/P2", other);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("effect").asString()).isEqualTo("UNCHANGED");
        String ref = again.json().path("refs").get(0).asString();
        Answer deleted = server().delete("portal", "/v1/sources/portail/records/P2");
        assertThat(deleted.json().path("effect").asString()).isEqualTo("REMOVED");
        Answer gone = server().get("portal", "/v1/profiles/" + ref);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.type()).isEqualTo("urn:unefois:problem:gone");
    }

    @Test
    void theAnswerNamesTheFlawsOfARecord() {
        String flawed = LINH.replace("1987-04-12", "31/31/1987").replace("NGUYEN-CANARI", "FLAW-CANARI");
        Answer answer = server().put("portal", "/v1/sources/portail/records/P3", flawed);
        assertThat(answer.json().path("flaws").findValuesAsString("attribute")).contains("birthDate");
        server().delete("portal", "/v1/sources/portail/records/P3");
    }

    @Test
    void saysWhoADescribedPersonIsWithTheEvidenceInBits() {
        Answer answer = server().post("portal", "/v1/identities/resolve", """
                {"attributes": {"birthName": "Nguyen Canari", "givenNames": ["Linh"], "birthDate": "1987-04-12",
                "emails": ["linh.canari@example.org"]}}""");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("outcome").asString()).isEqualTo("MATCH");
        JsonNode candidate = answer.json().path("candidates").get(0);
        assertThat(candidate.path("ref").asString()).isEqualTo(refOf("portal", "portail", "P1"));
        assertThat(candidate.path("matchWeight").asDouble()).isPositive();
        assertThat(candidate.path("matchProbability").asDouble()).isBetween(.99, 1.0);
        assertThat(candidate.path("explanation").findValuesAsString("comparison"))
                .contains("familyName", "birthDate");
    }

    @Test
    void understandsTheClaimsOfFranceConnect() {
        Answer answer = server().post("portal", "/v1/identities/resolve", """
                {"attributes": {"sub": "abc", "family_name": "NGUYEN-CANARI", "given_name": "Linh Marie",
                "birthdate": "1987-04-12", "gender": "female", "birthplace": "69123", "birthcountry": "99100"}}""");
        assertThat(answer.json().path("outcome").asString()).isEqualTo("MATCH");
    }

    @Test
    void resolvingWritesNothing() {
        Answer before = server().get("portal", "/v1/profiles/" + refOf("portal", "portail", "P1"));
        server().post("portal", "/v1/identities/resolve", LINH.replace(", \"asOf\": \"2026-03-02T10:00:00Z\"", ""));
        Answer after = server().get("portal", "/v1/profiles/" + refOf("portal", "portail", "P1"));
        assertThat(after.json()).isEqualTo(before.json());
    }

    @Test
    void aDescriptionTooVagueIsRefused() {
        Answer answer = server().post(
                        "portal",
                        "/v1/identities/resolve",
                        "{\"attributes\": {\"givenNames\": [\"Linh\"], \"sex\": \"F\"}}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).isEqualTo("urn:unefois:problem:malformed");
    }

    @Test
    void aProfileSaysForEachValueWhereItComesFrom() {
        Answer answer = server().get("portal", "/v1/profiles/" + refOf("portal", "portail", "P1"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        JsonNode name = answer.json().path("attributes").path("birthName");
        assertThat(name.path("value").asString()).isEqualTo("NGUYEN-CANARI");
        assertThat(name.path("certification").asInt()).isEqualTo(600);
        assertThat(name.path("process").asString()).isEqualTo("franceconnect");
        assertThat(name.path("source").asString()).isEqualTo("portail");
        assertThat(name.path("since").asString()).isEqualTo("2026-03-02");
        assertThat(name.path("verified").asBoolean()).isTrue();
        JsonNode given = answer.json().path("attributes").path("givenNames").path("value");
        assertThat(given.size()).isEqualTo(2);
        JsonNode address =
                answer.json().path("attributes").path("addresses").get(0).path("value");
        assertThat(address.path("postcode").asString()).isEqualTo("38000");
    }

    @Test
    void anUnchangedProfileIsNotSentAgain() {
        String path = "/v1/profiles/" + refOf("portal", "portail", "P1");
        Answer first = server().get("portal", path);
        assertThat(first.header("ETag"))
                .isEqualTo("\"" + first.json().path("version").asInt() + "\"");
        assertThat(server().get("portal", path, "If-None-Match", first.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void anAttributeOutsideTheContractIsAbsentNotNull() {
        Answer answer = server().get("business", "/v1/profiles/" + refOf("business", "cantine", "C1"));
        assertThat(answer.json().path("attributes").has("birthDate")).isTrue();
        assertThat(answer.json().path("attributes").has("birthPlace")).isFalse();
        assertThat(answer.json().path("attributes").has("birthCountry")).isFalse();
    }

    @Test
    void askingByNameForWhatTheContractLeavesOutNamesTheContractAndNotTheValue() {
        Answer answer = server().post(
                        "business",
                        "/v1/identities/resolve",
                        "{\"attributes\": {\"birthName\": \"CANARI\", \"birthDate\": \"1987-04-12\", \"birthPlace\": \"69123\"}}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.type()).isEqualTo("urn:unefois:problem:outside-contract");
        assertThat(answer.json().path("contract").asString()).isEqualTo("business");
        assertThat(answer.response().body()).doesNotContain("CANARI", "1987", "69123");
    }

    @Test
    void operationsAndPurposesOutsideTheContractAreRefused() {
        String path = "/v1/profiles/" + refOf("portal", "portail", "P1");
        for (Answer answer : List.of(
                server().get("business", path + "/prefill/cantine"),
                server().get("business", "/v1/reviews"),
                server().get("admin", "/v1/reviews"),
                server().get("portal", path, "Mdm-Purpose", "curiosity"),
                server().put("business", "/v1/sources/portail/records/P9", LINH_AT_THE_CANTEEN),
                server().get("portal", "/v1/crosswalk/ccas/X1"))) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().path("contract").asString()).isNotEmpty();
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @Test
    void twoSectorsNameOneCitizenUnalike() {
        String portals = refOf("portal", "portail", "P1");
        String canteens = refOf("business", "portail", "P1");
        assertThat(canteens).isNotEqualTo(portals).hasSameSizeAs(portals);
        assertThat(refOf("business", "cantine", "C1")).isEqualTo(canteens);
    }

    @Test
    void unknownMalformedAndForeignReferencesAreOneAndTheSame404() {
        String foreign = refOf("business", "portail", "P1");
        List<Answer> answers = List.of(
                server().get("portal", "/v1/profiles/nonsense"),
                server().get("portal", "/v1/profiles/AAAAAAAAAAAAAAAAAAAAAAA"),
                server().get("portal", "/v1/profiles/" + foreign),
                server().get("portal", "/v1/profiles/" + foreign + "/prefill/cantine"),
                server().get("portal", "/v1/profiles/" + foreign + "/accesses"),
                server().get("portal", "/v1/crosswalk/portail/no-such-record"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.response().body())
                    .isEqualTo(answers.get(0).response().body());
        });
    }

    @Test
    void theCrosswalkNamesTheSourcesOfTheContract() {
        Answer answer = server().get("business", "/v1/crosswalk?source=cantine&id=C1");
        assertThat(answer.json().path("identifiers").findValuesAsString("source"))
                .containsExactly("cantine", "portail");
        assertThat(answer.json().path("identifiers").findValuesAsString("id")).containsExactly("C1", "P1");
        assertThat(answer.json().path("identifiers").findValuesAsString("link"))
                .containsExactly("https://cantine.ville.example/dossiers/C1");
    }

    @Test
    void aFormIsFilledAndSaysWhatIsMissing() {
        JsonNode form = server().get("portal", "/v1/profiles/" + refOf("portal", "portail", "P1") + "/prefill/cantine")
                .json();
        assertThat(form.path("form").asString()).isEqualTo("cantine");
        assertThat(form.path("notice").asString()).isNotEmpty();
        assertThat(form.path("total").asInt()).isEqualTo(15);
        assertThat(form.path("fields").size()).isEqualTo(15);
        JsonNode name = form.path("fields").path("nom_naissance");
        assertThat(name.path("value").asString()).isEqualTo("NGUYEN-CANARI");
        assertThat(name.path("verified").asBoolean()).isTrue();
        assertThat(name.path("editable").asBoolean()).isFalse();
        assertThat(name.path("source").asString()).isEqualTo("portail");
        assertThat(form.path("fields").path("code_postal").path("value").asString())
                .isEqualTo("38000");
        assertThat(form.path("fields").path("nom_usage")).hasToString("{\"absent\":\"not-known\"}");
        assertThat(form.path("fields").path("nom_enfant")).hasToString("{\"absent\":\"no-child\"}");
        assertThat(form.path("known").asInt()).isEqualTo(10);
        assertThat(form.path("verifiedCount").asInt()).isEqualTo(5);
        assertThat(server().get("portal", "/v1/profiles/" + refOf("portal", "portail", "P1") + "/prefill/no-such-form")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aChildIsFilledInForTheParentThatASourceNames() {
        server().put("business", "/v1/sources/cantine/records/K1", """
                        {"attributes": {"birthName": "Enfant-Canari", "givenNames": ["Zoé"], "birthDate": "2019-05-06"},
                        "relations": [{"role": "legalRepresentative", "source": "cantine", "id": "C1"}]}""");
        server().put(
                        "business",
                        "/v1/sources/cantine/records/K2",
                        "{\"attributes\": {\"birthName\": \"Voisin-Canari\", \"givenNames\": [\"Léo\"], \"birthDate\": \"2018-01-02\"}}");
        String path = "/v1/profiles/" + refOf("portal", "portail", "P1") + "/prefill/cantine?child=";
        JsonNode form =
                server().get("portal", path + refOf("portal", "cantine", "K1")).json();
        assertThat(form.path("fields").path("prenom_enfant").path("value").asString())
                .isEqualTo("Zoé");
        assertThat(form.path("known").asInt()).isEqualTo(13);
        assertThat(server().get("portal", path + refOf("portal", "cantine", "K2"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void everyReadIsAccountedForWithoutTheAgentsName() {
        String ref = refOf("portal", "portail", "P1");
        server().get("portal", "/v1/profiles/" + ref, "Mdm-Purpose", "my-account");
        JsonNode latest = server().get("portal", "/v1/profiles/" + ref + "/accesses")
                .json()
                .path("accesses")
                .get(0);
        assertThat(latest.path("service").asString()).isEqualTo("portal");
        assertThat(latest.path("purpose").asString()).isEqualTo("my-account");
        assertThat(latest.path("operation").asString()).isEqualTo("READ");
        assertThat(latest.path("attributes").toString()).contains("birthName").doesNotContain("CANARI");
        assertThat(latest.has("agent")).isFalse();
    }

    @Test
    void withoutAValidTokenThereIsNothing() {
        for (Answer answer : List.of(
                server().get("", "/v1/reviews"),
                server().exchange(server().request("/v1/reviews").header("Authorization", "Bearer nonsense")))) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.type()).isEqualTo("urn:unefois:problem:unauthenticated");
        }
    }

    @Test
    void aTokenMayBeNarrowed() {
        String token = server().token("portal", "resolve");
        String path = "/v1/profiles/" + refOf("portal", "portail", "P1");
        Answer answer = server().exchange(server().request(path).header("Authorization", "Bearer " + token));
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void theDescriptionListsEveryCall() {
        Answer answer = server().get("", "/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("openapi").asString()).startsWith("3.1");
        assertThat(answer.json().path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/v1/identities/resolve",
                        "/v1/profiles/{ref}",
                        "/v1/profiles/{ref}/prefill/{form}",
                        "/v1/profiles/{ref}/consents",
                        "/v1/profiles/{ref}/consents/{name}",
                        "/v1/profiles/{ref}/accesses",
                        "/v1/profiles/{ref}/history",
                        "/v1/profiles/{ref}/why",
                        "/v1/profiles/{ref}/split",
                        "/v1/profiles/{ref}/authored",
                        "/v1/profiles/{ref}/authored/{attribute}",
                        "/v1/profiles/merge",
                        "/v1/judgements",
                        "/v1/changes",
                        "/v1/changes/stream",
                        "/v1/subscriptions",
                        "/v1/subscriptions/{id}",
                        "/v1/subscriptions/{id}/replay",
                        "/v1/crosswalk",
                        "/v1/crosswalk/{source}/{sourceId}",
                        "/v1/sources/{source}/records",
                        "/v1/sources/{source}/records/{id}",
                        "/v1/reviews",
                        "/v1/reviews/{id}",
                        "/v1/reviews/{id}/judgement");
        assertThat(answer.json().path("paths").findValues("parameters").toString())
                .doesNotContain("caller");
        assertThat(server().get("", "/swagger-ui.html").status()).isIn(200, 302);
    }

    @Test
    void healthAndMetricsAreOnThePortOfTheirOwn() {
        assertThat(server().exchange(server().management("/actuator/health/readiness"))
                        .status())
                .isEqualTo(200);
        assertThat(server().exchange(server().management("/actuator/prometheus"))
                        .response()
                        .body())
                .contains("jvm_memory_used_bytes");
        assertThat(server().get("", "/actuator/prometheus").status()).isEqualTo(404);
    }

    private static String refOf(String client, String source, String id) {
        return server().get(client, "/v1/crosswalk/" + source + "/" + id)
                .json()
                .path("ref")
                .asString("");
    }
}
