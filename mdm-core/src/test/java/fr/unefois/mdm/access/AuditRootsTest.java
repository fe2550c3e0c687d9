package fr.unefois.mdm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditRootsTest {
    private static final Instant AT = Instant.parse("2026-11-29T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private Path file() {
        return folder.resolve(AuditRoots.FILE);
    }

    private AuditRoots roots() {
        return new AuditRoots(file());
    }

    private static AuditSeal seal(long no) {
        return new AuditSeal(no, AT, AuditSeal.NONE, Digest.over("root " + no));
    }

    @Test
    void everyRootThatLeftIsThere() {
        assertThat(roots().last()).isZero();
        roots().append(seal(1));
        roots().append(seal(2));
        assertThat(roots().read())
                .containsEntry(1L, seal(1).root())
                .containsEntry(2L, seal(2).root())
                .hasSize(2);
        assertThat(roots().last()).isEqualTo(2);
    }

    @Test
    void twoProcessesMayBothHaveWrittenOne() {
        roots().append(seal(1));
        roots().append(seal(2));
        roots().append(seal(2));
        roots().append(seal(3));
        roots().append(seal(2));
        assertThat(roots().read()).hasSize(3).containsEntry(2L, seal(2).root());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 40, 87})
    void aLineCutShortByAKillIsWrittenAgain(int kept) throws IOException {
        roots().append(seal(1));
        String whole = Files.readString(file());
        roots().append(seal(2));
        Files.writeString(file(), Files.readString(file()).substring(0, whole.length() + kept));

        assertThat(roots().last()).isEqualTo(1);
        roots().append(seal(2));
        roots().append(seal(3));

        assertThat(roots().read()).hasSize(3).containsEntry(2L, seal(2).root()).containsEntry(3L, seal(3).root());
    }

    @Test
    void anotherRootOfANumberOrNoneIsNamedByItsLine() throws IOException {
        roots().append(seal(1));
        roots().append(new AuditSeal(1, AT, AuditSeal.NONE, Digest.over("another")));
        assertThatThrownBy(() -> roots().read())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(AuditRoots.FILE + ":2");
        Files.writeString(file(), "1 2026 nonsense\n2\n");
        assertThatThrownBy(() -> roots().read()).hasMessageContaining(AuditRoots.FILE + ":1");
    }
}
