package fr.unefois.mdm.store.embedded;

import fr.unefois.mdm.store.embedded.Programs.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** Makes, starts and stops the server; called under the start lock only. */
final class Server {
    /** Recovery takes what it takes. */
    private static final String NO_LIMIT = "1000000000";

    private static final int MAJOR_WITH_BUILTIN_LOCALE = 17;
    private static final int PORTS_TO_TRY = 5;
    private static final int POLL_MILLIS = 100;
    private static final int POLLS_A_TICK = 50;
    private static final int LOG_TAIL = 2000;

    private final EmbeddedSettings settings;
    private final Installation installation;
    private final Account account;

    private Server(EmbeddedSettings settings, Installation installation, Account account) {
        this.settings = settings;
        this.installation = installation;
        this.account = account;
    }

    static Server prepare(EmbeddedSettings settings, List<Account> accounts) throws IOException {
        Path folder = settings.folder();
        Files.createDirectories(folder);
        if (Trees.mayChange(folder)) {
            // Whatever the umask: the server may run as another user. What is private in it is private by itself.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path other = settings.installation();
        Installation installation = other != null ? new Installation(other) : Installation.under(folder);
        return new Server(settings, installation, Account.choose(accounts, folder));
    }

    /** Starts it, making its data folder first when there is none. */
    Credentials start() throws IOException {
        Path data = settings.data();
        Credentials known = Credentials.read(settings.home()).orElse(null);
        if (Files.isDirectory(data)) {
            checkVersion(data);
            if (known == null) {
                throw new EmbeddedFailure("there is data in " + data + " but no " + settings.home()
                        + "/database.properties, which holds its password; put that file back, or move the data away");
            }
        } else {
            known = known != null ? known : Credentials.fresh();
            known.write(settings.home());
            initialise(data, known.password());
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        Credentials running = known.at(start(data, known.port()));
        running.write(settings.home());
        return running;
    }

    private void checkVersion(Path data) throws IOException {
        String made = Files.readString(data.resolve("PG_VERSION")).strip();
        if (Integer.parseInt(made) != major()) {
            throw new EmbeddedFailure("the data in " + data + " is PostgreSQL " + made + "'s, and this is PostgreSQL "
                    + major() + ": use the version that made it, or dump and restore");
        }
    }

    private int major() throws IOException {
        String version = Programs.run(
                        List.of(installation.program("postgres").toString(), "--version"), settings.home())
                .output();
        return Integer.parseInt(version.replaceFirst("(?s).*?(\\d+).*", "$1"));
    }

    /** Made under another name, so that a data folder is whole or absent. */
    private void initialise(Path data, String password) throws IOException {
        Path fresh = data.resolveSibling("data.new");
        Trees.delete(fresh);
        Path passwordFile = data.resolveSibling("password.new");
        Credentials.writePrivately(passwordFile, password);
        Files.setAttribute(passwordFile, "unix:uid", Trees.uid(settings.folder()));
        List<String> locale = major() >= MAJOR_WITH_BUILTIN_LOCALE
                ? List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
                : List.of("--locale=C.UTF-8");
        List<String> command = new java.util.ArrayList<>(List.of(
                installation.program("initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + Credentials.USER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--data-checksums",
                settings.durable() ? "--no-instructions" : "--no-sync"));
        command.addAll(locale);
        Ended ended = run(command, "making its data folder");
        Files.delete(passwordFile);
        if (ended.exit() != 0) {
            throw new EmbeddedFailure("PostgreSQL could not make " + data + ":\n" + ended.output());
        }
        ServerConfiguration.include(fresh);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private Postmaster start(Path data, int knownPort) throws IOException {
        for (int attempt = 1; ; attempt++) {
            ServerConfiguration.write(data, freePort(attempt == 1 ? knownPort : 0), settings.durable());
            Files.deleteIfExists(settings.log());
            Ended ended = run(
                    List.of(
                            installation.program("pg_ctl").toString(),
                            "start",
                            "-D",
                            data.toString(),
                            "-l",
                            settings.log().toString(),
                            "-w",
                            "-t",
                            NO_LIMIT),
                    "starting");
            Optional<Postmaster> running = Postmaster.of(data);
            if (ended.exit() == 0 && running.isPresent()) {
                return running.get();
            }
            String log = logTail();
            if (log.contains("pre-existing shared memory block")) {
                settings.progress().accept("PostgreSQL was killed; waiting for the last of its processes to end");
                pause(POLLS_A_TICK);
            } else if (!log.contains("could not bind") || attempt == PORTS_TO_TRY) {
                throw new EmbeddedFailure("PostgreSQL did not start:\n" + ended.output() + log);
            }
        }
    }

    private static int freePort(int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException taken) {
            if (wanted == 0) {
                throw taken;
            }
            return freePort(0);
        }
    }

    private String logTail() throws IOException {
        if (!Files.exists(settings.log())) {
            return "";
        }
        String log = Files.readString(settings.log(), StandardCharsets.ISO_8859_1);
        return log.substring(Math.max(0, log.length() - LOG_TAIL));
    }

    private Ended run(List<String> program, String doing) throws IOException {
        return Programs.run(
                account.command(program),
                settings.folder(),
                seconds -> settings.progress().accept("PostgreSQL is " + doing + ", " + seconds + " s so far"));
    }

    /** Waits for a server that someone else started to be ready, or to be gone. */
    static Optional<Postmaster> await(EmbeddedSettings settings) throws IOException {
        for (int poll = 1; ; poll++) {
            Optional<Postmaster> server = Postmaster.of(settings.data());
            if (server.isEmpty() || server.get().ready()) {
                return server;
            }
            if (poll % POLLS_A_TICK == 0) {
                settings.progress().accept("PostgreSQL is not ready yet; waiting");
            }
            pause(1);
        }
    }

    /** Stops it at once but cleanly: transactions in the middle are rolled back. */
    static void stop(EmbeddedSettings settings, Postmaster server) throws IOException {
        // SIGINT is PostgreSQL's fast shutdown. The shell's own kill is there on every machine.
        Ended ended = Programs.run(List.of("sh", "-c", "kill -INT " + server.pid()), Path.of("/"));
        if (ended.exit() != 0 && server.isAlive(settings.data())) {
            throw new EmbeddedFailure("PostgreSQL (process " + server.pid() + ") cannot be stopped: " + ended.output());
        }
        for (int poll = 1; server.isAlive(settings.data()); poll++) {
            if (poll % POLLS_A_TICK == 0) {
                settings.progress().accept("PostgreSQL is stopping");
            }
            pause(1);
        }
    }

    private static void pause(int polls) {
        try {
            Thread.sleep((long) POLL_MILLIS * polls);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedFailure("interrupted while waiting for PostgreSQL", e);
        }
    }
}
