package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.access.Contracts;
import fr.unefois.mdm.access.ServiceContract;
import fr.unefois.mdm.api.TestServer.Answer;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint for every client, every attribute for every contract: each cell is decided as declared. An endpoint
 * without a row here fails the build.
 */
@ExtendWith(TestDatabase.class)
class AccessMatrixIT {
    private static final List<String> CLIENTS =
            List.of("portal", "business", "steward", "senior-steward", "dpo", "admin", "auditor");
    private static final String MATCHING =
            "{\"attributes\": {\"birthName\": \"X\", \"givenNames\": [\"Y\"], \"birthDate\": \"1990-01-01\"}}";
    private static final String EVERYTHING = """
            {"attributes": {"birthName": "MATRIX", "usageName": "AUTRE", "givenNames": ["Ada", "Eve"], "sex": "F",
            "birthDate": "1971-02-03", "birthPlace": "38185", "birthCountry": "99100", "emails": ["ada@example.org"],
            "phones": ["0612345679"], "addresses": [{"line": "3 rue Pasteur", "postcode": "38000", "city": "Grenoble"}]}}""";

    /**
     * An endpoint's row: what is sent, and which clients pass the policy. {@code REF} stands for the reference of a
     * citizen in the client's sector; a body that ends its line is sent as many lines are.
     */
    private record Row(String path, @Nullable String body, Set<String> allowed) {}

    /** The endpoints of people's pages; a session guards them, and their own tests. */
    private static final Set<String> PAGES = Set.of(
            "ANY /error",
            "GET /console/login",
            "GET /console/refused",
            "GET /console",
            "GET /console/reviews/{id}",
            "POST /console/reviews/{id}",
            "GET /",
            "GET /demo/story",
            "POST /demo/story/move",
            "POST /demo/proofs",
            "GET /demo",
            "POST /demo/portal/session",
            "GET /demo/portal/session",
            "DELETE /demo/portal/session",
            "GET /demo/portal/profile",
            "GET /demo/portal/accesses",
            "GET /demo/portal/prefill/{form}",
            "GET /demo/portal/consents",
            "PUT /demo/portal/consents/{consent}",
            "PUT /demo/portal/contacts");

