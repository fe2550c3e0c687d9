package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.access.AuditCheck.Verdict;
import fr.unefois.mdm.access.LiveContracts;
import fr.unefois.mdm.access.ReferenceKeys;
import fr.unefois.mdm.access.SectorReferences;
import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.store.AuditStore;
import fr.unefois.mdm.store.Citizens;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What must not be seen, in the situations where somebody would be hurt by it. */
@ExtendWith(TestDatabase.class)
class AccessScenariosIT {
    @TempDir
    private static @Nullable Path folder;

    private static @Nullable TestServer started;

    @BeforeAll
    static void start(DatabaseSettings database) throws IOException {
        Path config = Objects.requireNonNull(folder);
        try (Stream<Path> files = Files.walk(TestServer.CONFIG)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = config.resolve(TestServer.CONFIG.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        started = new TestServer(database, config);
    }

    @AfterAll
    static void stop() {
        server().close();
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    @Test
    void separatedParentsSeeTheirChildAndNothingOfEachOther() {
        person("portail", "MUM", "Mere-Scenario", "Anne", "1985-03-04", "0612345671", "");
        person("portail", "DAD", "Pere-Scenario", "Marc", "1983-07-08", "0687654329", "");
        person("cantine", "CM", "Mere-Scenario", "Anne", "1985-03-04", "0612345671", "");
        person("cantine", "CD", "Pere-Scenario", "Marc", "1983-07-08", "0687654329", "");
        person("cantine", "KID", "Pere-Scenario", "Zoé", "2018-05-06", "", """
                , "relations": [{"role": "legalRepresentative", "source": "cantine", "id": "CM"},
                {"role": "legalRepresentative", "source": "cantine", "id": "CD"}]""");
        String child = ref("portal", "cantine", "KID");
        String mums = server().get(
                        "portal", "/v1/profiles/" + ref("portal", "portail", "MUM") + "/prefill/cantine?child=" + child)
                .response()
                .body();
        String dads = server().get(
                        "portal", "/v1/profiles/" + ref("portal", "portail", "DAD") + "/prefill/cantine?child=" + child)
                .response()
                .body();
        assertThat(mums).contains("Zoé").contains("612345671").doesNotContain("687654329", "Marc");
        assertThat(dads).contains("Zoé").contains("687654329").doesNotContain("612345671", "Anne");
        Answer childsOwn = server().get("portal", "/v1/profiles/" + child);
        assertThat(childsOwn.status()).isEqualTo(403);
        assertThat(childsOwn.json().path("reason").asString()).isEqualTo("subject");
    }

    @Test
    void aCitizenWithoutAnAccountIsShownByTheirOwnProofAlone() {
        person("cantine", "NOACC", "Sanscompte-Scenario", "Irène", "1979-09-10", "", "");
        String path = "/v1/profiles/" + ref("portal", "cantine", "NOACC");
        assertThat(server().get("portal", path).status()).isEqualTo(403);
        assertThat(server().get("portal", "/v1/crosswalk/cantine/NOACC")
                        .json()
                        .path("identifiers")
                        .size())
                .isZero();
        Answer own = server().get(
                        "portal",
                        path,
                        "Mdm-Subject-Token",
                        proof("portal", "Sanscompte-Scenario", "Irène", "1979-09-10"));
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.json().path("attributes").has("birthName")).isTrue();
        person("cantine", "OTHER", "Autrui-Scenario", "Paul", "1969-01-02", "", "");
        for (String proof : List.of(
                proof("business", "Sanscompte-Scenario", "Irène", "1979-09-10"),
                server().token("portal", ""),
                "nonsense")) {
            assertThat(server().get("portal", path, "Mdm-Subject-Token", proof).status())
                    .isEqualTo(401);
        }
        assertThat(server().get(
                                "portal",
                                path,
                                "Mdm-Subject-Token",
                                proof("portal", "Autrui-Scenario", "Paul", "1969-01-02"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anExpiredContractEndsWithoutARestartAndSoDoesARemovedOne() throws IOException {
        String path = "/v1/profiles/"
                + server().put(
                                "business",
                                "/v1/sources/cantine/records/EXP",
                                body("Expire-Scenario", "Léa", "1990-10-10", "", ""))
                        .json()
                        .path("refs")
                        .get(0)
                        .asString();
        Path file = Objects.requireNonNull(folder).resolve("contracts/business.yml");
        String text = Files.readString(file);
        try {
            Files.writeString(file, text + "valid-until: 2026-01-02\n");
            server().bean(LiveContracts.class).reload();
            Answer expired = server().get("business", path);
            assertThat(expired.status()).isEqualTo(403);
            assertThat(expired.json().path("reason").asString()).isEqualTo("not-in-force");
            Files.delete(file);
            server().bean(LiveContracts.class).reload();
            assertThat(server().get("business", path).json().path("reason").asString())
                    .isEqualTo("no-contract");
        } finally {
            Files.writeString(file, text);
            server().bean(LiveContracts.class).reload();
        }
        assertThat(server().get("business", path).status()).isEqualTo(200);
    }

    @Test
    void aRevokedTokenIsNoneAnyMore() {
        String token = server().token("steward", "");
        assertThat(server().exchange(server().request("/v1/reviews").header("Authorization", "Bearer " + token))
                        .status())
                .isEqualTo(200);
        String form = "token=" + token + "&client_id=" + server().credential("MDM_STEWARD_CLIENT") + "&client_secret="
                + server().credential("MDM_STEWARD_SECRET");
        Answer revoked = server().exchange(server().request("/oauth2/revoke")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(form)));
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(server().exchange(server().request("/v1/reviews").header("Authorization", "Bearer " + token))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void outsideThePopulationACitizenIsUnknown() throws IOException {
        person("cantine", "POP", "Population-Scenario", "Hugo", "1992-11-12", "", "");
        String ref = ref("business", "cantine", "POP");
        Path file = Objects.requireNonNull(folder).resolve("contracts/business.yml");
        String text = Files.readString(file);
        try {
            Files.writeString(file, text + "population: {sources: [mediatheque]}\n");
            server().bean(LiveContracts.class).reload();
            Answer outside = server().get("business", "/v1/profiles/" + ref);
            assertThat(outside.status()).isEqualTo(404);
            assertThat(outside.response().body())
                    .isEqualTo(server().get("business", "/v1/profiles/nonsense")
                            .response()
                            .body());
            assertThat(server().get("business", "/v1/crosswalk/cantine/POP").status())
                    .isEqualTo(404);
            Answer resolved = server().post(
                            "business",
                            "/v1/identities/resolve",
                            body("Population-Scenario", "Hugo", "1992-11-12", "", ""));
            assertThat(resolved.json()).hasToString("{\"outcome\":\"NONE\",\"candidates\":[]}");
        } finally {
            Files.writeString(file, text);
            server().bean(LiveContracts.class).reload();
        }
    }

    @Test
    void whereAMergedReferenceLeadsIsNotToldOutsideThePopulation() throws IOException {
        person("cantine", "LED1", "Menee-Scenario", "Nina", "1987-06-05", "0678912301", "");
        person("cantine", "LED2", "Menee-Scenario", "Nina", "", "", "");
        String loser = ref("business", "cantine", "LED2");
        person("cantine", "LED2", "Menee-Scenario", "Nina", "1987-06-05", "0678912301", "");
        assertThat(server().get("business", "/v1/profiles/" + loser).status()).isEqualTo(308);
        Path file = Objects.requireNonNull(folder).resolve("contracts/business.yml");
        String text = Files.readString(file);
        try {
            Files.writeString(file, text + "population: {sources: [mediatheque]}\n");
            server().bean(LiveContracts.class).reload();
            assertThat(server().get("business", "/v1/profiles/" + loser).status())
                    .isEqualTo(404);
        } finally {
            Files.writeString(file, text);
            server().bean(LiveContracts.class).reload();
        }
    }

    @Test
    void aMergedCitizenIsFoundBySectorsEachUnderItsOwnReferences() {
        person("portail", "ONE", "Fusion-Scenario", "Clara", "1988-08-08", "0678912345", "");
        person("cantine", "TWO", "Fusion-Scenario", "Clara", "", "", "");
        String portals = ref("portal", "cantine", "TWO");
        String canteens = ref("business", "cantine", "TWO");
        person("cantine", "TWO", "Fusion-Scenario", "Clara", "1988-08-08", "0678912345", "");
        String portalsNow = ref("portal", "portail", "ONE");
        String canteensNow = ref("business", "portail", "ONE");
        assertThat(portals).isNotEqualTo(portalsNow);
        assertThat(portalsNow).isNotEqualTo(canteensNow);
        assertThat(server().get("portal", "/v1/profiles/" + portals).header("Location"))
                .isEqualTo("/v1/profiles/" + portalsNow);
        assertThat(server().get("business", "/v1/profiles/" + canteens).header("Location"))
                .isEqualTo("/v1/profiles/" + canteensNow);
    }

    @Test
    void aTieThatOnlySocialServicesKnowFillsNoForm() {
        person("portail", "KIN", "Secret-Scenario", "Eva", "1986-06-06", "", "");
        person("cantine", "HID", "Secret-Scenario", "Tom", "2017-07-07", "", "");
        social(
                "HID",
                "Secret-Scenario",
                "Tom",
                "2017-07-07",
                new Relation(Relation.Role.PARENT, new SourceKey("portail", "KIN")));
        String path = "/v1/profiles/" + ref("portal", "portail", "KIN") + "/prefill/cantine";
        assertThat(server().get("portal", path).status()).isEqualTo(200);
        assertThat(server().get("portal", path + "?child=" + ref("portal", "cantine", "HID"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whomOnlySocialServicesKnowIsNobodyForAnotherSector() {
        social("SEUL", "Discrete-Scenario", "Odile", "1958-02-03");
        Answer resolved = server().post(
                        "business",
                        "/v1/identities/resolve?explain=true",
                        body("Discrete-Scenario", "Odile", "1958-02-03", "", ""));
        assertThat(resolved.status()).isEqualTo(200);
        assertThat(resolved.json()).hasToString("{\"outcome\":\"NONE\",\"candidates\":[]}");
        UUID citizen = server().bean(Citizens.class)
                .refOf(new SourceKey("ccas", "SEUL"))
                .orElseThrow();
        String ref = new SectorReferences(server().bean(ReferenceKeys.class), "education").ref(citizen);
        Answer profile = server().get("business", "/v1/profiles/" + ref);
        assertThat(profile.status()).isEqualTo(404);
        person("cantine", "AUSSI", "Discrete-Scenario", "Odile", "1958-02-03", "", "");
        assertThat(server().get("business", "/v1/profiles/" + ref("business", "cantine", "AUSSI"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatSocialServicesKnowOfACitizenChangesNoAnswerToAnotherSector() {
        person("cantine", "MOINS", "Comparee-Scenario", "Berte", "1961-04-05", "", "");
        String before = resolved();
        assertThat(before).contains("explanation");
        social("PLUS", "Comparee-Scenario", "Berthe", "1961-04-05");
        assertThat(resolved()).isEqualTo(before);
    }

    private static String resolved() {
        return server().post(
                        "business",
                        "/v1/identities/resolve?explain=true",
                        body("Comparee-Scenario", "Berthe", "1961-04-05", "", ""))
                .response()
                .body();
    }

    @Test
    void guessingRecordsAndReferencesIsAlarmed() throws IOException {
        Path file = Objects.requireNonNull(folder).resolve("contracts/steward.yml");
        String text = Files.readString(file);
        try {
            Files.writeString(file, text + "alarm: 2\n");
            server().bean(LiveContracts.class).reload();
            for (String path :
                    List.of("/v1/profiles/nonsense", "/v1/profiles/guessed", "/v1/crosswalk/cantine/NOBODY")) {
                assertThat(server().get("steward", path).status()).isEqualTo(404);
            }
        } finally {
            Files.writeString(file, text);
            server().bean(LiveContracts.class).reload();
        }
        assertThat(server().exchange(server().management("/actuator/prometheus"))
                        .response()
                        .body())
                .contains("mdm_access_alarms_total{contract=\"steward\",kind=\"misses\"} 1.0");
    }

    @Test
    void whatWasShownIsInAnAccountThatVerifies() {
        person("portail", "ACC", "Compte-Scenario", "Nora", "1991-01-31", "", "");
        server().get("portal", "/v1/profiles/" + ref("portal", "portail", "ACC"));
        Verdict verdict = server().bean(AuditStore.class).verify(Map.of(), Instant.EPOCH);
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.rows()).isPositive();
    }

    private static void person(
            String source, String id, String name, String given, String birth, String phone, String more) {
        String client = source.equals("portail") ? "portal" : "business";
        assertThat(server().put(
                                client,
                                "/v1/sources/" + source + "/records/" + id,
                                body(name, given, birth, phone, more))
                        .status())
                .isIn(200, 201);
    }

    /** Written as the ingest job would: no client of this ground writes for the social services. */
    private static void social(String id, String name, String given, String birth, Relation... relations) {
        server().bean(Arrivals.class)
                .arrive(new CitizenRecord(
                        new SourceKey("ccas", id),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Map.of(
                                Attribute.BIRTH_NAME, List.of(new Text(name)),
                                Attribute.GIVEN_NAMES, List.of(new Text(given)),
                                Attribute.BIRTH_DATE, List.of(new Text(birth))),
                        List.of(relations)));
    }

    private static String body(String name, String given, String birth, String phone, String more) {
        return "{\"attributes\": {\"birthName\": \"" + name + "\", \"givenNames\": [\"" + given + "\"]"
                + (birth.isEmpty() ? "" : ", \"birthDate\": \"" + birth + "\"")
                + (phone.isEmpty() ? "" : ", \"phones\": [\"" + phone + "\"]") + "}" + more + "}";
    }

    private static String proof(String audience, String name, String given, String birth) {
        return server().post(
                        "",
                        "/demo/proofs",
                        "{\"audience\": \"" + audience + "\", \"claims\": {\"family_name\": \"" + name
                                + "\", \"given_name\": \"" + given + "\", \"birthdate\": \"" + birth + "\"}}")
                .json()
                .path("token")
                .asString();
    }

    private static String ref(String client, String source, String id) {
        return server().get(client, "/v1/crosswalk/" + source + "/" + id)
                .json()
                .path("ref")
                .asString();
    }
}
