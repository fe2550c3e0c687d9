package fr.unefois.mdm.connectors;

import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A configuration folder with one source, {@code town}, and its file. */
public final class SourceFixture {
    /** Three columns, a semicolon between them. */
    public static final String MAPPING = """
            mapping:
              id: id
              birthName: nom
              givenNames: prenom
            """;

    private final Path folder;
    private String connector = "  separator: \";\"\n";
    private String mapping = MAPPING;

    public SourceFixture(Path folder) {
        this.folder = folder;
    }

    public SourceFixture connector(String lines) {
        connector = lines;
        return this;
    }

    public SourceFixture mapping(String lines) {
        mapping = lines;
        return this;
    }

    public SourceFixture file(String text, Charset charset) {
        return file(text.getBytes(charset));
    }

    public SourceFixture file(String text) {
        return file(text, StandardCharsets.UTF_8);
    }

    public SourceFixture file(byte[] bytes) {
        write(folder.resolve("town.csv"), bytes);
        return this;
    }

    /** The faults of the configuration, with the folder left out of them. */
    public List<String> faults() {
        Faults faults = new Faults();
        configured(faults);
        return faults.all().stream()
                .map(fault -> fault.toString().replace(folder + "/", ""))
                .toList();
    }

    /** @throws UnreadableSource as the connector does */
    public List<Reading> readings() {
        Faults faults = new Faults();
        ConfiguredSource source = configured(faults);
        faults.throwIfAny();
        List<Reading> readings = new ArrayList<>();
        try (Readings read = source.read()) {
            read.forEachRemaining(readings::add);
        }
        return readings;
    }

    public List<CitizenRecord> records() {
        return readings().stream()
                .filter(MappedRow.class::isInstance)
                .map(reading -> ((MappedRow) reading).record())
                .toList();
    }

    /** {@code 3: reason} for every row set aside. */
    public List<String> quarantine() {
        return readings().stream()
                .filter(QuarantinedRow.class::isInstance)
                .map(reading -> reading.line() + ": " + ((QuarantinedRow) reading).reason())
                .toList();
    }

    /** The identifiers of the good rows. */
    public List<String> ids() {
        return records().stream().map(record -> record.key().id()).toList();
    }

    public List<String> texts(String attribute) {
        return records().stream()
                .map(record -> String.join("/", record.texts(new Attribute(attribute))))
                .toList();
    }

    public String relative(String message) {
        return message.replace(folder + "/", "");
    }

    private ConfiguredSource configured(Faults faults) {
        String yaml =
                "label: Town\ncontroller: The town\nuse: contribute\nconnector:\n  kind: csv\n  file: ${FOLDER}/town.csv\n"
                        + connector + mapping;
        write(folder.resolve("sources").resolve("town.yml"), yaml.getBytes(StandardCharsets.UTF_8));
        List<ConfiguredSource> sources = ConfiguredSource.readAll(folder, Map.of("FOLDER", folder.toString()), faults);
        return sources.get(0);
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
