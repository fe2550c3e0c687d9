package fr.unefois.mdm.arrive;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.compare.Evidence;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import fr.unefois.mdm.review.Reason;
import fr.unefois.mdm.review.ReviewTask;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The fifteen rules of French identity data, each as records that arrive one after the other. */
class RulesTest {
    private static final Walk WALK = Walk.french(Map.of());

    /** Claire as any source knows her, but for her family name. */
    private static Citizens claire(String source) {
        return Citizens.record(source, "1")
                .givenNames("Claire")
                .sex("F")
                .birthDate("1983-05-17")
                .birthPlace("38185");
    }

    private static Citizens claire(String source, String birthName) {
        return claire(source).birthName(birthName);
    }

    private static MemoryBase base(CitizenRecord... records) {
        return base(WALK, records);
    }

    private static MemoryBase base(Walk walk, CitizenRecord... records) {
        MemoryBase base = new MemoryBase();
        Arrivals arrivals = new Arrivals(base, walk);
        List.of(records).forEach(arrivals::arrive);
        return base;
    }

    private static void one(Citizens... records) {
        assertThat(base(List.of(records).stream().map(Citizens::build).toArray(CitizenRecord[]::new))
                        .clusters())
                .hasSize(1);
    }

    private static void several(Citizens... records) {
        assertThat(base(List.of(records).stream().map(Citizens::build).toArray(CitizenRecord[]::new))
                        .clusters())
                .hasSize(records.length);
    }

    /**
     * What speaks for one person against strangers, in thousandths of a bit. The match weight does not show a rule as
     * clearly: the more a household would explain as well, the less of it is left.
     */
    private static int weight(Citizens one, Citizens other) {
        return WALK
                .model()
                .score(
                        WALK.standardiser().standardise(one.build()).record(),
                        WALK.standardiser().standardise(other.build()).record())
                .evidence()
                .stream()
                .mapToInt(Evidence::weight)
                .sum();
    }

    private static Object value(MemoryBase base, Attribute attribute) {
        return base.citizens(List.of(base.refOf(new SourceKey("eau", "1")))).values().stream()
                .flatMap(citizen -> citizen.golden().values(attribute).stream())
                .flatMap(golden -> golden.values().stream())
                .toList();
    }

    @Test
    void rule1AMarriedWomanKnownUnderOneNameHereAndTheOtherThereIsOneCitizen() {
        one(claire("eau", "BEAUFILS").usageName("ROUSSELOT"), claire("cantine", "ROUSSELOT"));
        assertThat(weight(claire("eau", "BEAUFILS").usageName("ROUSSELOT"), claire("cantine", "ROUSSELOT")))
                .isPositive()
                .isEqualTo(weight(
                        claire("eau", "BEAUFILS").usageName("ROUSSELOT").sex("M"),
                        claire("cantine", "ROUSSELOT").sex("M")))
                .isGreaterThan(weight(claire("eau", "BEAUFILS").usageName("ROUSSELOT"), claire("cantine", "KERVELLA")));
    }

    @Test
    void rule2AFormerNameIsComparedToo() {
        Citizens now = claire("eau", "ROUSSELOT").texts(Attribute.NAME_HISTORY, "BEAUFILS");
        one(now, claire("cantine", "BEAUFILS"));
        assertThat(weight(now, claire("cantine", "BEAUFILS")))
                .isGreaterThan(weight(claire("eau", "ROUSSELOT"), claire("cantine", "BEAUFILS")));
    }

    @Test
    void rule3ADoubleNameAgreesWithItsPartsInAnyOrder() {
        for (String name : List.of("DUPONT--DURAND", "DURAND DUPONT", "DURAND-DUPONT", "DUPONT")) {
            one(
                    claire("eau", "DURAND--DUPONT").emails("c@fai.example.fr"),
                    claire("cantine", name).emails("c@fai.example.fr"));
        }
        assertThat(weight(claire("eau", "DURAND--DUPONT"), claire("cantine", "DUPONT")))
                .isLessThan(weight(claire("eau", "DURAND--DUPONT"), claire("cantine", "DURAND DUPONT")));
    }

    @Test
    void rule4AccentsAndLigaturesAreFoldedForMatchingAndKeptAsReceived() {
        MemoryBase base = base(
                claire("eau", "ŁŒUILLEØ").build(),
                claire("cantine", "LOEUILLEO").build());
        assertThat(base.clusters()).hasSize(1);
        MemoryBase alone = base(claire("eau", "ŁŒUILLEØ").build());
        assertThat(value(alone, Attribute.BIRTH_NAME)).isEqualTo(List.of(new Text("ŁŒUILLEØ")));
    }

