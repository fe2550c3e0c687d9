package fr.unefois.mdm.batch.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code mdm serve} over a filled base, with one contract that limits nothing but the attributes. */
final class Served implements AutoCloseable {
    static final String CLIENT = "bench";
    /** The one in the client's sector. */
    static final String SOURCE = "cantine";

    /** Seconds for what is under way to be answered. */
    private static final int PATIENCE = 40;

    private static final String CONTRACT = """
            client: bench
            sector: education
            purposes: [measure]
            legal-basis: none; invented people only
            subject: third-party
            operations: [resolve, read, crosswalk, write, changes]
            readable: [birthName, usageName, givenNames, sex, birthDate, emails, phones, addresses]
            searchable: [birthName, usageName, givenNames, sex, birthDate, emails, phones, addresses]
            writable: [birthName, usageName, givenNames, sex, birthDate, birthPlace, emails, phones, addresses]
            sources: [%s]
            valid-from: 2020-01-01
            """;

    private final SigningIssuer issuer;
    private final Process process;
    private final int port;
    private final int management;

    /** As a user would start it. */
    Served(FilledBase base) {
        this(base, "");
    }

    /** @param settings more lines of {@code mdm.yml} under {@code mdm:} */
    Served(FilledBase base, String settings) {
        this(base, settings, words -> base.launcher().start(base.home(), words));
    }

    /** @param start starts the command's words as a process, both of whose streams come out of one */
    Served(FilledBase base, Function<List<String>, Process> start) {
        this(base, "", start);
    }

    private Served(FilledBase base, String settings, Function<List<String>, Process> start) {
        issuer = new SigningIssuer();
        port = freePort();
        management = freePort();
        Path config = config(base, settings);
        process = start.apply(List.of(
                "serve",
                "--config",
                config.toString(),
                "--port",
                "" + port,
                "--management-port",
                "" + management,
                "--no-jobs"));
        awaitReady();
    }

    int port() {
        return port;
    }

    String token() {
        return issuer.token(CLIENT);
    }

    private Path config(FilledBase base, String settings) {
        Path config = base.home().resolve("config");
        try (Stream<Path> files = Files.walk(base.config())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = config.resolve(base.config().relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.createDirectories(config.resolve("contracts"));
            Files.writeString(
                    config.resolve("contracts/bench.yml"),
                    CONTRACT.formatted(String.join(", ", base.sources().byName().keySet())));
            return Files.writeString(
                            config.resolve("mdm.yml"),
                            "mdm:\n  security: {issuer-uri: '" + issuer.url() + "'}\n" + settings)
                    .resolveSibling("");
        } catch (IOException e) {
            throw new Unmeasured(config + " cannot be written", e);
        }
    }

    private void awaitReady() {
        List<String> said = new ArrayList<>();
        try {
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("http://")) {
                    Thread draining = new Thread(() -> drain(lines));
                    draining.setDaemon(true);
                    draining.start();
                    return;
                }
                said.add(line);
            }
        } catch (IOException e) {
            throw new Unmeasured("the server could not be heard", e);
        }
        throw new Unmeasured("the server did not start: " + (said.isEmpty() ? "" : said.get(said.size() - 1)));
    }

    /** Until the server ends, or its stream is closed under us because it was ended. */
    private static void drain(BufferedReader lines) {
        try {
            lines.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            // Nothing more to hear.
        }
    }

    /** What is used of the server's heap, in bytes: it falls with every collection. */
    double heap() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + management + "/actuator/prometheus"))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            throw new Unmeasured("the server does not tell its heap", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasured("the server was not asked for its heap", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new Unmeasured("no port is free", e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        issuer.close();
    }
}
