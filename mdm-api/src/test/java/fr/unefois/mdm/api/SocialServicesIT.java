package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.access.ReferenceKeys;
import fr.unefois.mdm.access.SectorReferences;
import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.Citizens;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Social services link people and give nothing away: not a value, not a tie, not that somebody is known to them. */
@ExtendWith(TestDatabase.class)
class SocialServicesIT {
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

    private static Scenario scenario() {
        return new Scenario(server());
    }

    @Test
    void aTieThatOnlySocialServicesKnowFillsNoForm() {
        scenario().person("portail", "KIN", "Secret-Scenario", "Eva", "1986-06-06", "", "");
        scenario().person("cantine", "HID", "Secret-Scenario", "Tom", "2017-07-07", "", "");
        scenario()
                .social(
                        "HID",
                        "Secret-Scenario",
                        "Tom",
                        "2017-07-07",
                        new Relation(Relation.Role.PARENT, new SourceKey("portail", "KIN")));
        String path = "/v1/profiles/" + scenario().ref("portal", "portail", "KIN") + "/prefill/cantine";
        assertThat(server().get("portal", path).status()).isEqualTo(200);
        assertThat(server().get("portal", path + "?child=" + scenario().ref("portal", "cantine", "HID"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whomOnlySocialServicesKnowIsNobodyForAnotherSector() {
        scenario().social("SEUL", "Discrete-Scenario", "Odile", "1958-02-03");
        Answer resolved = server().post(
                        "business",
                        "/v1/identities/resolve?explain=true",
                        Scenario.body("Discrete-Scenario", "Odile", "1958-02-03", "", ""));
        assertThat(resolved.status()).isEqualTo(200);
        assertThat(resolved.json()).hasToString("{\"outcome\":\"NONE\",\"candidates\":[]}");
        UUID citizen = server().bean(Citizens.class)
                .refOf(new SourceKey("ccas", "SEUL"))
                .orElseThrow();
        String ref = new SectorReferences(server().bean(ReferenceKeys.class), "education").ref(citizen);
        Answer profile = server().get("business", "/v1/profiles/" + ref);
        assertThat(profile.status()).isEqualTo(404);
        scenario().person("cantine", "AUSSI", "Discrete-Scenario", "Odile", "1958-02-03", "", "");
        assertThat(server().get("business", "/v1/profiles/" + scenario().ref("business", "cantine", "AUSSI"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatSocialServicesKnowOfACitizenChangesNoAnswerToAnotherSector() {
        scenario().person("cantine", "MOINS", "Comparee-Scenario", "Berte", "1961-04-05", "", "");
        String before = resolved();
        assertThat(before).contains("explanation");
        scenario().social("PLUS", "Comparee-Scenario", "Berthe", "1961-04-05");
        assertThat(resolved()).isEqualTo(before);
    }

    private static String resolved() {
        return server().post(
                        "business",
                        "/v1/identities/resolve?explain=true",
                        Scenario.body("Comparee-Scenario", "Berthe", "1961-04-05", "", ""))
                .response()
                .body();
    }
}
