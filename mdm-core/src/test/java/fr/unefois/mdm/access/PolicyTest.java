package fr.unefois.mdm.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.access.Permission.Denied;
import fr.unefois.mdm.access.Permission.Granted;
import fr.unefois.mdm.access.Permission.Reason;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.golden.GoldenValue;
import fr.unefois.mdm.golden.Provenance;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final int THRESHOLD = 8_000;
    private static final SourceKey PORTAL = new SourceKey("portail", "1");
    private static final SourceKey LIBRARY = new SourceKey("mediatheque", "2");
    private static final SourceKey SOCIAL = new SourceKey("ccas", "3");
    private static final SourceKey REGISTRY = new SourceKey("etatcivil", "4");

    private static final ServiceContract CONTRACT = ContractFile.read("portail", """
            client: portal
            sector: portail
            purposes: [prefill, account]
            legal-basis: CRPA L114-8
            subject: self
            operations: [read, resolve, write, crosswalk]
            readable: [birthName, emails, identifiers]
            searchable: [birthName]
            writable: [emails]
            sources: [mediatheque, ccas, etatcivil]
            minimum-certification: 200
            valid-until: 2026-12-31
            """, new Faults());

    private final Policy policy = policy("2026-06-01T10:00:00Z");

    @Test
    void deniesWhatNoContractNames() {
        assertThat(policy.permit("stranger", Operation.READ, null))
                .isEqualTo(new Denied(Optional.empty(), Reason.NO_CONTRACT));
        assertThat(reason(policy.permit("portal", Operation.REVIEW, null))).isEqualTo(Reason.OPERATION);
        assertThat(reason(policy.permit("portal", Operation.READ, "curiosity"))).isEqualTo(Reason.PURPOSE);
        assertThat(reason(policy("2027-01-01T10:00:00Z").permit("portal", Operation.READ, null)))
                .isEqualTo(Reason.NOT_IN_FORCE);
    }

    @Test
    void aRefusalNamesTheContract() {
        assertThat(policy.permit("portal", Operation.REVIEW, null))
                .isEqualTo(new Denied(Optional.of("portail"), Reason.OPERATION));
    }

    @Test
    void thePurposeIsByDefaultTheContractsFirst() {
        assertThat(policy.permit("portal", Operation.READ, null)).isEqualTo(new Granted(CONTRACT, "prefill"));
        assertThat(policy.permit("portal", Operation.READ, "account")).isEqualTo(new Granted(CONTRACT, "account"));
    }

    @Test
    void attributesAreSearchedReadAndWrittenEachByItsOwnList() {
        Granted granted = new Granted(CONTRACT, "prefill");
        assertThat(policy.search(granted, List.of(Attribute.BIRTH_NAME))).isSameAs(granted);
        assertThat(reason(policy.search(granted, List.of(Attribute.EMAILS)))).isEqualTo(Reason.ATTRIBUTE);
        assertThat(policy.read(granted, List.of(Attribute.EMAILS))).isSameAs(granted);
        assertThat(reason(policy.read(granted, List.of(Attribute.PHONES)))).isEqualTo(Reason.ATTRIBUTE);
        assertThat(policy.write(granted, "portail", List.of(Attribute.EMAILS))).isSameAs(granted);
        assertThat(reason(policy.write(granted, "portail", List.of(Attribute.BIRTH_NAME))))
                .isEqualTo(Reason.ATTRIBUTE);
    }

    @Test
    void aClientWritesOnlyToSourcesOfItsSector() {
        Granted granted = new Granted(CONTRACT, "prefill");
        assertThat(reason(policy.write(granted, "mediatheque", List.of()))).isEqualTo(Reason.SOURCE);
        assertThat(reason(policy.write(granted, "no-such-source", List.of()))).isEqualTo(Reason.SOURCE);
    }

    @Test
    void attributesOutsideTheContractAreAbsent() {
        Profile profile = policy.profile(CONTRACT, golden(20_000));
        assertThat(profile.values()).containsOnlyKeys(Attribute.BIRTH_NAME, Attribute.IDENTIFIERS);
        assertThat(profile.withheld()).isEmpty();
    }

    @Test
    void valuesBelowTheMinimumCertificationAreAbsent() {
        assertThat(policy.profile(CONTRACT, golden(20_000)).values(Attribute.EMAILS))
                .isEmpty();
    }

    @Test
    void identifiersAreSeenByTheirOwnSectorAlone() {
        assertThat(policy.profile(CONTRACT, golden(20_000)).values(Attribute.IDENTIFIERS))
                .extracting(Profile.Shown::source)
                .containsExactly("portail");
    }

    @Test
    void onADoubtfulLinkValuesAndIdentifiersAreWithheld() {
        Profile profile = policy.profile(CONTRACT, golden(THRESHOLD - 1));
        assertThat(profile.values()).isEmpty();
        assertThat(profile.withheld()).containsExactly(Attribute.BIRTH_NAME, Attribute.IDENTIFIERS);
        assertThat(policy.crosswalk(CONTRACT, golden(THRESHOLD - 1))).isEmpty();
        assertThat(policy.profile(CONTRACT, golden(THRESHOLD)).withheld()).isEmpty();
    }

    @Test
    void asksForTheThresholdEachTimeForAnotherModelMayComeIntoForce() {
        AtomicInteger threshold = new AtomicInteger(THRESHOLD);
        Policy asking = policy("2026-11-25T12:00:00Z", threshold::get);
        assertThat(asking.profile(CONTRACT, golden(THRESHOLD)).withheld()).isEmpty();
        threshold.set(THRESHOLD + 1);
        assertThat(asking.profile(CONTRACT, golden(THRESHOLD)).withheld()).isNotEmpty();
    }

    @Test
    void sourcesThatLinkOrVerifyAreNamedToTheirOwnSectorAlone() {
        assertThat(policy.crosswalk(CONTRACT, golden(20_000))).containsExactly(LIBRARY);
        assertThat(reason(policy.crosswalk(new Granted(CONTRACT, "prefill"), "ccas")))
                .isEqualTo(Reason.SOURCE);
        ServiceContract social = ContractFile.read("ccas", """
                client: ccas
                sector: social
                purposes: [aid]
                legal-basis: CASF
                subject: third_party
                readable: [birthName]
                sources: [mediatheque, ccas, etatcivil]
                """, new Faults());
        assertThat(policy.crosswalk(social, golden(20_000))).containsExactly(SOCIAL, LIBRARY);
    }

    @Test
    void aValueFromASourceThatMayNotBeNamedComesWithoutItsSource() {
        GoldenRecord golden = new GoldenRecord(
                Map.of(Attribute.BIRTH_NAME, List.of(value(REGISTRY, 600))), List.of(REGISTRY), 20_000);
        assertThat(policy.profile(CONTRACT, golden).values(Attribute.BIRTH_NAME))
                .singleElement()
                .extracting(Profile.Shown::source)
                .isNull();
    }

    @Test
    void aSelfContractShowsACitizenToThemselvesAlone() {
        Granted granted = new Granted(CONTRACT, "prefill");
        UUID citizen = new UUID(1, 1);
        assertThat(policy.subject(granted, citizen, golden(20_000), citizen)).isSameAs(granted);
        assertThat(reason(policy.subject(granted, citizen, golden(20_000), null)))
                .isEqualTo(Reason.SUBJECT);
        assertThat(reason(policy.subject(granted, citizen, golden(20_000), new UUID(2, 2))))
                .isEqualTo(Reason.SUBJECT);
    }

    @Test
    void anAccountProvesOnlyWhereTheContractSaysSoAndItsSourceSawWhoSomebodyIs() {
        ServiceContract accounts = ContractFile.read("portail", """
                client: portal
                sector: portail
                purposes: [prefill]
                legal-basis: CRPA L114-8
                subject: self
                proof: account
                """, new Faults());
        Granted granted = new Granted(accounts, "prefill");
        GoldenRecord elsewhere = new GoldenRecord(Map.of(), List.of(LIBRARY, SOCIAL), 20_000);
        assertThat(policy.subject(granted, new UUID(1, 1), golden(20_000), null))
                .isSameAs(granted);
        assertThat(reason(policy.subject(granted, new UUID(1, 1), elsewhere, null)))
                .isEqualTo(Reason.SUBJECT);
    }

    @Test
    void whomOnlyALinkingSourceOfAnotherSectorKnowsIsNotKnown() {
        assertThat(policy.knows(CONTRACT, new GoldenRecord(Map.of(), List.of(SOCIAL), 20_000)))
                .isFalse();
        assertThat(policy.knows(CONTRACT, new GoldenRecord(Map.of(), List.of(SOCIAL, LIBRARY), 20_000)))
                .isTrue();
        ServiceContract social = contract("ccas", "social", "");
        ServiceContract console = contract("steward", SectorReferences.CONSOLE, "");
        for (ServiceContract knowing : List.of(social, console)) {
            assertThat(policy.knows(knowing, new GoldenRecord(Map.of(), List.of(SOCIAL), 20_000)))
                    .isTrue();
        }
    }

    @Test
    void aCitizenOutsideThePopulationIsNotKnownEither() {
        ServiceContract library = contract("cantine", "education", "population: {sources: [mediatheque]}");
        assertThat(policy.knows(library, new GoldenRecord(Map.of(), List.of(PORTAL), 20_000)))
                .isFalse();
        assertThat(policy.knows(library, new GoldenRecord(Map.of(), List.of(LIBRARY), 20_000)))
                .isTrue();
    }

    @Test
    void comparisonsAreToldOfSourcesThatVerifyAndNotOfThoseThatOnlyLink() {
        assertThat(policy.mayCompare(CONTRACT, "etatcivil")).isTrue();
        assertThat(policy.mayCompare(CONTRACT, "ccas")).isFalse();
        assertThat(policy.mayCompare(contract("ccas", "social", ""), "ccas")).isTrue();
        assertThat(policy.mayCompare(CONTRACT, "no-such-source")).isFalse();
    }

    private static ServiceContract contract(String client, String sector, String more) {
        return ContractFile.read(client, """
                client: %s
                sector: %s
                purposes: [aid]
                legal-basis: CASF
                subject: third-party
                sources: [mediatheque, ccas, etatcivil]
                %s
                """.formatted(client, sector, more), new Faults());
    }

    @Test
    void aContractMayAskForTheAgent() {
        ServiceContract desk = ContractFile.read("desk", """
                client: desk
                sector: population
                purposes: [help]
                legal-basis: GDPR art. 6(1)(e)
                subject: third-party
                agent-required: true
                """, new Faults());
        assertThat(reason(policy.agent(new Granted(desk, "help"), null))).isEqualTo(Reason.AGENT);
        assertThat(policy.agent(new Granted(desk, "help"), "agent")).isInstanceOf(Granted.class);
        assertThat(policy.agent(new Granted(CONTRACT, "prefill"), null)).isInstanceOf(Granted.class);
    }

    @Test
    void aPopulationHoldsWhomItsSourcesKnowInItsPostcodes() {
        GoldenRecord golden = new GoldenRecord(
                Map.of(
                        Attribute.ADDRESSES,
                        List.of(new GoldenValue(
                                List.of(new Address("1 rue X", "38000", "Grenoble", null)),
                                new Provenance(PORTAL, new Certification(100, "test"), null)))),
                List.of(PORTAL),
                20_000);
        assertThat(Population.EVERYONE.includes(golden)).isTrue();
        assertThat(new Population(Set.of("portail"), Set.of("38000")).includes(golden))
                .isTrue();
        assertThat(new Population(Set.of("portail"), Set.of("69000")).includes(golden))
                .isFalse();
        assertThat(new Population(Set.of("mediatheque"), Set.of()).includes(golden))
                .isFalse();
    }

    private static Policy policy(String now) {
        return policy(now, () -> THRESHOLD);
    }

    private static Policy policy(String now, IntSupplier threshold) {
        return new Policy(
                () -> Contracts.of(List.of(CONTRACT), new Faults()),
                Map.of(
                        "portail",
                                new Source(
                                        "portail",
                                        "portail",
                                        "Ville",
                                        "portail",
                                        Source.Use.CONTRIBUTE,
                                        50,
                                        Map.of(Attribute.BIRTH_NAME, new Certification(600, "franceconnect"))),
                        "mediatheque", source("mediatheque", "culture", Source.Use.CONTRIBUTE),
                        "ccas", source("ccas", "social", Source.Use.LINK),
                        "etatcivil", source("etatcivil", "population", Source.Use.VERIFY)),
                threshold,
                Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private static Source source(String name, String sector, Source.Use use) {
        return new Source(name, name, "Ville", sector, use, 50, Map.of());
    }

    private static GoldenRecord golden(int linkWeight) {
        return new GoldenRecord(
                Map.of(
                        Attribute.BIRTH_NAME, List.of(value(PORTAL, 600)),
                        Attribute.PHONES, List.of(value(PORTAL, 600)),
                        Attribute.EMAILS, List.of(value(LIBRARY, 100)),
                        Attribute.IDENTIFIERS, List.of(value(LIBRARY, 200), value(PORTAL, 200))),
                List.of(PORTAL, LIBRARY, SOCIAL, REGISTRY),
                linkWeight);
    }

    private static GoldenValue value(SourceKey record, int level) {
        return new GoldenValue(List.of(new Text("x")), new Provenance(record, new Certification(level, "test"), null));
    }

    private static Reason reason(Permission permission) {
        return ((Denied) permission).reason();
    }
}
