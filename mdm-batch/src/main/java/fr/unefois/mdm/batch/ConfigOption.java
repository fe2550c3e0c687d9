package fr.unefois.mdm.batch;

import fr.unefois.mdm.config.Fault;
import fr.unefois.mdm.config.InvalidConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the configuration folder. */
public final class ConfigOption {
    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "The configuration folder (default: config/ in the working folder).")
    @Nullable
    Path given;

    /** @throws InvalidConfiguration for a folder that is named and not there; the default one may be absent */
    public Path folder() {
        if (given != null && !Files.isDirectory(given)) {
            throw new InvalidConfiguration(
                    List.of(new Fault(given.toString(), 0, "there is no such folder; --config names it")));
        }
        return given == null ? Path.of("config") : given;
    }
}
