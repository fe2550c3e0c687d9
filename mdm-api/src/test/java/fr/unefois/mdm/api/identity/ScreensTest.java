package fr.unefois.mdm.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.record.SourceFile;
import fr.unefois.mdm.record.SourceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreensTest {
    private final Path folder;
    private final Faults faults = new Faults();

    ScreensTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("sources"));
    }

    private Screens read(String screen) throws IOException {
        Files.writeString(
                folder.resolve("sources/library.yml"),
                "controller: The town\nuse: contribute\n" + screen + "connector: {kind: csv}\nmapping: {id: id}\n");
        return Screens.of(SourceFile.readAll(folder, Map.of(), faults));
    }

    @Test
    void anIdentifierIsPutIntoTheAddressAsItMustBeWrittenThere() throws IOException {
        Screens screens = read("screen: https://library.example.fr/readers/{id}?tab=loans\n");
        assertThat(faults.none()).isTrue();
        assertThat(screens.of(new SourceKey("library", "R/1 é&x")))
                .contains("https://library.example.fr/readers/R%2F1%20%C3%A9%26x?tab=loans");
        assertThat(screens.of(new SourceKey("canteen", "1"))).isEmpty();
    }

    @Test
    void aSourceWithoutAScreenHasNoLink() throws IOException {
        assertThat(read("").of(new SourceKey("library", "1"))).isEmpty();
        assertThat(faults.none()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://library.example.fr/readers",
                "javascript:alert({id})",
                "/readers/{id}",
                "https://library.example.fr/{id}/{id}",
                "https://library example/{id}"
            })
    void whatIsNoAddressOfARecordIsAFaultWithItsLine(String screen) throws IOException {
        assertThat(read("screen: '" + screen + "'\n").templates()).isEmpty();
        assertThat(faults.all())
                .singleElement()
                .asString()
                .contains("/sources/library.yml:3: `screen` is not an address with the record's `{id}`");
    }
}
