package fr.unefois.mdm.api.server;

import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.config.Checker;
import fr.unefois.mdm.config.Fault;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.InvalidConfiguration;
import fr.unefois.mdm.store.DatabaseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The server, over an installation's own configuration and its own OpenID issuer. */
@CommandLine.Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Serves the API over this installation's configuration. Tokens are those of its OpenID issuer; the"
                        + " demonstration's accounts are refused.")
public final class ServeCommand implements Command {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", defaultValue = "8080", description = "Default: ${DEFAULT-VALUE}; 0 for any free one.")
    private int port;

    @Option(
            names = "--management-port",
            defaultValue = "8081",
            description = "Health and metrics. Default: ${DEFAULT-VALUE}.")
    private int managementPort;

    @Option(
            names = "--address",
            defaultValue = "127.0.0.1",
            description = "Where to listen. Default: ${DEFAULT-VALUE}.")
    private String address = "127.0.0.1";

    @Option(names = "--config", defaultValue = "config", paramLabel = "DIR", description = "Default: ${DEFAULT-VALUE}.")
    private Path config = Path.of("config");

    @Option(names = "--database", paramLabel = "URL", description = "An existing PostgreSQL; else the embedded one.")
    private @Nullable String database;

    @Option(names = "--no-jobs", description = "Leaves scheduled pulls to another process.")
    private boolean withoutJobs;

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.isDirectory(config)) {
            throw new InvalidConfiguration(List.of(
                    new Fault(config.toString(), 0, "is no folder; name the configuration's folder with --config")));
        }
        Faults faults = new Faults();
        ServiceLoader.load(Checker.class, ServeCommand.class.getClassLoader())
                .forEach(checker -> checker.check(config, faults));
        faults.throwIfAny();
        DatabaseSettings settings = DatabaseSettings.from(System.getenv(), database);
        int claimed = Ports.claim(address, port, "--port");
        int claimedManagement = Ports.claim(address, managementPort, "--management-port");
        try (Server server = Server.start(new ServerSettings(
                config, settings.home(), settings, address, claimed, claimedManagement, !withoutJobs, false))) {
            spec.commandLine().getOut().println("http://" + address + ":" + server.port());
            spec.commandLine().getOut().flush();
            new CountDownLatch(1).await();
        }
        return DONE;
    }
}
