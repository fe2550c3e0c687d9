package fr.unefois.mdm.api.demo;

import fr.unefois.mdm.api.server.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a portal's server does: it holds the client's secret and the citizen's proof, and asks the public API over HTTP. It
 * sees nothing of the service but that, so that it can be copied.
 */
@Component
@ConditionalOnProperty(name = ServerSettings.DEMO, havingValue = "true")
class PortalApi {
    private static final String CLIENT = DemoAccount.PORTAL.id();
    private static final String FORMS = "prefill-forms";
    private static final String ACCOUNT = "my-account";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final DemoCredentials credentials;
    private final JsonMapper json = JsonMapper.shared();

    PortalApi(DemoCredentials credentials) {
        this.credentials = credentials;
    }

    /** One call of the API for one citizen. A real portal keeps its token for five minutes; this one asks each time. */
    ResponseEntity<String> call(int port, String method, String path, @Nullable Object body, PortalLogin.Identity who) {
        HttpRequest.Builder request = to(port, "/v1/" + path)
                .header("Authorization", "Bearer " + token(port))
                .header("Mdm-Subject-Token", proof(port, who))
                .header("Mdm-Purpose", path.startsWith("profiles/") && !path.contains("/prefill/") ? ACCOUNT : FORMS)
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(json.writeValueAsString(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<String> response = send(request);
        return ResponseEntity.status(response.statusCode())
                .contentType(MediaType.parseMediaType(
                        response.headers().firstValue("Content-Type").orElse("application/json")))
                .header("Cache-Control", "no-store")
                .body(response.body());
    }

    JsonNode read(ResponseEntity<String> answer) {
        return json.readTree(answer.getBody());
    }

    private String token(int port) {
        String basic = CLIENT + ":" + credentials.secretOf(DemoAccount.PORTAL);
        return read(
                to(port, "/oauth2/token")
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials")),
                "access_token");
    }

    /** Where a real portal has the identity token that FranceConnect gave it at login. */
    private String proof(int port, PortalLogin.Identity who) {
        return read(
                to(port, "/demo/proofs")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                json.writeValueAsString(Map.of("audience", CLIENT, "claims", who.claims())))),
                "token");
    }

    private String read(HttpRequest.Builder request, String member) {
        return json.readTree(send(request).body()).path(member).asString("");
    }

    private static HttpRequest.Builder to(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("the API does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the API was asked", e);
        }
    }
}
