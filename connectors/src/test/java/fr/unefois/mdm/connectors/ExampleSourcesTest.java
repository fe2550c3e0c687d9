package fr.unefois.mdm.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.record.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples' nine sources, each in its own layout. */
class ExampleSourcesTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    @ParameterizedTest
    @ValueSource(strings = {"metropole", "demo"})
    void areWithoutFault(String example) {
        Faults faults = new Faults();
        assertThat(sources(example, Path.of("sources"), faults)).hasSize(9);
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void inTheDemoTownTheCivilRegistryOnlyVerifiesAndSocialServicesOnlyLink() {
        Map<String, Source.Use> uses = new TreeMap<>();
        sources("demo", Path.of("sources"), new Faults())
                .forEach(source ->
                        uses.put(source.source().name(), source.source().use()));
        assertThat(uses).containsEntry("etatcivil", Source.Use.VERIFY).containsEntry("ccas", Source.Use.LINK);
        uses.keySet().removeAll(List.of("etatcivil", "ccas"));
        assertThat(uses.values()).hasSize(7).containsOnly(Source.Use.CONTRIBUTE);
    }

    @Test
    void readEveryRowOfMetropole() {
        Path shared = sharedData();
        assumeTrue(Files.exists(shared.resolve("metropole")), "no labelled people in ../shared/data/metropole");
        Map<String, Integer> rows = new TreeMap<>();
        for (ConfiguredSource source :
                sources("metropole", shared.resolve("metropole").resolve("sources"), new Faults())) {
            try (Readings readings = source.read()) {
                readings.forEachRemaining(reading -> {
                    assertThat(reading).isInstanceOf(MappedRow.class);
                    rows.merge(source.source().name(), 1, Integer::sum);
                });
            }
        }
        assertThat(rows)
                .containsExactly(
                        Map.entry("cantine", 6231),
                        Map.entry("ccas", 3329),
                        Map.entry("crm", 5591),
                        Map.entry("eau", 6588),
                        Map.entry("elections", 11023),
                        Map.entry("etatcivil", 11114),
                        Map.entry("mediatheque", 8306),
                        Map.entry("portail", 8318),
                        Map.entry("sports", 4551));
    }

    private static List<ConfiguredSource> sources(String example, Path files, Faults faults) {
        return ConfiguredSource.readAll(
                EXAMPLES.resolve(example).resolve("config"), Map.of("MDM_SOURCES", files.toString()), faults);
    }

    /** Labelled people lie beside the checkout, in {@code shared/data}; they are no part of it. */
    private static Path sharedData() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null
                && !Files.isDirectory(folder.resolve("shared").resolve("data"))) {
            folder = folder.getParent();
        }
        return folder.resolve("shared").resolve("data");
    }
}
