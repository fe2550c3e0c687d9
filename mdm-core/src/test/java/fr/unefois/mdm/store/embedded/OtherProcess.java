package fr.unefois.mdm.store.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A Java process of its own that opens the embedded server, says its number, and closes it when told to. */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final long server;

    private OtherProcess(Process process, long server) {
        this.process = process;
        this.server = server;
    }

    public static void main(String[] args) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.open(Path.of(args[0]));
        System.out.println("server " + server.pid());
        System.in.transferTo(OutputStream.nullOutputStream());
        server.close();
    }

    static OtherProcess open(Path home) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("server ")) {
                return new OtherProcess(process, Long.parseLong(line.substring("server ".length())));
            }
        }
        throw new IOException("the other process opened no server");
    }

    long server() {
        return server;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it close the server and end by itself. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                throw new IOException("the other process does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
