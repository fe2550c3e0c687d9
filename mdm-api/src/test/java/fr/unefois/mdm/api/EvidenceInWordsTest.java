package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.config.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A steward never reads a name of the code: every comparison and level of the model has a word in both languages. */
class EvidenceInWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_en.properties"})
    void everyComparisonAndLevelOfTheModelHasAWord(String language) throws IOException {
        Properties words = new Properties();
        try (InputStream in = resource(EvidenceInWordsTest.class, "/" + language)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Section comparisons = shippedModel().section("comparisons");

        assertThat(comparisons.keys()).isNotEmpty();
        for (String comparison : comparisons.keys()) {
            assertThat(words).containsKey("comparison." + comparison);
            for (String level : comparisons.section(comparison).keys()) {
                assertThat(words).containsKey("level." + level);
            }
        }
    }

    private static Section shippedModel() throws IOException {
        try (InputStream in = resource(LinkageModel.class, "linkage-model.yml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Yaml.read("linkage-model.yml", text, Map.of(), new Faults());
        }
    }

    private static InputStream resource(Class<?> near, String name) {
        return Objects.requireNonNull(near.getResourceAsStream(name), name);
    }
}
