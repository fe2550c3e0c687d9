package fr.unefois.mdm.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SectionTest {
    private final Faults faults = new Faults();

    @Test
    void readsValuesAndTheirDefaults() {
        Section section = read("name: Lyon\ntrust: 70\nsafe: true\nlists: [a, b]\n");
        assertThat(section.text("name")).contains("Lyon");
        assertThat(section.integer("trust", 50)).isEqualTo(70);
        assertThat(section.integer("absent", 50)).isEqualTo(50);
        assertThat(section.flag("safe", false)).isTrue();
        assertThat(section.texts("lists")).containsExactly("a", "b");
        section.end();
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void reportsEveryFaultWithItsLineInOnePass() {
        Section section = read("trust: much\nsafe: maybe\nconnector: csv\n");
        section.integer("trust", 50);
        section.flag("safe", false);
        section.section("connector");
        section.requiredText("controller");
        assertThat(faults.all())
                .extracting(Fault::toString)
                .containsExactly(
                        "town.yml:1: `trust` is not a whole number",
                        "town.yml:2: `safe` is not true or false",
                        "town.yml:3: `connector` is a mapping of `name: value` lines",
                        "town.yml:1: `controller` is missing");
        assertThatThrownBy(faults::throwIfAny).isInstanceOf(InvalidConfiguration.class);
    }

    @Test
    void guessesWhatAMistypedKeyMeant() {
        Section section = read("connector:\n  sperator: tab\n").section("connector");
        section.text("separator");
        section.text("quote");
        section.end();
        assertThat(faults.all())
                .containsExactly(
                        new Fault(
                                "town.yml",
                                2,
                                "`connector.sperator` is not known here, perhaps `separator` is meant; known are separator, quote"));
    }

    @Test
    void guessesNothingFarFetched() {
        assertThat(Nearest.to("colour", List.of("separator", "quote"))).isEmpty();
        assertThat(Nearest.to("x", List.of("y"))).isEmpty();
        assertThat(Nearest.to("Enconding", List.of("encoding", "coding"))).contains("encoding");
    }

    @Test
    void putsTheEnvironmentInPlaceOfItsNames() {
        Section section = read("file: ${FOLDER}/people.csv\nother: ${NOWHERE:none}\nthird: ${NOWHERE}\n");
        assertThat(section.text("file")).contains("/srv/people.csv");
        assertThat(section.text("other")).contains("none");
        assertThat(section.text("third")).contains("");
        assertThat(faults.all())
                .containsExactly(new Fault("town.yml", 3, "the environment variable NOWHERE is not set"));
    }

    @Test
    void takesWhatIsNoYamlForAFault() {
        assertThat(read("a: [1,\nb: }").keys()).isEmpty();
        assertThat(read("- only\n- a list\n").keys()).isEmpty();
        assertThat(faults.all()).hasSize(2).allMatch(fault -> fault.file().equals("town.yml"));
    }

    private Section read(String text) {
        return Yaml.read("town.yml", text, Map.of("FOLDER", "/srv"), faults);
    }
}
