package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.api.server.Ports;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tokens and people of a real Keycloak. {@code MDM_KEYCLOAK} is the folder of its unpacked distribution; without it, or
 * without Chromium, this is skipped, and {@link IssuerIT} tells the same of a small issuer of our own.
 */
@EnabledIfEnvironmentVariable(
        named = "MDM_KEYCLOAK",
        matches = ".+",
        disabledReason = "MDM_KEYCLOAK names no folder of a Keycloak")
@ExtendWith(TestDatabase.class)
class KeycloakIT {
    private static final String PASSWORD = "un-mot-de-passe-de-test";
    private static final String CONFIG = """
            mdm:
              security:
                issuer-uri: %s
                console:
                  client-id: unefois-console
                  client-secret: between-the-two
                  roles-claim: realm_access.roles
            """;
    private static final String REALM = """
            {"realm": "ville", "enabled": true, "sslRequired": "none",
             "roles": {"realm": [{"name": "steward"}]},
             "users": [{"username": "m.durand", "enabled": true, "firstName": "M", "lastName": "D",
                "email": "m.durand@ville.example", "emailVerified": true, "realmRoles": ["steward"],
                "credentials": [{"type": "password", "value": "PASSWORD"}]}],
             "clients": [
               {"clientId": "unefois-console", "secret": "between-the-two",
                "redirectUris": ["http://localhost:PORT/console/signed-in/console"],
                "attributes": {"post.logout.redirect.uris": "http://localhost:PORT/console"},
                "protocolMappers": [{"name": "roles", "protocol": "openid-connect",
                  "protocolMapper": "oidc-usermodel-realm-role-mapper", "config": {"multivalued": "true",
                    "claim.name": "realm_access.roles", "id.token.claim": "true", "jsonType.label": "String"}}]},
               {"clientId": "business", "secret": "of-business", "serviceAccountsEnabled": true,
                "protocolMappers": [{"name": "audience", "protocol": "openid-connect",
                  "protocolMapper": "oidc-audience-mapper",
                  "config": {"included.custom.audience": "unefois", "access.token.claim": "true"}}]},
               {"clientId": "elsewhere", "secret": "of-elsewhere", "serviceAccountsEnabled": true}]}
            """;

    private static @Nullable Keycloak keycloak;
    private static @Nullable TestServer started;
    private static int port;

    @BeforeAll
    static void start(DatabaseSettings database, @TempDir Path folder) throws Exception {
        String distribution = System.getenv("MDM_KEYCLOAK");
        assumeTrue(Chromium.driver().isPresent(), "no chromedriver on the PATH");
        port = Ports.claim("127.0.0.1", 0, "");
        TestServer server =
                TestServer.installed(database, TestConfig.copy(folder, CONFIG.formatted(Keycloak.url(port))));
        started = server;
        String page = server.page("/").build().uri().toString();
        String realm = REALM.replace("PASSWORD", PASSWORD)
                .replace("PORT", Integer.toString(URI.create(page).getPort()));
        keycloak = Keycloak.start(Path.of(Objects.requireNonNull(distribution)), port, realm);
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    private static Answer crosswalk(String client) throws IOException {
        Answer token = server().exchange(
                        HttpRequest.newBuilder(URI.create(Keycloak.url(port) + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + client
                                        + "&client_secret=of-" + client)));
        return server().exchange(server().request("/v1/crosswalk?source=cantine&id=NOBODY")
                .header(
                        "Authorization",
                        "Bearer " + token.json().path("access_token").asString()));
    }

    @Test
    void aClientsTokenIsTakenWhereItIsForThisService() throws IOException {
        assertThat(crosswalk("business").status()).as("nobody of that name").isEqualTo(404);
        assertThat(crosswalk("elsewhere").status()).isEqualTo(401);
    }

    @Test
    void aStewardSignsInAndOut() {
        try (Chromium chromium = Chromium.open(Ports.claim("127.0.0.1", 0, ""), 1280)) {
            String console = server().page("/console?lang=fr").build().uri().toString();
            chromium.go(console);
            chromium.until("document.querySelector('#username')");
            chromium.run("document.querySelector('#username').value = 'm.durand';"
                    + "document.querySelector('#password').value = '" + PASSWORD + "';"
                    + "document.querySelector('#kc-login').click()");
            chromium.until("location.pathname === '/console'");
            assertThat(chromium.value("document.body.innerText").asString()).contains("Aucun doute");
            chromium.run("document.querySelector('form[action*=logout]').requestSubmit()");
            chromium.until("document.querySelector('#username')");
        }
    }
}
