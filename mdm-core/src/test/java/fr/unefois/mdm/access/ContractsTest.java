package fr.unefois.mdm.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.config.Fault;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.record.Attribute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractsTest {
    private static final String PORTAL = """
            client: portal
            sector: portail
            purposes: [prefill, account]
            legal-basis: CRPA L114-8
            subject: self
            operations: [resolve, read]
            readable: [birthName, emails]
            searchable: [birthName]
            sources: [cantine]
            minimum-certification: 200
            valid-from: 2026-01-01
            valid-until: 2026-12-31
            """;

    private final Faults faults = new Faults();

    private final Path config;

    ContractsTest(@TempDir Path config) {
        this.config = config;
    }

    @Test
    void readsAContract() throws IOException {
        write("portail.yml", PORTAL);
        ServiceContract contract =
                Contracts.readAll(config, faults).of("portal").orElseThrow();
        assertThat(faults.all()).isEmpty();
        assertThat(contract.name()).isEqualTo("portail");
        assertThat(contract.subject()).isEqualTo(ServiceContract.Subject.SELF);
        assertThat(contract.purposes()).containsExactly("prefill", "account");
        assertThat(contract.operations()).containsExactlyInAnyOrder(Operation.RESOLVE, Operation.READ);
        assertThat(contract.readable()).containsExactlyInAnyOrder(Attribute.BIRTH_NAME, Attribute.EMAILS);
        assertThat(contract.writable()).isEmpty();
        assertThat(contract.minimumCertification()).isEqualTo(200);
    }

    @Test
    void isInForceFromItsFirstDayToItsLast() {
        ServiceContract contract = ContractFile.read("portail", PORTAL, faults);
        assertThat(contract.inForce(LocalDate.parse("2025-12-31"))).isFalse();
        assertThat(contract.inForce(LocalDate.parse("2026-01-01"))).isTrue();
        assertThat(contract.inForce(LocalDate.parse("2026-12-31"))).isTrue();
        assertThat(contract.inForce(LocalDate.parse("2027-01-01"))).isFalse();
    }

    @Test
    void itsVersionFollowsItsText() {
        String version = ContractFile.read("portail", PORTAL, faults).version();
        assertThat(ContractFile.read("portail", PORTAL, faults).version()).isEqualTo(version);
        assertThat(ContractFile.read("portail", PORTAL + "\n", faults).version())
                .isNotEqualTo(version);
    }

    @Test
    void reportsEveryFaultWithItsLine() throws IOException {
        write("a.yml", PORTAL.replace("emails", "mails").replace("resolve", "delete") + "colour: red\n");
        write("b.yml", PORTAL.replace("purposes: [prefill, account]\n", "").replace("2026-12-31", "soon"));
        Contracts.readAll(config, faults);
        assertThat(faults.all())
                .extracting(ContractsTest::brief)
                .containsExactlyInAnyOrder("a.yml:6", "a.yml:7", "a.yml:13", "b.yml:1", "b.yml:11", "b.yml:0");
    }

    @Test
    void anInstallationWithoutContractsAllowsNobody() {
        assertThat(Contracts.readAll(config, faults).all()).isEmpty();
    }

    private static String brief(Fault fault) {
        return Path.of(fault.file()).getFileName() + ":" + fault.line();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(config.resolve("contracts")).resolve(name), text);
    }
}