    @Test
    void rule5ApostropheHyphenAndSpaceAreOneAndTheSame() {
        one(
                claire("eau", "D'ALMEIDA"),
                claire("cantine", "D ALMEIDA"),
                claire("sports", "DALMEIDA"),
                claire("crm", "D’ALMEIDA"));
    }

    @Test
    void rule6ParticlesCountLittleAndSaintIsWrittenShort() {
        one(claire("eau", "DE LA ROCHEBRUNE"), claire("cantine", "ROCHEBRUNE"));
        one(claire("eau", "SAINT-CLAUDEL"), claire("cantine", "ST CLAUDEL"));
        one(claire("eau", "SAINTE-ROSELYNE"), claire("cantine", "STE ROSELYNE"));
        assertThat(weight(claire("eau", "DE LA ROCHEBRUNE"), claire("cantine", "DE LA MALEVILLE")))
                .isEqualTo(weight(claire("eau", "ROCHEBRUNE"), claire("cantine", "MALEVILLE")));
    }

    @Test
    void rule7AMissingGivenNameIsNoNameAndACompoundIsCloseToItsParts() {
        Citizens pierre = claire("eau", "BEAUFILS").sex("M").givenNames("Jean-Pierre");
        one(pierre, claire("cantine", "BEAUFILS").sex("M").givenNames("Jean", "Pierre"));
        for (String none : List.of("INCONNU", "X", "SP", "SANS PRENOM")) {
            assertThat(weight(
                            claire("eau", "BEAUFILS"),
                            claire("cantine", "BEAUFILS").givenNames(none)))
                    .isEqualTo(weight(
                            claire("eau", "BEAUFILS"),
                            claire("cantine", "BEAUFILS").without(Attribute.GIVEN_NAMES)));
        }
    }

    @Test
    void rule8SwappedNamesAndSwappedDayAndMonthAgreeAndNeverExactly() {
        Citizens right = claire("eau", "BEAUFILS").birthDate("1983-05-07").emails("c@fai.example.fr");
        Citizens names = claire("cantine", "CLAIRE")
                .givenNames("Beaufils")
                .birthDate("1983-05-07")
                .emails("c@fai.example.fr");
        Citizens dates = claire("sports", "BEAUFILS").birthDate("1983-07-05").emails("c@fai.example.fr");
        one(right, names);
        one(right, dates);
        int exact =
                weight(right, claire("crm", "BEAUFILS").birthDate("1983-05-07").emails("c@fai.example.fr"));
        assertThat(weight(right, names)).isLessThan(exact);
        assertThat(weight(right, dates)).isLessThan(exact);
    }

    @Test
    void rule9APartialDateGainsNoPrecisionAndTheFirstOfJanuaryIsWeak() {
        for (String partial : List.of("1983", "1983-00-00", "00/00/1983")) {
            assertThat(weight(
                            claire("eau", "BEAUFILS"),
                            claire("cantine", "BEAUFILS").birthDate(partial)))
                    .isLessThan(weight(claire("eau", "BEAUFILS"), claire("cantine", "BEAUFILS")));
            MemoryBase alone = base(claire("eau", "BEAUFILS").birthDate(partial).build());
            assertThat(String.valueOf(value(alone, Attribute.BIRTH_DATE))).doesNotContain("01-01", "01/01");
        }
        assertThat(weight(
                        claire("eau", "BEAUFILS").birthDate("1983-01-01"),
                        claire("cantine", "BEAUFILS").birthDate("1983-01-01")))
                .isLessThan(weight(claire("eau", "BEAUFILS"), claire("cantine", "BEAUFILS")));
    }

    @Test
    void rule10CommunesCompareByLineage() {
        int other = weight(
                claire("eau", "BEAUFILS").birthPlace("69123"),
                claire("cantine", "BEAUFILS").birthPlace("13055"));
        assertThat(weight(
                        claire("eau", "BEAUFILS").birthPlace("69123"),
                        claire("cantine", "BEAUFILS").birthPlace("69383")))
                .isGreaterThan(other);
        one(
                claire("eau", "BEAUFILS").birthPlace("69123"),
                claire("cantine", "BEAUFILS").birthPlace("69383"));
    }

    @Test
    void rule11CorsicaAndZerosThatASpreadsheetLost() {
        Citizens ajaccio = claire("eau", "BEAUFILS").birthPlace("2A004");
        assertThat(weight(ajaccio, claire("cantine", "BEAUFILS").birthPlace("20004")))
                .isGreaterThan(weight(ajaccio, claire("cantine", "BEAUFILS").birthPlace("13055")));
        Citizens bourg = claire("eau", "BEAUFILS").birthPlace("01053");
        assertThat(weight(bourg, claire("cantine", "BEAUFILS").birthPlace("1053")))
                .isEqualTo(weight(bourg, claire("cantine", "BEAUFILS").birthPlace("01053")));
    }

