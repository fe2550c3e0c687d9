package fr.unefois.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.unefois.client.api.IdentitiesApi;
import fr.unefois.client.api.ProfilesApi;
import fr.unefois.client.api.ReviewsApi;
import fr.unefois.client.api.SourcesApi;
import fr.unefois.client.model.Effect;
import fr.unefois.client.model.Profile;
import fr.unefois.client.model.ResolveAnswer;
import fr.unefois.client.model.ResolveRequest;
import fr.unefois.client.model.SourceRecord;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an integrator does first: make a client from the description, compile it, and ask who somebody is. */
class GeneratedClientIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    static Path home = Path.of("");

    private static ApiClient client = new ApiClient();

    @BeforeAll
    static void start() throws Exception {
        mdm("demo", "--citizens", "20", "--port", "0", "--management-port", "0", "--detach");
        Map<String, String> variables = new HashMap<>();
        for (String line : Files.readAllLines(home.resolve("demo.env"))) {
            variables.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        String token = token(variables);
        client = new ApiClient().setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        client.updateBaseUri(variables.get("MDM_URL"));
    }

    @AfterAll
    static void stop() throws Exception {
        mdm("stop");
    }

    @Test
    void aRecordIsFedAndItsCitizenFoundAndRead() throws ApiException {
        Map<String, Object> identity =
                Map.of("birthName", "TRAN", "givenNames", List.of("Thi Mai"), "birthDate", "1987-11-30");
        Map<String, Object> attributes = new HashMap<>(identity);
        attributes.put("emails", List.of("mai.tran@example.org"));

        Effect effect = new SourcesApi(client)
                .put("cantine", "GENERATED-1", new SourceRecord().attributes(attributes), null, null, null, null);
        ResolveAnswer resolved = new IdentitiesApi(client).resolve(new ResolveRequest().attributes(identity), null);
        String ref = resolved.getCandidates().get(0).getRef();
        Profile profile = new ProfilesApi(client).profile(ref, null, null, null);

        assertThat(effect.getRefs()).containsExactly(ref);
        assertThat(resolved.getOutcome()).isEqualTo(ResolveAnswer.OutcomeEnum.MATCH);
        assertThat(profile.getRef()).isEqualTo(ref);
        assertThat(profile.getAttributes().get("emails").toString()).contains("mai.tran@example.org");
    }

    @Test
    void aRefusalIsAProblemWithItsStatus() {
        ApiException refused =
                catchThrowableOfType(ApiException.class, () -> new ReviewsApi(client).reviews(null, null, null));

        assertThat(refused.getCode()).isEqualTo(403);
        assertThat(refused.getResponseBody()).contains("\"reason\":\"operation\"");
    }

    private static String token(Map<String, String> variables) throws IOException, InterruptedException {
        String basic = variables.get("MDM_BUSINESS_CLIENT") + ":"
                + URLEncoder.encode(variables.get("MDM_BUSINESS_SECRET"), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(variables.get("MDM_URL") + "/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
    }

    private static void mdm(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", ROOT.resolve("mdm").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("said.txt").toFile());
        builder.environment()
                .putAll(Map.of(
                        "MDM_HOME", home.toString(),
                        "MDM_JAR", ROOT.resolve("mdm-api/target/mdm.jar").toString(),
                        "MDM_JAVA", System.getProperty("java.home")));
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException(
                    String.join(" ", words) + " did not succeed: " + Files.readString(home.resolve("said.txt")));
        }
    }
}
