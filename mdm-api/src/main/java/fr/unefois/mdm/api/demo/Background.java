package fr.unefois.mdm.api.demo;

import fr.unefois.mdm.api.server.PidFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts this very program again in a session of its own, and waits until it says that it is ready. */
final class Background {
    private static final long PAUSE = 200;
    private static final int PATIENCE = 2000;

    private final Path log;
    private final Path ready;
    private final PidFile pid;

    Background(Path home) {
        this.log = home.resolve("logs").resolve("demo.log");
        this.ready = home.resolve("demo.ready");
        this.pid = new PidFile(home);
    }

    /** Where the process in the background writes its address once it answers. */
    Path ready() {
        return ready;
    }

    /** Its address while it answers: a process that was killed a moment ago may still seem to live. */
    Optional<String> running() throws IOException {
        return pid.process().isPresent() && Files.exists(ready)
                ? Optional.of(Files.readString(ready).strip()).filter(Background::answers)
                : Optional.empty();
    }

    private static boolean answers(String url) {
        URI address = URI.create(url);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** @return the address, or nothing when it ended before it was ready */
    Optional<String> start(List<String> arguments, PrintWriter err) throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(ready);
        Process process = new ProcessBuilder(words(arguments))
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(log.toFile())
                .start();
        pid.write(process.toHandle());
        long told = 0;
        while (process.isAlive() && !Files.exists(ready)) {
            Thread.sleep(PAUSE);
            told = tell(told, err);
        }
        if (Files.exists(ready)) {
            return Optional.of(Files.readString(ready).strip());
        }
        tell(told, err);
        pid.delete();
        return Optional.empty();
    }

    /** Passes on what the log has grown by. */
    private long tell(long from, PrintWriter err) throws IOException {
        try (var channel = Files.newByteChannel(log, StandardOpenOption.READ)) {
            channel.position(from);
            byte[] grown = java.nio.channels.Channels.newInputStream(channel).readAllBytes();
            err.print(new String(grown, StandardCharsets.UTF_8));
            err.flush();
            return from + grown.length;
        }
    }

    private static List<String> words(List<String> arguments) {
        List<String> words = new ArrayList<>();
        for (String folder : List.of("/usr/bin/setsid", "/bin/setsid")) {
            if (words.isEmpty() && Files.isExecutable(Path.of(folder))) {
                words.add(folder);
            }
        }
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        String command = System.getProperty("sun.java.command", "");
        String path = System.getProperty("java.class.path");
        if (command.startsWith(path)) { // the folder of the jar may have spaces in its name
            words.addAll(List.of("-jar", path));
        } else {
            words.addAll(List.of("-cp", path, command.split(" ", 2)[0]));
        }
        words.addAll(arguments);
        return words;
    }
}
