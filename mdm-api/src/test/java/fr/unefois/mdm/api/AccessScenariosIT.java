package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.access.AuditCheck.Verdict;
import fr.unefois.mdm.access.LiveContracts;
import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.store.AuditStore;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        started = new TestServer(
                database,
                TestConfig.copy(
                        Objects.requireNonNull(folder), Files.readString(TestServer.CONFIG.resolve("mdm.yml"))));
    }

    @AfterAll
    static void stop() {
        server().close();
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    private static Scenario scenario() {
        return new Scenario(server());
    }

    @Test
    void separatedParentsSeeTheirChildAndNothingOfEachOther() {
        scenario().person("portail", "MUM", "Mere-Scenario", "Anne", "1985-03-04", "0612345671", "");
        scenario().person("portail", "DAD", "Pere-Scenario", "Marc", "1983-07-08", "0687654329", "");
        scenario().person("cantine", "CM", "Mere-Scenario", "Anne", "1985-03-04", "0612345671", "");
        scenario().person("cantine", "CD", "Pere-Scenario", "Marc", "1983-07-08", "0687654329", "");
        scenario().person("cantine", "KID", "Pere-Scenario", "Zoé", "2018-05-06", "", """
                , "relations": [{"role": "legalRepresentative", "source": "cantine", "id": "CM"},
                {"role": "legalRepresentative", "source": "cantine", "id": "CD"}]""");
        String child = scenario().ref("portal", "cantine", "KID");
        String mums = server().get(
                        "portal",
                        "/v1/profiles/" + scenario().ref("portal", "portail", "MUM") + "/prefill/cantine?child="
                                + child)
                .response()
                .body();
        String dads = server().get(
                        "portal",
                        "/v1/profiles/" + scenario().ref("portal", "portail", "DAD") + "/prefill/cantine?child="
                                + child)
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
        scenario().person("cantine", "NOACC", "Sanscompte-Scenario", "Irène", "1979-09-10", "", "");
        String path = "/v1/profiles/" + scenario().ref("portal", "cantine", "NOACC");
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
                        scenario().proof("portal", "Sanscompte-Scenario", "Irène", "1979-09-10"));
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.json().path("attributes").has("birthName")).isTrue();
        scenario().person("cantine", "OTHER", "Autrui-Scenario", "Paul", "1969-01-02", "", "");
        for (String proof : List.of(
                scenario().proof("business", "Sanscompte-Scenario", "Irène", "1979-09-10"),
                server().token("portal", ""),
                "nonsense")) {
            assertThat(server().get("portal", path, "Mdm-Subject-Token", proof).status())
                    .isEqualTo(401);
        }
        assertThat(server().get(
                                "portal",
                                path,
                                "Mdm-Subject-Token",
                                scenario().proof("portal", "Autrui-Scenario", "Paul", "1969-01-02"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anExpiredContractEndsWithoutARestartAndSoDoesARemovedOne() throws IOException {
        String path = "/v1/profiles/"
                + server().put(
                                "business",
                                "/v1/sources/cantine/records/EXP",
                                Scenario.body("Expire-Scenario", "Léa", "1990-10-10", "", ""))
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
        scenario().person("cantine", "POP", "Population-Scenario", "Hugo", "1992-11-12", "", "");
        String ref = scenario().ref("business", "cantine", "POP");
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
                            Scenario.body("Population-Scenario", "Hugo", "1992-11-12", "", ""));
            assertThat(resolved.json()).hasToString("{\"outcome\":\"NONE\",\"candidates\":[]}");
        } finally {
            Files.writeString(file, text);
            server().bean(LiveContracts.class).reload();
        }
    }

    @Test
    void whereAMergedReferenceLeadsIsNotToldOutsideThePopulation() throws IOException {
        scenario().person("cantine", "LED1", "Menee-Scenario", "Nina", "1987-06-05", "0678912301", "");
        scenario().person("cantine", "LED2", "Menee-Scenario", "Nina", "", "", "");
        String loser = scenario().ref("business", "cantine", "LED2");
        scenario().person("cantine", "LED2", "Menee-Scenario", "Nina", "1987-06-05", "0678912301", "");
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
        scenario().person("portail", "ONE", "Fusion-Scenario", "Clara", "1988-08-08", "0678912345", "");
        scenario().person("cantine", "TWO", "Fusion-Scenario", "Clara", "", "", "");
        String portals = scenario().ref("portal", "cantine", "TWO");
        String canteens = scenario().ref("business", "cantine", "TWO");
        scenario().person("cantine", "TWO", "Fusion-Scenario", "Clara", "1988-08-08", "0678912345", "");
        String portalsNow = scenario().ref("portal", "portail", "ONE");
        String canteensNow = scenario().ref("business", "portail", "ONE");
        assertThat(portals).isNotEqualTo(portalsNow);
        assertThat(portalsNow).isNotEqualTo(canteensNow);
        assertThat(server().get("portal", "/v1/profiles/" + portals).header("Location"))
                .isEqualTo("/v1/profiles/" + portalsNow);
        assertThat(server().get("business", "/v1/profiles/" + canteens).header("Location"))
                .isEqualTo("/v1/profiles/" + canteensNow);
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
        scenario().person("portail", "ACC", "Compte-Scenario", "Nora", "1991-01-31", "", "");
        server().get("portal", "/v1/profiles/" + scenario().ref("portal", "portail", "ACC"));
        Verdict verdict = server().bean(AuditStore.class).verify(Map.of(), Instant.EPOCH);
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.rows()).isPositive();
    }
}
