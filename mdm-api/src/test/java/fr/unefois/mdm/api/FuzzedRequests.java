package fr.unefois.mdm.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests as the API describes them, each a little wrong somewhere: examples that are bent, and texts that are odd. */
final class FuzzedRequests {
    /** Stands in every odd text: what repeats it repeats a citizen's value. */
    static final String CANARY = "CANARI";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> ODD = List.of(
            CANARY,
            "",
            " ",
            CANARY + "\u0000",
            CANARY + "\ud800",
            CANARY + "'; drop table citizen; --",
            CANARY + "\u202e\u0301",
            "../../" + CANARY,
            "{" + CANARY + "}",
            "%" + CANARY,
            CANARY.repeat(60),
            "*",
            "-1",
            "99999999999999999999",
            "NaN",
            "2026-02-31",
            "0000-00-00",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "1e400",
            "null",
            "true",
            "00000000-0000-0000-0000-000000000000",
            "AAAAAAAAAAAAAAAAAAAAAAA",
            "\"" + CANARY + "\"",
            "W/\"" + CANARY + "\"",
            "285055746300473");
    private static final List<String> SOURCES = List.of("portail", "cantine", "mediatheque", "nowhere", CANARY);
    private static final List<String> IDS = List.of("Z1", "Z2", "Z3", CANARY);
    private static final List<String> FORMS = List.of("cantine", "eau", "demenagement", CANARY);
    private static final List<String> CONSENTS = List.of("contact-email", "library-contact", CANARY);

    private final Random random;
    private final List<Described> operations = new ArrayList<>();

    private record Described(String verb, String path, JsonNode operation) {}

    /** One request; it prints itself so that it can be made again. */
    record Fuzzed(
            String operation,
            String verb,
            String path,
            Map<String, String> headers,
            String type,
            @Nullable String body) {}

    FuzzedRequests(JsonNode description, Random random) {
        this.random = random;
        description
                .path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((verb, operation) ->
                        operations.add(new Described(verb.toUpperCase(Locale.ROOT), path, operation))));
    }

    List<String> operations() {
        return operations.stream()
                .map(one -> one.operation().path("operationId").asString())
                .toList();
    }

    Fuzzed next(List<String> refs) {
        Described described = operations.get(random.nextInt(operations.size()));
        String path = described.path();
        StringBuilder query = new StringBuilder();
        Map<String, String> headers = new LinkedHashMap<>();
        for (JsonNode parameter : described.operation().path("parameters")) {
            String name = parameter.path("name").asString();
            switch (parameter.path("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", inPath(name, refs));
                case "query" -> {
                    boolean wanted = parameter.path("required").asBoolean() || chance(2);
                    if (wanted && !name.equals("seconds")) {
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(name)
                                .append('=')
                                .append(encoded(text(name, refs)));
                    }
                }
                default -> {
                    if (chance(6)) {
                        headers.put(name, header(text(name, refs)));
                    }
                }
            }
        }
        if (described.path().equals("/v1/changes/stream")) {
            query.append(query.isEmpty() ? '?' : '&').append("seconds=0"); // or it would last an hour
        }
        String operation = described.operation().path("operationId").asString();
        JsonNode content = described.operation().path("requestBody").path("content");
        if (content.isEmpty()) {
            return new Fuzzed(operation, described.verb(), path + query, headers, "", null);
        }
        List<String> types = List.copyOf(content.propertyNames());
        String type = types.get(random.nextInt(types.size()));
        String body = body(content.path(type).path("example"), refs);
        String said = chance(40) ? "text/plain" : type;
        return new Fuzzed(operation, described.verb(), path + query, headers, said, body);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String inPath(String name, List<String> refs) {
        String text = encoded(text(name, refs)).replace("+", "%20");
        return text.isEmpty() || text.equals("..") ? "x" : text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What a header may hold at all. */
    private static String header(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?").strip();
    }

    private String text(String name, List<String> refs) {
        if (chance(5)) {
            return one(ODD);
        }
        return switch (name) {
            case "ref", "child", "refs", "after", "Last-Event-ID" -> one(refs);
            case "source" -> one(SOURCES);
            case "id", "sourceId" -> one(IDS);
            case "form" -> one(FORMS);
            case "name" -> one(CONSENTS);
            case "limit", "offset" -> Integer.toString(random.nextInt(600) - 20);
            case "dryRun" -> chance(2) ? "true" : "false";
            case "at" -> "2026-11-20T10:00:00Z";
            case "If-None-Match", "If-Match" -> chance(2) ? "*" : "\"" + CANARY + "\"";
            default -> one(ODD);
        };
    }

    /** The example, bent in some places; now and then no JSON at all. */
    private String body(JsonNode example, List<String> refs) {
        if (chance(30)) {
            return one(ODD);
        }
        if (!example.isString()) {
            return broken(bent("", example, refs).toString());
        }
        List<String> lines = new ArrayList<>();
        example.asString()
                .lines()
                .forEach(line -> lines.add(broken(
                        bent("", JsonMapper.shared().readTree(line), refs).toString())));
        return String.join(chance(10) ? "\r\n" : "\n", lines);
    }

    private String broken(String json) {
        return chance(25) ? json.substring(0, random.nextInt(json.length())) : json;
    }

    private JsonNode bent(String name, JsonNode node, List<String> refs) {
        if (chance(20)) {
            return odd();
        }
        if (node.isObject()) {
            ObjectNode bent = NODES.objectNode();
            node.forEachEntry((member, value) -> {
                if (!chance(15)) {
                    bent.set(chance(60) ? one(ODD) : member, bent(member, value, refs));
                }
            });
            return bent;
        }
        if (node.isArray()) {
            ArrayNode bent = NODES.arrayNode();
            for (int times = chance(15) ? 30 : 1; times > 0; times--) {
                node.forEach(item -> bent.add(bent(name, item, refs)));
            }
            return bent;
        }
        return node.isString() && chance(2) ? NODES.stringNode(bent(name, node.asString(), refs)) : node;
    }

    private String bent(String name, String text, List<String> refs) {
        return switch (name) {
            case "refs", "ref", "source", "id" -> text(name, refs);
            default -> chance(3) ? one(ODD) : chance(2) ? text + CANARY : text;
        };
    }

    private JsonNode odd() {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextInt());
            case 2 -> NODES.numberNode(random.nextDouble() * 1e300);
            case 3 -> NODES.booleanNode(random.nextBoolean());
            case 4 -> NODES.arrayNode();
            case 5 -> NODES.objectNode();
            case 6 -> NODES.objectNode().put(CANARY, CANARY);
            default -> NODES.stringNode(one(ODD));
        };
    }
}
