package fr.unefois.mdm.api.demo;

import fr.unefois.mdm.api.server.Ports;
import fr.unefois.mdm.api.server.Server;
import fr.unefois.mdm.api.server.ServerSettings;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.store.Citizens;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.DatabaseSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A town to try: generated, pulled, served. */
@CommandLine.Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "A town to try: makes its nine sources, pulls them into an embedded PostgreSQL, and serves it.",
            "When it is ready, the first line printed is the address of one citizen's story; the accounts are in"
                    + " demo.env in the home folder. Started again, it keeps everything."
        })
public final class DemoCommand implements Command {
    private static final String ADDRESS = "127.0.0.1";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--citizens", defaultValue = "5000", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int citizens;

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "P",
            description = "Default: ${DEFAULT-VALUE}; 0 for any.")
    private int port;

    @Option(
            names = "--management-port",
            defaultValue = "8081",
            paramLabel = "P",
            description = "Health and metrics. Default: ${DEFAULT-VALUE}; 0 for any.")
    private int managementPort;

    @Option(names = "--database", paramLabel = "URL", description = "An existing PostgreSQL; else the embedded one.")
    private @Nullable String database;

    @Option(names = "--detach", description = "Returns when ready and leaves it running; `mdm stop` ends it.")
    private boolean detach;

    @Option(names = "--ready-file", hidden = true)
    private @Nullable Path readyFile;

    @Override
    public Integer call() throws IOException, InterruptedException {
        DatabaseSettings settings = DatabaseSettings.from(System.getenv(), database);
        Background background = new Background(settings.home());
        Optional<String> running = readyFile == null ? background.running() : Optional.empty();
        if (running.isPresent()) {
            print(running.get());
            return detach ? DONE : failed("it already runs in the background; `mdm stop` ends it");
        }
        int claimed = Ports.claim(ADDRESS, port, "--port");
        int claimedManagement = Ports.claim(ADDRESS, managementPort, "--management-port");
        if (detach) {
            Optional<String> url = background.start(arguments(background, claimed, claimedManagement), err());
            url.ifPresent(this::print);
            return url.isPresent() ? DONE : FAILED;
        }
        DemoTown town = new DemoTown(settings.home());
        town.unpack();
        try (Database base = Database.open(settings)) {
            if (new Citizens(base.dataSource()).count() == 0) {
                int filled = town.fill(citizens, database, err());
                if (filled != DONE) {
                    return filled;
                }
            }
            return serve(new ServerSettings(
                    town.config(), settings.home(), settings, ADDRESS, claimed, claimedManagement, true, true));
        }
    }

    private int serve(ServerSettings settings) throws IOException, InterruptedException {
        try (Server server = Server.start(settings)) {
            server.bean(Heroine.class).prepare();
            String url = "http://localhost:" + server.port() + "/demo/story";
            print(url);
            if (readyFile != null) {
                Path draft = Files.writeString(readyFile.resolveSibling("demo.ready.new"), url);
                Files.move(draft, readyFile, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            }
            new CountDownLatch(1).await();
        }
        return DONE;
    }

    private List<String> arguments(Background background, int claimed, int claimedManagement) {
        List<String> arguments = new ArrayList<>(List.of(
                "demo",
                "--citizens",
                Integer.toString(citizens),
                "--port",
                Integer.toString(claimed),
                "--management-port",
                Integer.toString(claimedManagement),
                "--ready-file",
                background.ready().toString()));
        if (database != null) {
            arguments.addAll(List.of("--database", database));
        }
        return arguments;
    }

    private int failed(String why) {
        err().println("demo: " + why);
        return FAILED;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private void print(String url) {
        spec.commandLine().getOut().println(url);
        spec.commandLine().getOut().flush();
    }
}
