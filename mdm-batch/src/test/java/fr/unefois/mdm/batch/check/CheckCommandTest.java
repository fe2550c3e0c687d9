package fr.unefois.mdm.batch.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.batch.Terminals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String SOURCE = """
            controller: The town
            use: contribute
            connector:
              kind: csv
              file: %s/town.csv
            mapping:
              id: id
              birthName: nom
              birthDate: ne
            """;

    private final Path folder;

    CheckCommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("sources"));
        write("sources/town.yml", SOURCE.formatted(folder));
        write("town.csv", "id,nom,ne\n1,Roux,1987-04-12\n2,Noir,hier\n3,Gris\n");
    }

    @Test
    void saysThatAConfigurationIsWithoutFault() {
        assertThat(check().exitCode()).isZero();
    }

    @Test
    void tellsEveryFaultOfEveryFileAtOnceInTheirOrder() throws IOException {
        write("sources/town.yml", SOURCE.formatted(folder).replace("birthName", "surname"));
        write("sources/other.yml", SOURCE.formatted(folder).replace("kind: csv", "kind: telex"));
        write("linkage-model.yml", "thresholds:\n  bold: {match: 1}\n");
        Terminals checked = check();
        assertThat(checked.exitCode()).isEqualTo(2);
        assertThat(checked.err().replace(folder + "/", "").lines())
                .anySatisfy(line -> assertThat(line).startsWith("linkage-model.yml:2: "))
                .anySatisfy(line ->
                        assertThat(line).isEqualTo("sources/other.yml:4: there is no connector `telex`; known are csv"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("sources/town.yml:8: `mapping.surname` is not an attribute"))
                .isSorted();
    }

    @Test
    void aSampleSaysWhatRowsMapToWithoutShowingAValue() {
        Terminals checked = check("--sample", "town");
        assertThat(checked.exitCode()).isZero();
        assertThat(checked.out().replace(folder + "/", "")) // a temporary folder's number may hold any digits
                .contains("birthName        present in 2")
                .contains("birthDate        present in 2, not-a-date in 1")
                .contains("line 4 is set aside: the row has 2 fields where the header has 3")
                .doesNotContain("Roux", "Noir", "hier", "1987");
    }

    @Test
    void aSampleOfASourceThatCannotBeReadFails() throws IOException {
        Files.delete(folder.resolve("town.csv"));
        Terminals checked = check("--sample", "town");
        assertThat(checked.exitCode()).isEqualTo(1);
        assertThat(checked.err()).contains("there is no such file");
    }

    private Terminals check(String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "--config";
        args[1] = folder.toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return Terminals.run(new CheckCommand(), args);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
