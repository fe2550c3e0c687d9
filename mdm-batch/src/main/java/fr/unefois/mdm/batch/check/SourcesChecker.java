package fr.unefois.mdm.batch.check;

import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.config.Checker;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.connectors.ConfiguredSource;
import java.nio.file.Path;
import java.util.Map;

/** Checks {@code sources/NAME.yml}, each source with its connector and its mapping, and {@code linkage-model.yml}. */
public final class SourcesChecker implements Checker {
    @Override
    public void check(Path config, Faults faults) {
        ConfiguredSource.readAll(config, System.getenv(), faults);
        Walk.read(config, Map.of(), faults);
    }
}
