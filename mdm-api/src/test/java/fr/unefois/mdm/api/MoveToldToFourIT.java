package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.api.Receiver.Post;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

/** The example of {@code examples/bpm}, played: one move, told to four applications, each of which runs the process. */
@ExtendWith(TestDatabase.class)
class MoveToldToFourIT {
    private static final Path EXAMPLE = Path.of("../examples/bpm");
    private static final Map<String, String> APPLICATIONS =
            new TreeMap<>(Map.of("business", "cantine", "water", "eau", "library", "mediatheque", "sports", "sports"));

    private static @Nullable Issuer issuing;
    private static @Nullable Receiver receiving;
    private static @Nullable TestServer started;

    @BeforeAll
    static void start(DatabaseSettings database, @TempDir Path folder) throws Exception {
        issuing = new Issuer();
        receiving = new Receiver();
        TestConfig.copy(folder, """
                mdm:
                  security:
                    issuer-uri: %s
                  webhooks:
                    inside: ["%s"]
                    hosts: [localhost]
                    first-wait: 20ms
                    longest-wait: 100ms
                    pause: 50ms
                """.formatted(issuer().url(), receiver().origin()));
        try (var contracts = Files.list(EXAMPLE.resolve("contracts"))) {
            for (Path contract : contracts.toList()) {
                Files.copy(contract, folder.resolve("contracts").resolve(contract.getFileName()));
            }
        }
        started = TestServer.installed(database, folder);
    }

    @AfterAll
    static void stop() {
        server().close();
        receiver().close();
        issuer().close();
    }

    private static Issuer issuer() {
        return Objects.requireNonNull(issuing);
    }

