package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class DatabaseIT {
    @Test
    void opensADatabaseThatIsMigratedAlready(DatabaseSettings settings) {
        try (Database again = Database.open(settings)) {
            assertThat(new Citizens(again.dataSource()).count()).isZero();
        }
    }

    @Test
    void namesTheDatabaseThatCannotBeReachedAndNoPassword() {
        DatabaseSettings nowhere = DatabaseSettings.existing(
                Path.of("var"), "jdbc:postgresql://127.0.0.1:1/town?password=secret", "mdm", "secret");
        assertThatThrownBy(() -> Database.open(nowhere))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("town")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesTheUrlOfAnotherDatabase() {
        DatabaseSettings other = DatabaseSettings.existing(Path.of("var"), "jdbc:mysql://localhost/town", null, null);
        assertThatThrownBy(() -> Database.open(other))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("jdbc:postgresql://");
    }

    @Test
    void isEmbeddedUnlessAUrlIsGivenByOptionOrEnvironment() {
        Map<String, String> environment = Map.of(
                "MDM_HOME", "/tmp/town", "MDM_DATABASE_URL", "jdbc:postgresql://db/town", "MDM_DATABASE_USER", "u");
        assertThat(DatabaseSettings.from(Map.of(), null).url()).isNull();
        assertThat(DatabaseSettings.from(Map.of(), null).home())
                .isEqualTo(Path.of("var").toAbsolutePath());
        assertThat(DatabaseSettings.from(environment, null))
                .isEqualTo(DatabaseSettings.existing(Path.of("/tmp/town"), "jdbc:postgresql://db/town", "u", null));
        assertThat(DatabaseSettings.from(environment, "jdbc:postgresql://other/town")
                        .url())
                .isEqualTo("jdbc:postgresql://other/town");
    }
}
