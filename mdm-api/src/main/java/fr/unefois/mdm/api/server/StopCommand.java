package fr.unefois.mdm.api.server;

import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops what runs in the background, and the embedded database. */
@CommandLine.Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Stops what `demo --detach` started, and the embedded database. Nothing running is no error.")
public final class StopCommand implements Command {
    private static final long PATIENCE = 30;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        Path home = DatabaseSettings.from(System.getenv(), null).home();
        PidFile pid = new PidFile(home);
        Optional<ProcessHandle> server = pid.process();
        if (server.isPresent()) {
            stop(server.get());
            say("stopped the server");
        }
        pid.delete();
        if (EmbeddedPostgres.stop(home)) {
            say("stopped the database");
        }
        return DONE;
    }

    private static void stop(ProcessHandle server) throws InterruptedException, ExecutionException {
        server.destroy();
        try {
            server.onExit().get(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            server.destroyForcibly();
            server.onExit().get();
        }
    }

    private void say(String what) {
        spec.commandLine().getErr().println(what);
        spec.commandLine().getErr().flush();
    }
}
