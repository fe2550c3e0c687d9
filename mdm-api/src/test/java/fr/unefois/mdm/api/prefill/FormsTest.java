package fr.unefois.mdm.api.prefill;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.config.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormsTest {
    @TempDir
    private Path config = Path.of("");

    @Test
    void theShippedFormsHaveNoFault() {
        Faults faults = new Faults();
        Path shipped = Path.of("..", "examples", "demo", "config");
        Forms forms = Forms.readAll(shipped, ConsentTerms.readAll(shipped, faults), faults);
        assertThat(faults.all()).isEmpty();
        for (String form : List.of("cantine", "bibliotheque", "eau", "acte-naissance", "demenagement")) {
            assertThat(forms.form(form))
                    .as(form)
                    .hasValueSatisfying(read -> assertThat(read.fields())
                            .allSatisfy(field -> assertThat(field.ground()).isNotNull()));
        }
    }

    @Test
    void everyFaultIsToldAtOnceWithItsLine() throws IOException {
        Path folder = Files.createDirectories(config.resolve("forms"));
        Files.writeString(folder.resolve("f.yml"), """
                title: F
                notice: N
                fields:
                  a: {attribute: shoeSize, ground: CRPA L114-8}
                  b: {attribute: emails, ground: curiosity}
                  c: {attribute: emails, consent: nobody-declared-it}
                  d: {attribute: emails, consent: nobody-declared-it, ground: CRPA L114-8}
                  e: {whose: other-parent, attribute: phones, ground: CRPA L114-8}
                """);
        Faults faults = new Faults();
        Forms.readAll(config, ConsentTerms.readAll(config, faults), faults);
        assertThat(faults.all().toString())
                .contains(
                        "f.yml:4",
                        "`shoeSize` is not an attribute",
                        "f.yml:5",
                        "one of CRPA L113-12, CRPA L114-8",
                        "f.yml:6",
                        "there is no consents/nobody-declared-it.yml",
                        "f.yml:7",
                        "not on both",
                        "f.yml:8",
                        "leave `attribute` out");
    }
}
