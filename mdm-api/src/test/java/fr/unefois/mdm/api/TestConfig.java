package fr.unefois.mdm.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The demonstration's configuration, copied for a test that wants some of it otherwise. */
final class TestConfig {
    private TestConfig() {}

    /** @param mdm what the server's own file says */
    static Path copy(Path folder, String mdm) throws IOException {
        return copy(folder, mdm, text -> text);
    }

    static Path copy(Path folder, String mdm, UnaryOperator<String> edit) throws IOException {
        try (var files = Files.walk(TestServer.CONFIG)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(TestServer.CONFIG.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.writeString(copy, edit.apply(Files.readString(file)));
            }
        }
        Files.writeString(folder.resolve("mdm.yml"), mdm);
        return folder;
    }
}
