package fr.unefois.mdm.connectors;

import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A source with its connector and mapping, checked and ready to be read. */
public final class ConfiguredSource {
    private final Source source;
    private final Extract extract;
    private final Mapping mapping;

    ConfiguredSource(Source source, Extract extract, Mapping mapping) {
        this.source = source;
        this.extract = extract;
        this.mapping = mapping;
    }

    /** Every source of a configuration folder, sorted by name; one with a fault may be left out. */
    public static List<ConfiguredSource> readAll(Path config, Map<String, String> environment, Faults faults) {
        Connectors connectors = new Connectors();
        List<ConfiguredSource> sources = new ArrayList<>();
        List<SourceFile> files = SourceFile.readAll(config, environment, faults);
        Set<String> names =
                files.stream().map(file -> file.source().name()).collect(Collectors.toCollection(TreeSet::new));
        for (SourceFile file : files) {
            Mapping mapping = Mapping.read(file, names);
            connectors
                    .of(file)
                    .map(connector -> connector.extract(file, faults))
                    .ifPresent(extract -> sources.add(new ConfiguredSource(file.source(), extract, mapping)));
        }
        return sources;
    }

    public Source source() {
        return source;
    }

    /** The attributes that it says something of. */
    public List<Attribute> attributes() {
        return mapping.attributes();
    }

    /** The columns that say something of an attribute, or {@code asOf} or {@code relations}; none for a constant. */
    public List<String> columns(Attribute attribute) {
        return mapping.columns().of(attribute);
    }

    /** Where its extract lies. */
    public String place() {
        return extract.place();
    }

    /** @throws UnreadableSource when nothing of it can be trusted */
    public Readings read() {
        return new Readings(mapping, extract.read(mapping.columns()));
    }
}