    @Test
    void rule12AnAlgerianCodeFromBeforeIndependenceIsTheCountryOfToday() {
        Citizens today = claire("eau", "BEAUFILS").birthPlace("99352");
        assertThat(weight(today, claire("cantine", "BEAUFILS").birthPlace("92352")))
                .isGreaterThan(weight(today, claire("cantine", "BEAUFILS").birthPlace("99350")));
        assertThat(weight(today, claire("cantine", "BEAUFILS").birthPlace("99352")))
                .isLessThan(weight(claire("eau", "BEAUFILS"), claire("cantine", "BEAUFILS")));
    }

    @Test
    void rule13TwinsAreNeverMergedAndOfFatherAndSonTheYearDecides() {
        several(child("eau", "Emma"), child("cantine", "Lucie"));
        Citizens father = child("eau", "Paul").birthDate("1955-03-09");
        several(father, child("cantine", "Paul").birthDate("1984-11-21"));
        several(father, child("cantine", "Paul").birthDate("1984-03-09"));
        several(father, child("cantine", "Paul").birthDate("1985-03-09"));
        one(father, child("cantine", "Paul").birthDate("1955-03-09"));
    }

    private static Citizens child(String source, String givenName) {
        return claire(source, "BEAUFILS")
                .givenNames(givenName)
                .phones("0476000001")
                .emails("famille@fai.example.fr")
                .address("3 rue Pasteur", "38000", "Grenoble", "38185");
    }

    @Test
    void rule14TransliterationsOfOneNameAreClose() {
        for (String name : List.of("Mohammed", "Muhammad")) {
            one(
                    claire("eau", "CHEVTCHENKO").sex("M").givenNames("Mohamed"),
                    claire("cantine", "SHEVCHENKO").sex("M").givenNames(name));
        }
    }

    @Test
    void rule15ASharedPhoneIsAHouseholdAndARareNameWeighsMoreThanAFrequentOne() {
        several(
                claire("eau", "BEAUFILS").phones("0476000001"),
                claire("cantine", "ROUSSELOT")
                        .givenNames("Hugo")
                        .sex("M")
                        .birthDate("2011-09-30")
                        .phones("0476000001"));
        assertThat(weight(claire("eau", "MARTIN"), claire("cantine", "MARTIN")))
                .isLessThan(weight(claire("eau", "KERVELLA"), claire("cantine", "KERVELLA")));
    }

    @Test
    void rule15ACertifiedDisagreementOutranksAnyResemblance() {
        CitizenRecord register = child("etatcivil", "Paul").build();
        CitizenRecord desk = child("elections", "Paul").birthDate("1983-05-16").build();
        CitizenRecord declared = child("eau", "Paul").birthDate("1983-05-16").build();
        Walk certifying = Walk.french(Map.of(
                "etatcivil", certified("etatcivil", 600),
                "elections", certified("elections", 500),
                "eau", certified("eau", 100)));

        assertThat(base(certifying, register, declared).clusters()).hasSize(1);
        MemoryBase base = base(certifying, register, desk, declared);
        assertThat(base.clusters()).hasSize(2);
        assertThat(base.tasks()).extracting(ReviewTask::reason).containsExactly(Reason.CERTIFIED);
    }

    private static Source certified(String name, int level) {
        return new Source(
                name,
                name,
                "",
                name,
                Source.Use.CONTRIBUTE,
                50,
                Map.of(Attribute.BIRTH_DATE, new Certification(level, "seen")));
    }

    @Test
    void rule15ADeathContradictsOnlyEvidenceDatedAfterIt() {
        CitizenRecord dead = dying(child("etatcivil", "Paul"), "décédé 12/03/2020");
        for (int year : List.of(2019, 2024)) {
            CitizenRecord known =
                    child("eau", "Paul").asOf(year + "-06-01T00:00:00Z").build();
            MemoryBase base = base(dead, known);

            assertThat(base.clusters()).hasSize(1);
            assertThat(base.tasks())
                    .extracting(ReviewTask::reason)
                    .isEqualTo(year < 2020 ? List.of() : List.of(Reason.DEATH));
        }
    }

    private static CitizenRecord dying(Citizens citizen, String vital) {
        CitizenRecord known = citizen.build();
        Map<Attribute, List<Value>> values = new TreeMap<>(known.values());
        values.put(Attribute.VITAL, List.of(new Text(vital)));
        return new CitizenRecord(known.key(), known.asOf(), values);
    }
}
