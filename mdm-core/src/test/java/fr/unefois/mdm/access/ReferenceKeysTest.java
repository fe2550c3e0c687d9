package fr.unefois.mdm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.unefois.mdm.config.InvalidConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceKeysTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final Path home;

    ReferenceKeysTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void makesAKeyOnceThatOnlyTheOwnerReads() throws IOException {
        ReferenceKeys made = ReferenceKeys.load(home, Map.of());
        ReferenceKeys read = ReferenceKeys.load(home, Map.of());
        assertThat(read.sectorKey(1, "portal"))
                .isEqualTo(made.sectorKey(1, "portal"))
                .hasSize(16);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(ReferenceKeys.FILE))))
                .isEqualTo("rw-------");
        assertThat(home).isDirectoryNotContaining(file -> !file.endsWith(ReferenceKeys.FILE));
    }

    @Test
    void refusesAKeyThatOthersMayRead() throws IOException {
        Path file = Files.writeString(home.resolve(ReferenceKeys.FILE), "1 " + KEY);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> ReferenceKeys.load(home, Map.of()))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void theEnvironmentReplacesTheFile() {
        ReferenceKeys keys = ReferenceKeys.load(home, Map.of(ReferenceKeys.VARIABLE, "1:" + KEY + ",3:" + KEY));
        assertThat(keys.versions()).containsExactly(1, 3);
        assertThat(keys.newest()).isEqualTo(3);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void namesTheLineOfABadKeyAndNeverTheKey() {
        for (String line : List.of("1", "x " + KEY, "0 " + KEY, "256 " + KEY, "1 c2VjcmV0", "1 ****")) {
            assertThatThrownBy(() -> ReferenceKeys.parse("keys", List.of("# master keys", line)))
                    .as(line)
                    .isInstanceOf(InvalidConfiguration.class)
                    .hasMessageStartingWith("keys:2: ")
                    .hasMessageNotContaining("c2VjcmV0");
        }
        assertThatThrownBy(() -> ReferenceKeys.parse("keys", List.of("1 " + KEY, "1 " + KEY)))
                .hasMessageStartingWith("keys:2: ");
        assertThatThrownBy(() -> ReferenceKeys.parse("keys", List.of())).hasMessageContaining("no key");
    }

    @Test
    void sectorsAndVersionsHaveKeysOfTheirOwn() {
        ReferenceKeys keys = ReferenceKeys.parse("keys", List.of("1 " + KEY, "2 " + "B".repeat(43) + "="));
        assertThat(keys.sectorKey(1, "portal"))
                .isNotEqualTo(keys.sectorKey(1, "ccas"))
                .isNotEqualTo(keys.sectorKey(2, "portal"));
        assertThat(keys).hasToString("ReferenceKeys[1, 2]");
    }
}
