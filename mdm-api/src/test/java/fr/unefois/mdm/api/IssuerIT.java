package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An installation whose tokens and people are those of an OpenID Connect issuer. */
@ExtendWith(TestDatabase.class)
class IssuerIT {
    private static final String CONSOLE = """
            mdm:
              security:
                issuer-uri: %s
                proof-issuer-uri: %s
                console:
                  client-id: unefois-console
                  client-secret: between-the-two
                  roles-claim: realm_access.roles
            """;

    private static @Nullable Issuer issuing;
    private static @Nullable TestServer started;

    @BeforeAll
    static void start(DatabaseSettings database, @TempDir Path folder) throws Exception {
        Issuer issuer = new Issuer();
        issuing = issuer;
        started =
                TestServer.installed(database, TestConfig.copy(folder, CONSOLE.formatted(issuer.url(), issuer.url())));
    }

    @AfterAll
    static void stop() {
        server().close();
        issuer().close();
    }

    private static Issuer issuer() {
        return Objects.requireNonNull(issuing);
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    private static Answer crosswalk(String token) {
        return server().exchange(server().request("/v1/crosswalk?source=cantine&id=NOBODY")
                .header("Authorization", "Bearer " + token));
    }

    private static Answer crosswalk(UnaryOperator<JWTClaimsSet.Builder> otherwise) {
        return crosswalk(issuer().token("business", otherwise));
    }

    @Test
    void aTokenOfTheIssuerForThisServiceIsTakenAndItsClientsContractHolds() {
        assertThat(crosswalk(token -> token).status()).as("nobody of that name").isEqualTo(404);
        Answer unknown = crosswalk(issuer().token("stranger", token -> token));
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(unknown.type()).isEqualTo("urn:unefois:problem:outside-contract");
    }

    @Test
    void aTokenForAnotherServiceOrOfAnotherIssuerIsRefused() {
        assertThat(crosswalk(token -> token.audience("another-service")).status())
                .isEqualTo(401);
        assertThat(crosswalk(token -> token.audience((String) null)).status()).isEqualTo(401);
        assertThat(crosswalk(token -> token.issuer("https://another.example")).status())
                .isEqualTo(401);
        assertThat(crosswalk(issuer().strangersToken("business")).status()).isEqualTo(401);
    }

    @Test
    void aTokenThatIsOverOrNotYetInForceOrUnsignedIsRefused() {
        Instant now = Instant.now();
        assertThat(crosswalk(token -> token.expirationTime(Date.from(now.minusSeconds(120))))
                        .status())
                .isEqualTo(401);
        assertThat(crosswalk(token -> token.notBeforeTime(Date.from(now.plusSeconds(600))))
                        .status())
                .isEqualTo(401);
        String unsigned = new PlainJWT(new JWTClaimsSet.Builder()
                        .issuer(issuer().url())
                        .audience("unefois")
                        .subject("business")
                        .build())
                .serialize();
        assertThat(crosswalk(unsigned).status()).isEqualTo(401);
        assertThat(crosswalk("nothing-like-a-token").status()).isEqualTo(401);
    }

    @Test
    void theAgentOfADelegatedTokenIsAccountedFor(DataSource accounts) throws SQLException {
        String id = "/v1/sources/cantine/records/ACT";
        String token = issuer().token("business", claims -> claims.claim("act", Map.of("sub", "agent-of-the-canteen")));
        Answer put = server().exchange(server().request(id)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(People.atTheCanteen(3))));
        assertThat(put.status()).isEqualTo(201);
        try (var connection = accounts.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select client from access_audit where agent = 'agent-of-the-canteen'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("business");
        }
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private static HttpResponse<String> page(HttpClient browser, String path) throws Exception {
        return browser.send(server().page(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aStewardSignsInAtTheIssuerAndWorksInTheConsole() throws Exception {
        issuer().roles("offline_access", "steward");
        HttpClient browser = browser();
        HttpResponse<String> tasks = page(browser, "/console");
        assertThat(tasks.statusCode()).isEqualTo(200);
        assertThat(tasks.uri().getPath()).isEqualTo("/console");
        assertThat(tasks.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("form-action 'self' " + issuer().url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "citizen", "portal"})
    void whoHasNoRoleOfTheConsoleSeesNothing(String role) throws Exception {
        issuer().roles(role);
        HttpResponse<String> tasks = page(browser(), "/console");
        assertThat(tasks.statusCode()).isEqualTo(403);
        assertThat(tasks.body()).contains("Votre rôle ne permet pas");
    }

    @Test
    void aJudgementWithoutTheSessionsTokenIsForgedAndRefused() throws Exception {
        issuer().roles("steward");
        HttpClient browser = browser();
        String body = page(browser, "/console").body();
        String forged = "/console/reviews/00000000-0000-0000-0000-000000000000";
        HttpResponse<String> refused = browser.send(
                server().page(forged)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("verdict=SAME&version=1"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(403);
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(body);
        assertThat(token.find()).isTrue();
        HttpResponse<String> meant = browser.send(
                server().page(forged)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("verdict=SAME&version=1&_csrf=" + token.group(1)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(meant.statusCode()).as("there is no such task").isEqualTo(404);
    }

    @Test
    void withoutADemoThereIsNoDemo() throws IOException {
        for (String path : new String[] {"/demo", "/demo/story", "/oauth2/token", "/console/login"}) {
            assertThat(server().exchange(server().request(path)).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(server().exchange(server().request("/")).header("Location")).endsWith("/console");
    }
}
