package fr.unefois.mdm.api.server;

import fr.unefois.mdm.config.Checker;
import fr.unefois.mdm.config.Faults;
import java.nio.file.Path;

/** Checks what the server reads: sources with their schedules, {@code contracts}, {@code forms}, the model. */
public final class InstallationChecker implements Checker {
    @Override
    public void check(Path config, Faults faults) {
        Installation.read(config, faults);
    }
}