    private static final Map<String, Row> ROWS = Map.ofEntries(
            row("POST /v1/identities/resolve", "/v1/identities/resolve", MATCHING, "portal business steward dpo"),
            row("GET /v1/profiles/{ref}", "/v1/profiles/REF", null, "portal business steward"),
            row("GET /v1/profiles/{ref}/prefill/{form}", "/v1/profiles/REF/prefill/cantine", null, "portal"),
            row("GET /v1/profiles/{ref}/consents", "/v1/profiles/REF/consents", null, "portal business steward"),
            row(
                    "PUT /v1/profiles/{ref}/consents/{name}",
                    "/v1/profiles/REF/consents/contact-email",
                    "{\"given\": true}",
                    "portal business"),
            row("GET /v1/profiles/{ref}/accesses", "/v1/profiles/REF/accesses", null, "portal steward dpo auditor"),
            row(
                    "GET /v1/crosswalk/{source}/{sourceId}",
                    "/v1/crosswalk/portail/M1",
                    null,
                    "portal business steward dpo"),
            row("GET /v1/crosswalk", "/v1/crosswalk?source=portail&id=M1", null, "portal business steward dpo"),
            row(
                    "POST /v1/crosswalk",
                    "/v1/crosswalk",
                    "{\"source\": \"portail\", \"id\": \"M1\"}\n",
                    "portal business steward dpo"),
            row(
                    "POST /v1/sources/{source}/records",
                    "/v1/sources/OWN/records",
                    "{\"id\": \"M2\", " + MATCHING.substring(1) + "\n",
                    "portal business"),
            row("PUT /v1/sources/{source}/records/{id}", "/v1/sources/OWN/records/M2", MATCHING, "portal business"),
            row("DELETE /v1/sources/{source}/records/{id}", "/v1/sources/OWN/records/M2", null, "portal business"),
            row("GET /v1/profiles/{ref}/history", "/v1/profiles/REF/history", null, "steward"),
            row("GET /v1/profiles/{ref}/why", "/v1/profiles/REF/why", null, "steward"),
            row("GET /v1/changes", "/v1/changes", null, "business steward"),
            row("GET /v1/changes/stream", "/v1/changes/stream?seconds=0", null, "business steward"),
            row("POST /v1/subscriptions", "/v1/subscriptions", "{}", "business steward"),
            row("GET /v1/subscriptions", "/v1/subscriptions", null, "business steward"),
            row("GET /v1/subscriptions/{id}", "/v1/subscriptions/" + new UUID(1, 1), null, "business steward"),
            row("DELETE /v1/subscriptions/{id}", "/v1/subscriptions/" + new UUID(1, 1), null, "business steward"),
            row(
                    "POST /v1/subscriptions/{id}/replay",
                    "/v1/subscriptions/" + new UUID(1, 1) + "/replay",
                    "{\"deadLetters\": true}",
                    "business steward"),
            row("POST /v1/profiles/merge", "/v1/profiles/merge", "{\"refs\": [\"a\", \"b\"]}", "steward"),
            row(
                    "POST /v1/profiles/{ref}/split",
                    "/v1/profiles/REF/split",
                    "{\"records\": [{\"source\": \"portail\", \"id\": \"none\"}]}",
                    "steward"),
            row(
                    "POST /v1/judgements",
                    "/v1/judgements",
                    "{\"verdict\": \"SAME\", \"left\": {\"source\": \"portail\", \"id\": \"none\"},"
                            + " \"right\": {\"source\": \"portail\", \"id\": \"no\"}}",
                    "steward"),
            row(
                    "PUT /v1/profiles/{ref}/authored",
                    "/v1/profiles/REF/authored",
                    "{\"attributes\": {\"usageName\": \"AUTRE\"}}",
                    "steward"),
            row(
                    "DELETE /v1/profiles/{ref}/authored/{attribute}",
                    "/v1/profiles/REF/authored/usageName",
                    null,
                    "steward"),
            row("GET /v1/reviews", "/v1/reviews", null, "steward"),
            row("GET /v1/reviews/{id}", "/v1/reviews/" + new UUID(1, 1), null, "steward"),
            row(
                    "POST /v1/reviews/{id}/judgement",
                    "/v1/reviews/" + new UUID(1, 1) + "/judgement",
                    "{\"verdict\": \"SAME\"}",
                    "steward"));

    private static @Nullable TestServer started;

    private static Map.Entry<String, Row> row(String endpoint, String path, @Nullable String body, String allowed) {
        // A senior steward does what a steward does, in more sources and for more citizens a day.
        Set<String> clients = new TreeSet<>(List.of(allowed.split(" ", -1)));
        if (clients.contains("steward")) {
            clients.add("senior-steward");
        }
        return Map.entry(endpoint, new Row(path, body, clients));
    }