    private static Receiver receiver() {
        return Objects.requireNonNull(receiving);
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    private static TestServer.Answer send(String client, String verb, String path, @Nullable String body) {
        return server().exchange(server().request(path)
                .header("Authorization", "Bearer " + issuer().token(client, claims -> claims))
                .header("Content-Type", "application/json")
                .method(verb, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** One application: its inbox, its own file of addresses by reference, and the process that it runs. */
    private static final class Application {
        private final String client;
        private final Element process;
        private final Set<String> inbox = ConcurrentHashMap.newKeySet();
        private final Map<String, String> own = new ConcurrentHashMap<>();
        private final List<String> steps = new CopyOnWriteArrayList<>();

        Application(String client, Element process) {
            this.client = client;
            this.process = process;
        }

        void run(JsonNode event) {
            boolean fresh = false;
            String profile = "";
            String at = target("told", "");
            while (!at.equals("done")) {
                switch (implementation(at)) {
                    case "inbox" -> fresh = inbox.add(event.path("id").asString());
                    case "profile" ->
                        profile = send(
                                        client,
                                        "GET",
                                        "/v1/profiles/" + event.path("subject").asString(),
                                        null)
                                .json()
                                .path("attributes")
                                .path("addresses")
                                .toString();
                    case "own-file" -> own.put(event.path("subject").asString(), profile);
                    default -> {}
                }
                steps.add(at);
                boolean moved = fresh
                        && event.path("data").path("attributes").toString().contains("\"addresses\"");
                at = target(at, moved ? "moved" : "known");
            }
        }

        private String implementation(String id) {
            return element("serviceTask", "id", id).stream()
                    .map(task -> task.getAttribute("implementation"))
                    .findFirst()
                    .orElse("");
        }

        /** Where the flow leads; where two leave, the named one. */
        private String target(String from, String chosen) {
            List<Element> flows = element("sequenceFlow", "sourceRef", from);
            return flows.stream()
                    .filter(flow -> flows.size() == 1 || flow.getAttribute("id").equals(chosen))
                    .findFirst()
                    .orElseThrow()
                    .getAttribute("targetRef");
        }

        private List<Element> element(String tag, String attribute, String value) {
            NodeList all = process.getElementsByTagName(tag);
            return IntStream.range(0, all.getLength())
                    .mapToObj(i -> (Element) all.item(i))
                    .filter(one -> one.getAttribute(attribute).equals(value))
                    .toList();
        }
    }

    private static Element process() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(EXAMPLE.resolve("move.bpmn").toFile());
        Element message = (Element) document.getElementsByTagName("message").item(0);
        assertThat(message.getAttribute("name")).isEqualTo("fr.unefois.citizen.changed");
        return (Element) document.getElementsByTagName("process").item(0);
    }

    private static String record(String line) {
        return "{\"attributes\": {\"birthName\": \"Quemeneur\", \"givenNames\": [\"Enora\"], \"sex\": \"F\","
                + " \"birthDate\": \"1979-06-21\", \"emails\": [\"enora.quemeneur@example.org\"], \"addresses\": [{\"line\": \""
                + line + "\", \"postcode\": \"38000\", \"city\": \"Grenoble\"}]}}";
    }

    @Test
    void eachWritesTheNewAddressOnceUnderItsOwnReference() throws Exception {
        Element process = process();
        Map<String, Application> applications = new TreeMap<>();
        for (String client : APPLICATIONS.keySet()) {
            applications.put("/" + client, new Application(client, process));
        }
        // Each knows the citizen by a record of its own source.
        for (String source : APPLICATIONS.values()) {
            server().bean(Arrivals.class).arrive(known(source));
        }
        assertThat(send("portal", "PUT", "/v1/sources/portail/records/ENORA", record("1 rue Ancienne"))
                        .status())
                .isLessThan(300);
        AtomicInteger refused = new AtomicInteger();
        receiver().answer(post -> {
            if (post.path().equals("/library") && refused.getAndIncrement() < 3) {
                return 503;
            }
            Application application = Objects.requireNonNull(applications.get(post.path()));
            application.run(post.json());
            if (post.path().equals("/sports")) {
                application.run(post.json());
            }
            return 204;
        });
        for (String client : APPLICATIONS.keySet()) {
            assertThat(send(
                                    client,
                                    "POST",
                                    "/v1/subscriptions",
                                    "{\"url\": \"" + receiver().origin() + "/" + client + "\"}")
                            .status())
                    .isEqualTo(201);
        }

        assertThat(send("portal", "PUT", "/v1/sources/portail/records/ENORA", record("20 avenue Nouvelle"))
                        .status())
                .isEqualTo(200);

        for (Application application : applications.values()) {
            await(() -> !application.own.isEmpty(), application.client);
        }
        Set<String> references = ConcurrentHashMap.newKeySet();
        for (Application application : applications.values()) {
            assertThat(application.own).as(application.client).hasSize(1);
            application.own.forEach((ref, addresses) -> {
                references.add(ref);
                assertThat(addresses).as(application.client).contains("20 avenue Nouvelle");
            });
            assertThat(application.steps.stream().filter("own"::equals))
                    .as(application.client)
                    .hasSize(1);
        }
        assertThat(references).as("four sectors, four references").hasSize(4);
        for (String client : APPLICATIONS.keySet()) {
            assertThat(receiver().posts("/" + client).stream().map(Post::body))
                    .isNotEmpty()
                    .noneMatch(body -> body.contains("Nouvelle") || body.contains("Quemeneur"));
        }
    }

    private static CitizenRecord known(String source) {
        return new CitizenRecord(
                new SourceKey(source, "ENORA"),
                Instant.parse("2026-01-01T00:00:00Z"),
                Map.of(
                        Attribute.BIRTH_NAME, List.of(new Text("Quemeneur")),
                        Attribute.GIVEN_NAMES, List.of(new Text("Enora")),
                        Attribute.BIRTH_DATE, List.of(new Text("1979-06-21")),
                        Attribute.EMAILS, List.of(new Text("enora.quemeneur@example.org"))));
    }

    private static void await(BooleanSupplier condition, String what) throws InterruptedException {
        for (int tries = 0; tries < 600 && !condition.getAsBoolean(); tries++) {
            Thread.sleep(100);
        }
        assertThat(condition.getAsBoolean()).as("%s was told", what).isTrue();
    }
}
