package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API's description of itself: an example of everything that is sent and answered, and each of them true. */
@ExtendWith(TestDatabase.class)
class DescriptionIT {
    private static final String NDJSON = "application/x-ndjson";

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

    private static JsonNode description() {
        TestServer.Answer answer = server().get("", "/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    /** A body that is described: where, as what, with its schema and its examples. */
    private record Body(String where, String type, JsonNode schema, List<JsonNode> examples) {}

    private static List<Body> bodies(boolean requests) {
        List<Body> bodies = new ArrayList<>();
        description()
                .path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((verb, operation) -> {
                    String where = verb.toUpperCase(java.util.Locale.ROOT) + " " + path;
                    if (requests) {
                        add(bodies, where, operation.path("requestBody").path("content"));
                    } else {
                        operation
                                .path("responses")
                                .forEachEntry((status, response) ->
                                        add(bodies, where + " " + status, response.path("content")));
                    }
                }));
        return bodies;
    }

    private static void add(List<Body> bodies, String where, JsonNode content) {
        content.forEachEntry((type, media) -> {
            List<JsonNode> examples = new ArrayList<>();
            if (media.has("example")) {
                examples.add(media.path("example"));
            }
            media.path("examples").forEach(example -> examples.add(example.path("value")));
            bodies.add(new Body(where, type, media.path("schema"), examples));
        });
    }

    /** Who makes a client, or only looks, needs no server; {@code -Dfreeze=true} writes it anew. */
    @Test
    void theDescriptionInTheFolderIsTheServers() throws IOException {
        ObjectNode served = (ObjectNode) description();
        served.remove("servers");
        Path kept = Path.of("../docs/reference/openapi.json");
        String text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(served) + "\n";
        if (Boolean.getBoolean("freeze")) {
            Files.writeString(kept, text);
        }
        assertThat(Files.readString(kept)).isEqualTo(text);
    }

    @Test
    void everyOperationHasAnExampleOfEachOfItsBodies() {
        List<Body> requests = bodies(true);
        List<Body> answers = bodies(false);
        assertThat(requests)
                .hasSizeGreaterThan(8)
                .allSatisfy(body -> assertThat(body.examples()).as(body.where()).isNotEmpty());
        assertThat(answers)
                .hasSizeGreaterThan(200)
                .allSatisfy(body -> assertThat(body.examples())
                        .as(body.where() + " " + body.type())
                        .isNotEmpty());
    }

    @Test
    void everyOperationHasItsProblemsAndAnAnswerThatIsNone() {
        description()
                .path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((verb, operation) -> {
                    Set<String> statuses =
                            new TreeSet<>(operation.path("responses").propertyNames());
                    assertThat(statuses)
                            .as(verb + " " + path)
                            .contains("400", "401", "403", "404", "429", "500", "503")
                            .anyMatch(status -> status.startsWith("2"));
                }));
    }

    @Test
    void anExampleHoldsNothingThatItsSchemaDoesNotKnow() {
        JsonNode schemas = description().path("components").path("schemas");
        List<String> unknown = new ArrayList<>();
        List<Body> all = new ArrayList<>(bodies(true));
        all.addAll(bodies(false));
        for (Body body : all) {
            for (JsonNode example : body.examples()) {
                if (body.type().equals(NDJSON)) {
                    example.asString()
                            .lines()
                            .forEach(line -> compare(
                                    unknown, body.where(), JsonMapper.shared().readTree(line), body.schema(), schemas));
                } else if (!body.type().startsWith("text/")) {
                    compare(unknown, body.where(), example, body.schema(), schemas);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static void compare(
            List<String> unknown, String where, JsonNode example, JsonNode schema, JsonNode schemas) {
        String ref = schema.path("$ref").asString("");
        JsonNode named = ref.isEmpty() ? schema : schemas.path(ref.substring(ref.lastIndexOf('/') + 1));
        if (example.isArray()) {
            example.forEach(item -> compare(unknown, where, item, named.path("items"), schemas));
        } else if (example.isObject() && named.has("properties")) {
            example.forEachEntry((name, value) -> {
                if (named.path("properties").has(name)) {
                    compare(
                            unknown,
                            where + " " + name,
                            value,
                            named.path("properties").path(name),
                            schemas);
                } else {
                    unknown.add(where + " " + name);
                }
            });
        } else if (example.isObject()
                && !named.has("additionalProperties")
                && !named.isEmpty()
                && !where.contains("answer")) {
            unknown.add(where + " is no object there");
        }
    }

    @Test
    void whatIsSentAsInTheExampleCanBeRead() {
        server().put("portal", "/v1/sources/portail/records/D1", People.person(0));
        List<String> refused = new ArrayList<>();
        for (Body body : bodies(true)) {
            String verb = body.where().substring(0, body.where().indexOf(' '));
            String path = body.where()
                    .substring(verb.length() + 1)
                    .replace("{source}", "portail")
                    .replace("{name}", "contact-email")
                    .replace("{id}", "D2");
            String client = path.contains("sources") || path.contains("consents") ? "portal" : "steward";
            path = path.replace("{ref}", refOf(client));
            for (JsonNode example : body.examples()) {
                String text = example.isString() ? example.asString() : example.toString();
                var answer = server().send(client, verb, path, text, "Content-Type", body.type());
                boolean read =
                        answer.status() != 400 || answer.response().body().contains("mdm.webhooks.hosts");
                if (!read || answer.status() == 403 || answer.status() == 415 || answer.status() >= 500) {
                    refused.add(body.where() + " " + answer.status() + " "
                            + answer.response().body());
                } else if (body.type().equals(NDJSON)
                        && answer.response().body().contains("\"status\":400")) {
                    refused.add(body.where() + " " + answer.response().body());
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void everyOperationHasANameOfItsOwnThatAClientCanBeMadeWith() {
        Set<String> names = new HashSet<>();
        description()
                .path("paths")
                .forEach(item -> item.forEach(operation -> assertThat(
                                names.add(operation.path("operationId").asString()))
                        .as(operation.path("operationId").asString())
                        .isTrue()));
        assertThat(names).noneMatch(name -> name.contains("_")).contains("resolve", "putLines");
    }

    private static String refOf(String client) {
        return server().get(client, "/v1/crosswalk/portail/D1")
                .json()
                .path("ref")
                .asString();
    }
}
