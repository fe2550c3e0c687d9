package fr.unefois.mdm.golden;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SurvivorshipTest {
    private static final Certification REGISTER = new Certification(600, "franceconnect");
    private static final Certification DESK = new Certification(500, "desk");

    private final Survivorship survivorship = new Survivorship(Map.of(
            "portail", source("portail", Source.Use.CONTRIBUTE, 90, REGISTER),
            "cantine", source("cantine", Source.Use.CONTRIBUTE, 40, Certification.DECLARED),
            "eau", source("eau", Source.Use.CONTRIBUTE, 60, Certification.DECLARED),
            "etatcivil", source("etatcivil", Source.Use.VERIFY, 100, DESK),
            "ccas", source("ccas", Source.Use.LINK, 80, DESK)));

    @Test
    void takesThePivotIdentityAsABlockFromTheBestCertifiedRecord() {
        GoldenRecord golden = golden(
                Citizens.record("cantine", "1")
                        .birthName("MARTIN")
                        .givenNames("Eva")
                        .asOf("2026-09-01T00:00:00Z"),
                Citizens.record("portail", "1").birthName("MARTINE").givenNames("Ève", "Anne"));

        assertThat(texts(golden, Attribute.BIRTH_NAME)).containsExactly("MARTINE");
        assertThat(texts(golden, Attribute.GIVEN_NAMES)).containsExactly("Ève", "Anne");
    }

    @Test
    void fillsWhatTheBestRecordLeavesOpenFromTheNextBest() {
        GoldenRecord golden = golden(
                Citizens.record("portail", "1").birthName("MARTIN"),
                Citizens.record("cantine", "1").birthName("MARTEN").birthDate("1987-04-12"));

        assertThat(texts(golden, Attribute.BIRTH_NAME)).containsExactly("MARTIN");
        assertThat(texts(golden, Attribute.BIRTH_DATE)).containsExactly("1987-04-12");
    }

    @Test
    void prefersTrustThenRecencyAmongEquallyCertifiedRecords() {
        GoldenRecord byTrust = golden(
                Citizens.record("cantine", "1").birthName("NEUF").asOf("2026-09-01T00:00:00Z"),
                Citizens.record("eau", "1").birthName("VIEUX").asOf("2019-09-01T00:00:00Z"));
        GoldenRecord byRecency = golden(
                Citizens.record("eau", "1").birthName("VIEUX").asOf("2019-09-01T00:00:00Z"),
                Citizens.record("eau", "2").birthName("NEUF").asOf("2026-09-01T00:00:00Z"));

        assertThat(texts(byTrust, Attribute.BIRTH_NAME)).containsExactly("VIEUX");
        assertThat(texts(byRecency, Attribute.BIRTH_NAME)).containsExactly("NEUF");
    }

    @Test
    void putsAMoveDeclaredTodayBeforeAnAddressSeenAtTheDeskIn2019() {
        GoldenRecord golden = golden(
                Citizens.record("portail", "1")
                        .address("3 rue Pasteur", "57000", "Metz", "57463")
                        .asOf("2019-01-01T00:00:00Z"),
                Citizens.record("cantine", "1")
                        .address("8 avenue Foch", "57100", "Thionville", "57672")
                        .asOf("2026-11-20T00:00:00Z"));

        assertThat(golden.values(Attribute.ADDRESSES))
                .extracting(value -> ((Address) value.values().get(0)).line())
                .containsExactly("8 avenue Foch", "3 rue Pasteur");
        assertThat(golden.values(Attribute.ADDRESSES).get(1).provenance().certification())
                .isEqualTo(REGISTER);
    }

    @Test
    void countsOneAddressInTwoWritingsOnce() {
        GoldenRecord golden = golden(
                Citizens.record("eau", "1").address("12 bis, av. du Général Leclerc", "57000", "METZ", null),
                Citizens.record("cantine", "1").address("12B AVENUE DU GENERAL LECLERC", "57000", "Metz", null));

        assertThat(golden.values(Attribute.ADDRESSES)).hasSize(1);
    }

    @Test
    void neverLetsAFlawedOrPlaceholderValueSurvive() {
        GoldenRecord golden = golden(Citizens.record("portail", "1")
                .birthName("INCONNU")
                .givenNames("SANS PRENOM")
                .birthDate("31/02/1987")
                .phones("0000000000"));

        assertThat(golden.attributes()).isEmpty();
    }

    @Test
    void feedsNothingFromASourceThatOnlyVerifiesButRaisesWhatItConfirms() {
        GoldenRecord golden = golden(
                Citizens.record("cantine", "1").birthName("D'ALMEIDA").birthDate("1987-04-12"),
                Citizens.record("etatcivil", "1")
                        .birthName("D ALMEIDA")
                        .birthDate("1987-04-13")
                        .sex("F"));

        assertThat(golden.values(Attribute.SEX)).isEmpty();
        assertThat(golden.values(Attribute.BIRTH_NAME)).singleElement().satisfies(value -> {
            assertThat(value.provenance().certification()).isEqualTo(DESK);
            assertThat(value.provenance().record().source()).isEqualTo("cantine");
        });
        assertThat(golden.values(Attribute.BIRTH_DATE).get(0).provenance().certification())
                .isEqualTo(Certification.DECLARED);
    }

    @Test
    void namesASourceThatOnlyLinksInTheCrosswalkAndFeedsNothingFromIt() {
        GoldenRecord golden = golden(
                Citizens.record("cantine", "1").birthName("MARTIN"),
                Citizens.record("ccas", "7").birthName("MARTIN").phones("0612345678"));

        assertThat(golden.values(Attribute.PHONES)).isEmpty();
        assertThat(golden.crosswalk()).containsExactly(new SourceKey("cantine", "1"), new SourceKey("ccas", "7"));
    }

    @Test
    void doesNotDependOnTheOrderOfTheRecords() {
        List<CitizenRecord> records = List.of(
                Citizens.linh("portail", "1").build(),
                Citizens.linh("eau", "2").phones("0387000000").build(),
                Citizens.linh("eau", "3").birthName("NGUYEN").build(),
                Citizens.linh("cantine", "4").usageName("Martin").build(),
                Citizens.linh("etatcivil", "5").build());
        GoldenRecord expected = survivorship.goldenRecord(records, 0);

        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            List<CitizenRecord> shuffled = new java.util.ArrayList<>(records);
            Collections.shuffle(shuffled, random);
            assertThat(survivorship.goldenRecord(shuffled, 0)).isEqualTo(expected);
        }
    }

    private GoldenRecord golden(Citizens... citizens) {
        return survivorship.goldenRecord(
                java.util.Arrays.stream(citizens).map(Citizens::build).toList(), 0);
    }

    private static List<String> texts(GoldenRecord golden, Attribute attribute) {
        return golden.values(attribute).stream()
                .flatMap(value -> value.values().stream())
                .map((Value value) -> ((Text) value).value())
                .toList();
    }

    private static Source source(String name, Source.Use use, int trust, Certification certification) {
        Map<Attribute, Certification> certifications = new HashMap<>(Attribute.CANONICAL.stream()
                .collect(Collectors.toMap(attribute -> attribute, attribute -> certification)));
        return new Source(name, name, "Ville", name, use, trust, certifications);
    }
}
