package fr.unefois.mdm.batch;

import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.config.Fault;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.InvalidConfiguration;
import fr.unefois.mdm.connectors.ConfiguredSource;
import fr.unefois.mdm.record.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sources of a configuration folder, without fault. */
public record ConfiguredSources(Path config, List<ConfiguredSource> all) {
    public ConfiguredSources {
        all = List.copyOf(all);
    }

    /** @throws InvalidConfiguration with every fault, where there is one */
    public static ConfiguredSources read(Path config) {
        return read(config, System.getenv());
    }

    /** As above, with the values that stand for {@code ${NAME}} in the files. */
    public static ConfiguredSources read(Path config, Map<String, String> environment) {
        Faults faults = new Faults();
        List<ConfiguredSource> sources = ConfiguredSource.readAll(config, environment, faults);
        faults.throwIfAny();
        return new ConfiguredSources(config, sources);
    }

    /**
     * The named ones, or all where none is named.
     *
     * @throws InvalidConfiguration for a name that is no source's, or where there is no source at all
     */
    public List<ConfiguredSource> named(List<String> names) {
        Faults faults = new Faults();
        if (all.isEmpty()) {
            faults.add(new Fault(
                    config.resolve("sources").toString(), 0, "there is no source; add a NAME.yml, or name --config"));
        }
        List<String> known = all.stream().map(one -> one.source().name()).toList();
        for (String name : names) {
            if (!all.isEmpty() && !known.contains(name)) {
                faults.add(new Fault(
                        config.resolve("sources").toString(),
                        0,
                        "there is no source `" + name + "`; known are " + String.join(", ", known)));
            }
        }
        faults.throwIfAny();
        List<ConfiguredSource> chosen = new ArrayList<>(all);
        chosen.removeIf(one -> !names.isEmpty() && !names.contains(one.source().name()));
        return chosen;
    }

    public Map<String, Source> byName() {
        Map<String, Source> byName = new TreeMap<>();
        all.forEach(one -> byName.put(one.source().name(), one.source()));
        return byName;
    }

    /**
     * The walk over these sources, with the model that the folder asks for.
     *
     * @throws InvalidConfiguration for a model with a fault
     */
    public Walk walk() {
        Faults faults = new Faults();
        Walk walk = Walk.read(config, byName(), faults);
        faults.throwIfAny();
        return walk;
    }
}
