package fr.unefois.mdm.batch.bench;

import fr.unefois.mdm.batch.ConfiguredSources;
import fr.unefois.mdm.record.SourceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A town that was pulled into an embedded base of its own, both deleted in the end.
 *
 * @param home of the base
 * @param launcher runs commands over this base
 * @param config the sources' configuration
 * @param keys of all records, in an order that is the same each time and nobody's
 */
record FilledBase(Town town, Path home, Launcher launcher, Path config, List<SourceKey> keys) implements AutoCloseable {
    private static final int SEED = 5;

    /** @throws Unmeasured where the setting asks for a file, or the project's folder is not there */
    static FilledBase of(Setting setting, String benchmark) {
        return of(setting, benchmark, 1);
    }

    /**
     * @param share of each source's rows that were pulled, from 0 to 1
     * @throws Unmeasured as above
     */
    static FilledBase of(Setting setting, String benchmark, double share) {
        if (setting.data().file().isPresent()) {
            throw new Unmeasured(
                    benchmark + " pulls the sources of a generated town; choose one by --size, without --file");
        }
        Path config = setting.launcher().root().resolve(LoadBenchmark.CONFIG);
        if (!Files.isDirectory(config)) {
            throw new Unmeasured(
                    config + " is missing: " + benchmark + " needs the project's folder, not the jar alone");
        }
        Town town = Town.of(setting);
        Path home = setting.launcher().folder("home");
        Launcher launcher = setting.launcher();
        for (Map.Entry<String, String> one : environment(home, town).entrySet()) {
            launcher = launcher.with(one.getKey(), one.getValue());
        }
        boolean filled = false;
        try {
            setting.progress().accept("pulling the town");
            Launcher first = share == 1
                    ? launcher
                    : launcher.with("MDM_SOURCES", town.earlier(share).toString());
            Child.run(first, home, List.of("pull", "--config", config.toString(), "--json"));
            Child.run(launcher, home, List.of("export", "--clusters", "clusters.csv"));
            FilledBase base = new FilledBase(town, home, launcher, config, keys(home.resolve("clusters.csv")));
            filled = true;
            return base;
        } finally {
            if (!filled) {
                close(town, home, launcher);
            }
        }
    }

    ConfiguredSources sources() {
        return ConfiguredSources.read(config, environment(home, town));
    }

    private static Map<String, String> environment(Path home, Town town) {
        return Map.of("MDM_HOME", home.toString(), "MDM_SOURCES", town.sources().toString(), "MDM_DATABASE_URL", "");
    }

    private static List<SourceKey> keys(Path clusters) {
        try (Stream<String> lines = Files.lines(clusters)) {
            List<SourceKey> keys = new ArrayList<>(lines.skip(1)
                    .map(line -> line.split(",", 3))
                    .map(columns -> new SourceKey(columns[0], columns[1]))
                    .toList());
            Collections.shuffle(keys, new Random(SEED));
            return keys;
        } catch (IOException e) {
            throw new Unmeasured(clusters + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        close(town, home, launcher);
    }

    private static void close(Town town, Path home, Launcher launcher) {
        launcher.stop(home);
        Town.delete(home);
        town.close();
    }
}