    @BeforeAll
    static void start(DatabaseSettings database) {
        started = new TestServer(database);
        assertThat(server().put("portal", "/v1/sources/portail/records/M1", EVERYTHING)
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        server().close();
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    @Test
    void everyEndpointHasARow() {
        Set<String> endpoints = new TreeSet<>();
        server().bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getPackageName().startsWith("fr.unefois.")) {
                mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> mapping.getPatternValues().forEach(path -> endpoints.add(verb + " " + path)));
                if (mapping.getMethodsCondition().getMethods().isEmpty()) {
                    mapping.getPatternValues().forEach(path -> endpoints.add("ANY " + path));
                }
            }
        });
        Set<String> declared = new TreeSet<>(ROWS.keySet());
        declared.addAll(PAGES);
        assertThat(endpoints).isEqualTo(declared);
    }

    @Test
    void everyClientPassesWhereItsRowSaysSoAndNowhereElse() {
        List<String> wrong = new ArrayList<>();
        new TreeMap<>(ROWS).forEach((endpoint, row) -> {
            for (String client : CLIENTS) {
                int status = call(endpoint, row, client).status();
                boolean passed = status != 403 && status != 401;
                if (passed != row.allowed().contains(client) || status >= 500) {
                    wrong.add(endpoint + " for " + client + " answers " + status);
                }
            }
            if (call(endpoint, row, "").status() != 401) {
                wrong.add(endpoint + " for nobody");
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyAttributeIsSearchedReadAndWrittenAsItsContractDeclares() {
        List<String> wrong = new ArrayList<>();
        for (String client : CLIENTS) {
            ServiceContract contract = contract(client);
            Set<String> shown = shown(client);
            for (Attribute attribute : Attribute.CANONICAL) {
                String name = attribute.name();
                String value = value(name);
                boolean searched = server().post(client, "/v1/identities/resolve", body(name, value))
                                .status()
                        != 403;
                boolean written =
                        server().send(client, "PUT", "/v1/sources/" + own(client) + "/records/M3", body(name, value))
                                        .status()
                                != 403;
                check(
                        wrong,
                        client,
                        name,
                        "search",
                        searched,
                        may(contract, "RESOLVE") && contract.searchable().contains(attribute));
                check(
                        wrong,
                        client,
                        name,
                        "write",
                        written,
                        may(contract, "WRITE") && contract.writable().contains(attribute));
                if (EVERYTHING.contains("\"" + name + "\"")) {
                    check(
                            wrong,
                            client,
                            name,
                            "read",
                            shown.contains(name),
                            may(contract, "READ") && contract.readable().contains(attribute));
                }
            }
            assertThat(shown)
                    .isSubsetOf(
                            contract.readable().stream().map(Attribute::name).toList());
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(
            List<String> wrong, String client, String name, String what, boolean is, boolean declared) {
        if (is != declared) {
            wrong.add(client + " may " + (is ? "" : "not ") + what + " " + name);
        }
    }

    private static Answer call(String endpoint, Row row, String client) {
        String path = row.path().replace("REF", ref(client)).replace("OWN", own(client));
        String verb = endpoint.substring(0, endpoint.indexOf(' '));
        return row.body() != null && row.body().endsWith("\n")
                ? server().send(client, verb, path, row.body(), "Content-Type", "application/x-ndjson")
                : server().send(client, verb, path, row.body());
    }

    private static String ref(String client) {
        String ref = client.isEmpty() ? "" : crosswalk(client);
        return ref.isEmpty() ? "AAAAAAAAAAAAAAAAAAAAAAA" : ref;
    }

    private static String crosswalk(String client) {
        return server().get(client, "/v1/crosswalk/portail/M1")
                .json()
                .path("ref")
                .asString("");
    }

    private static Set<String> shown(String client) {
        return server().get(client, "/v1/profiles/" + ref(client)).json().path("attributes").propertyNames().stream()
                .collect(Collectors.toSet());
    }

    private static String own(String client) {
        return client.equals("business") ? "cantine" : "portail";
    }

    private static boolean may(ServiceContract contract, String operation) {
        return contract.operations().stream().anyMatch(one -> one.name().equals(operation));
    }

    private static ServiceContract contract(String client) {
        return Contracts.readAll(TestServer.CONFIG, new Faults()).of(client).orElseThrow();
    }

    private static String value(String attribute) {
        return switch (attribute) {
            case "givenNames", "emails", "phones", "identifiers", "nameHistory" -> "[\"x\"]";
            case "addresses" -> "[{\"city\": \"x\"}]";
            default -> "\"x\"";
        };
    }

    private static String body(String attribute, String value) {
        return "{\"attributes\": {\"" + attribute + "\": " + value + "}}";
    }
}
