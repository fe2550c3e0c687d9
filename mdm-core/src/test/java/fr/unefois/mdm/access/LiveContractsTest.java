package fr.unefois.mdm.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.config.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveContractsTest {
    private static final String CONTRACT = """
            client: business
            sector: education
            purposes: [enrol]
            legal-basis: GDPR art. 6(1)(e)
            subject: third-party
            operations: [read]
            """;

    private final Path config;
    private final List<String> kept = new ArrayList<>();
    private final LiveContracts contracts;

    LiveContractsTest(@TempDir Path config) throws IOException {
        this.config = config;
        write(CONTRACT);
        contracts = new LiveContracts(
                config, Contracts.readAll(config, new Faults()), all -> all.forEach(one -> kept.add(one.version())));
    }

    @Test
    void aChangedFileIsInForceWithoutARestartAndItsVersionsAreKept() throws IOException {
        String before = contracts.get().of("business").orElseThrow().version();
        assertThat(contracts.reload()).isEmpty();
        assertThat(kept).containsExactly(before);
        write(CONTRACT + "quota: 10\n");
        assertThat(contracts.reload()).isEmpty();
        ServiceContract after = contracts.get().of("business").orElseThrow();
        assertThat(after.limits()).isEqualTo(new Limits(0, 10, 2));
        assertThat(kept).containsExactly(before, after.version());
    }

    @Test
    void aRemovedFileEndsTheContract() throws IOException {
        Files.delete(config.resolve("contracts/business.yml"));
        assertThat(contracts.reload()).isEmpty();
        assertThat(contracts.get().of("business")).isEmpty();
    }

    @Test
    void aFaultyFileChangesNothingAndIsToldOnce() throws IOException {
        write(CONTRACT + "quota: many\n");
        assertThat(contracts.reload()).hasSize(1);
        assertThat(contracts.reload()).isEmpty();
        assertThat(contracts.get().of("business")).isPresent();
        write(CONTRACT + "population: {}\nrate: 0\n");
        assertThat(contracts.reload()).hasSize(2);
    }

    private void write(String text) throws IOException {
        Files.writeString(Files.createDirectories(config.resolve("contracts")).resolve("business.yml"), text);
    }
}
