package fr.unefois.mdm.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A real Keycloak with one realm, in the folder where somebody unpacked it. */
final class Keycloak implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final int port;

    private Keycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static String url(int port) {
        return "http://localhost:" + port + "/realms/ville";
    }

    static Keycloak start(Path folder, int port, String realm) throws IOException, InterruptedException {
        Path imported = Files.createDirectories(folder.resolve("data/import"));
        Files.writeString(imported.resolve("ville-realm.json"), realm);
        ProcessBuilder builder = new ProcessBuilder(
                        folder.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--http-port=" + port,
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("data/test.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Keycloak keycloak = new Keycloak(builder.start(), port);
        keycloak.await();
        return keycloak;
    }

    private void await() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        HttpRequest asked = HttpRequest.newBuilder(URI.create(url(port))).build();
        while (true) {
            try {
                if (HttpClient.newHttpClient()
                                .send(asked, BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException e) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    throw new UncheckedIOException("Keycloak did not start", e);
                }
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
