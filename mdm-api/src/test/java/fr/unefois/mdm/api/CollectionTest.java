package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The collection that Postman and Bruno import is the API's description in their words: every call, with its example, and
 * the demonstration's variables for who asks. {@code -Dfreeze=true} writes it anew.
 */
class CollectionTest {
    private static final Path DESCRIPTION = Path.of("../docs/reference/openapi.json");
    private static final Path COLLECTION = Path.of("../docs/reference/unefois.postman_collection.json");
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Test
    void theCollectionHoldsEveryCallOfTheDescription() throws IOException {
        String text = MAPPER.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(collection(MAPPER.readTree(Files.readString(DESCRIPTION))))
                + "\n";
        if (Boolean.getBoolean("freeze")) {
            Files.writeString(COLLECTION, text);
        }
        assertThat(Files.readString(COLLECTION)).isEqualTo(text);
    }

    private static Map<String, Object> collection(JsonNode description) {
        Map<String, List<Map<String, Object>>> folders = new TreeMap<>();
        description
                .path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((verb, operation) -> folders.computeIfAbsent(
                                operation.path("tags").path(0).asString("Other"), tag -> new ArrayList<>())
                        .addAll(calls(path, verb.toUpperCase(Locale.ROOT), operation))));
        List<Map<String, Object>> items = new ArrayList<>();
        folders.forEach((tag, calls) -> items.add(ordered("name", tag, "item", calls)));
        return ordered(
                "info",
                ordered(
                        "name",
                        "Unefois",
                        "description",
                        "Every call of the API. Set the variables from the demonstration's demo.env, or from your own issuer.",
                        "schema",
                        "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"),
                "auth",
                ordered(
                        "type",
                        "oauth2",
                        "oauth2",
                        List.of(
                                named("grant_type", "client_credentials"),
                                named("accessTokenUrl", "{{MDM_URL}}/oauth2/token"),
                                named("clientId", "{{MDM_BUSINESS_CLIENT}}"),
                                named("clientSecret", "{{MDM_BUSINESS_SECRET}}"),
                                named("client_authentication", "header"),
                                named("addTokenTo", "header"))),
                "variable",
                List.of(
                        named("MDM_URL", "http://localhost:8080"),
                        named("MDM_BUSINESS_CLIENT", "business"),
                        named("MDM_BUSINESS_SECRET", "")),
                "item",
                items);
    }

    /** One for each media type that may be sent. */
    private static List<Map<String, Object>> calls(String path, String verb, JsonNode operation) {
        JsonNode bodies = operation.path("requestBody").path("content");
        List<Map<String, Object>> calls = new ArrayList<>();
        if (bodies.isEmpty()) {
            calls.add(call(path, verb, operation, "", MAPPER.nullNode()));
        }
        bodies.forEachEntry((type, body) -> calls.add(call(path, verb, operation, type, body)));
        return calls;
    }

    private static Map<String, Object> call(String path, String verb, JsonNode operation, String type, JsonNode body) {
        List<Map<String, Object>> headers = new ArrayList<>();
        List<Map<String, Object>> inQuery = new ArrayList<>();
        List<Map<String, Object>> inPath = new ArrayList<>();
        if (!type.isEmpty()) {
            headers.add(named("Content-Type", type));
        }
        operation.path("parameters").forEach(parameter -> {
            Map<String, Object> entry = named(parameter.path("name").asString(), "");
            switch (parameter.path("in").asString()) {
                case "path" -> inPath.add(entry);
                case "query" -> inQuery.add(optional(entry));
                default -> headers.add(optional(entry));
            }
        });
        String segments = path.substring(1).replace("{", ":").replace("}", "");
        Map<String, Object> request = ordered(
                "method",
                verb,
                "description",
                operation.path("description").asString(""),
                "header",
                headers,
                "url",
                ordered(
                        "raw",
                        "{{MDM_URL}}/" + segments,
                        "host",
                        List.of("{{MDM_URL}}"),
                        "path",
                        List.of(segments.split("/", -1)),
                        "query",
                        inQuery,
                        "variable",
                        inPath));
        if (!type.isEmpty()) {
            JsonNode example = body.has("example")
                    ? body.path("example")
                    : body.path("examples").iterator().next().path("value");
            request.put(
                    "body",
                    ordered(
                            "mode",
                            "raw",
                            "raw",
                            example.isString()
                                    ? example.asString()
                                    : MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(example)));
        }
        String lines = type.endsWith("ndjson") ? " (a line each)" : "";
        return ordered("name", operation.path("summary").asString() + lines, "request", request);
    }

    private static Map<String, Object> named(String key, String value) {
        return ordered("key", key, "value", value);
    }

    private static Map<String, Object> optional(Map<String, Object> entry) {
        entry.put("disabled", true);
        return entry;
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
