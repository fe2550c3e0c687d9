package fr.unefois.mdm.batch.check;

import fr.unefois.mdm.config.Checker;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.connectors.ConfiguredSource;
import java.nio.file.Path;

/** Checks {@code sources/NAME.yml}: each source, its connector and its mapping. */
public final class SourcesChecker implements Checker {
    @Override
    public void check(Path config, Faults faults) {
        ConfiguredSource.readAll(config, System.getenv(), faults);
    }
}
