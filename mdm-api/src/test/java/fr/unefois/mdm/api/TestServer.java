package fr.unefois.mdm.api;

import fr.unefois.mdm.api.server.Ports;
import fr.unefois.mdm.api.server.Server;
import fr.unefois.mdm.api.server.ServerSettings;
import fr.unefois.mdm.store.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real server in demonstration mode on a free port, and a client that speaks to it as an application does. */
final class TestServer implements AutoCloseable {
    static final Path CONFIG = Path.of("..", "examples", "demo", "config");
    private static final String LOCAL = "127.0.0.1";

    private final Canaries canaries = Canaries.listening();
    private final Server server;
    private final Path home;
    private final int managementPort;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** What came back. */
    record Answer(int status, HttpResponse<String> response) {
        JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String type() {
            return json().path("type").asString("");
        }
    }

    TestServer(DatabaseSettings database) {
        this(database, CONFIG);
    }

    TestServer(DatabaseSettings database, Path config) {
        this(database, config, false);
    }

    /** @param jobs whether it pulls by schedule */
    TestServer(DatabaseSettings database, Path config, boolean jobs) {
        this(database, config, jobs, true);
    }

    /** As an installation of its own is served, with another's tokens. */
    static TestServer installed(DatabaseSettings database, Path config) {
        return new TestServer(database, config, false, false);
    }

    private TestServer(DatabaseSettings database, Path config, boolean jobs, boolean demo) {
        try {
            home = Files.createTempDirectory("mdm-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        managementPort = Ports.claim(LOCAL, 0, "");
        server = Server.start(new ServerSettings(config, home, database, LOCAL, 0, managementPort, jobs, demo));
    }

    Path home() {
        return home;
    }

    <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    String credential(String name) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("demo.env"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    Answer get(String client, String path, String... headers) {
        return send(client, "GET", path, null, headers);
    }

    Answer post(String client, String path, String json, String... headers) {
        return send(client, "POST", path, json, headers);
    }

    Answer put(String client, String path, String json) {
        return send(client, "PUT", path, json);
    }

    Answer delete(String client, String path) {
        return send(client, "DELETE", path, null);
    }

    /** With the client's token, when there is a client. */
    Answer send(String client, String method, String path, @Nullable String json, String... headers) {
        canaries.sent(json);
        HttpRequest.Builder request = request(path)
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (!client.isEmpty()) {
            request.header("Authorization", "Bearer " + tokens.computeIfAbsent(client, name -> token(name, "")));
        }
        List<String> names = List.of(headers);
        if (json != null && !names.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return exchange(request);
    }

    Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            canaries.answered(response.statusCode(), response.body());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + LOCAL + ":" + server.port() + path));
    }

    /** As people's addresses have it, which a session's cookies need. */
    HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    HttpRequest.Builder management(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + LOCAL + ":" + managementPort + path));
    }

    String token(String client, String scope) {
        String prefix = "MDM_" + client.toUpperCase(Locale.ROOT).replace('-', '_') + "_";
        String basic = credential(prefix + "CLIENT") + ":" + credential(prefix + "SECRET");
        String body = "grant_type=client_credentials" + (scope.isEmpty() ? "" : "&scope=" + scope);
        Answer answer = exchange(request("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        return answer.json().get("access_token").asString();
    }

    @Override
    public void close() {
        try {
            canaries.assertSilent(
                    exchange(management("/actuator/prometheus")).response().body());
        } finally {
            server.close();
        }
    }
}
