package fr.unefois.mdm.block;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.config.Fault;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Yaml;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlockingRulesTest {
    private final BlockingRules rules = BlockingRules.french();

    @Test
    void hashesAlikeOnEveryMachine() {
        assertThat(KeyHash.of("email")).isEqualTo(4_778_973_384_677_843_161L);
        assertThat(KeyHash.then(KeyHash.of("a"), KeyHash.of("bc")))
                .isNotEqualTo(KeyHash.then(KeyHash.of("ab"), KeyHash.of("c")));
    }

    @Test
    void givesSortedKeysEachOnce() {
        long[] keys = rules.keys(Pairs.standard(Citizens.linh("a", "1")));

        assertThat(keys).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(10);
    }

    @Test
    void givesNoKeyOfAMissingField() {
        assertThat(rules.keys(Pairs.standard(Citizens.record("a", "1")))).isEmpty();
        assertThat(rules.keys(Pairs.standard(
                        Citizens.record("a", "1").birthName("KERVELLA").sex("F"))))
                .isEmpty();
    }

    @Test
    void meetsExactlyWhenKeysAreShared() {
        for (StandardRecord left : Pairs.crowd(80, 3)) {
            for (StandardRecord right : Pairs.crowd(80, 4)) {
                long[] keys = rules.keys(right);
                boolean shared = Arrays.stream(rules.keys(left)).anyMatch(key -> Arrays.binarySearch(keys, key) >= 0);
                assertThat(rules.meeting(left, right).isEmpty()).isEqualTo(!shared);
            }
        }
    }

    @Test
    void namesTheRulesUnderWhichTwoMeet() {
        StandardRecord one = Pairs.standard(Citizens.record("a", "1")
                .birthName("KERVELLA")
                .givenNames("Aude")
                .birthDate("1988-08-11"));
        StandardRecord swapped = Pairs.standard(Citizens.record("b", "2")
                .birthName("AUDE")
                .givenNames("Kervella")
                .birthDate("1988-08-11"));
        StandardRecord married = Pairs.standard(Citizens.record("c", "3")
                .birthName("MOREAU")
                .usageName("KERVELLA")
                .givenNames("Aude")
                .birthDate("1988-08-11"));

        assertThat(rules.meeting(one, swapped)).containsExactly("name3+date", "names+year");
        assertThat(rules.meeting(one, married)).contains("surname+date", "first+date", "surname+first");
    }

    @Test
    void keepsSharedPhonesAndEmailsAsCandidates() {
        StandardRecord mother =
                Pairs.standard(Citizens.record("a", "1").birthName("X").phones("0612345678"));
        StandardRecord child = Pairs.standard(Citizens.record("b", "2")
                .birthName("Y")
                .phones("06 12 34 56 78")
                .emails("f@fai.example"));

        assertThat(rules.meeting(mother, child)).containsExactly("phone");
    }

    @Test
    void refinesAHotKeyByOneMoreField() {
        StandardRecord aude =
                Pairs.standard(Citizens.record("a", "1").givenNames("Aude").phones("0612345678"));
        StandardRecord yann =
                Pairs.standard(Citizens.record("b", "2").givenNames("Yann").phones("0612345678"));
        StandardRecord again =
                Pairs.standard(Citizens.record("c", "3").givenNames("Aude").phones("0612345678"));
        long[] hot = rules.keys(rules.names().indexOf("phone"), aude);

        BlockingRules refined = rules.withHot(hot);

        assertThat(refined.hot()).isEqualTo(hot);
        assertThat(refined.meeting(aude, yann)).isEmpty();
        assertThat(refined.meeting(aude, again)).containsExactly("phone");
    }

    private static final String FILE = """
            attributes: {job: text}
            blocking:
              - {on: surname + date, refine: first3, limit: 40}
              - {on: "job:4 + year"}
            """;

    private static BlockingRules read(String text, Faults faults) {
        return BlockingRules.read(Yaml.read("model.yml", text, Map.of(), faults), BlockingRules.french());
    }

    @Test
    void readsTheRulesOfAFileAndWritesThemBack() {
        Faults faults = new Faults();
        BlockingRules mine = read(FILE, faults);

        assertThat(faults.all()).isEmpty();
        assertThat(mine.lines())
                .containsExactly("{on: surname + date, refine: first3, limit: 40}", "{on: job:4 + year, limit: 200}");
        assertThat(read("attributes: {job: text}\nblocking:\n  - " + String.join("\n  - ", mine.lines()), faults)
                        .fingerprint())
                .isEqualTo(mine.fingerprint());
        assertThat(read("name: x", new Faults())).isSameAs(rules);
    }

    @Test
    void reportsEveryFaultOfTheFileWithItsLineAndTheNearestField() {
        Faults faults = new Faults();
        read("""
                blocking:
                  - {on: surnam + date}
                  - {on: first, refine: postcod}
                  - {refine: first}
                  - {on: birthDate}
                  - {on: first, limit: many}
                  - {on: first, limit: 0}
                  - {on: first, limits: 3}
                """, faults);

        assertThat(faults.all()).extracting(Fault::line).containsOnly(2, 3, 4, 5, 6, 7, 8);
        assertThat(faults.all().get(0))
                .hasToString("model.yml:2: `surnam` is no field to block on, perhaps `surname` is meant; "
                        + "an attribute of one's own is declared under `attributes`");
        assertThat(faults.all())
                .anyMatch(fault -> fault.line() == 3 && fault.message().contains("`postcode`"));
        assertThat(faults.all())
                .anyMatch(fault -> fault.line() == 4 && fault.message().contains("`blocking.on`"));
        assertThat(faults.all())
                .anyMatch(fault -> fault.line() == 8 && fault.message().contains("perhaps `limit`"));
    }

    @Test
    void changesItsFingerprintWithAnythingThatDecidesWhoMeets() {
        BlockingRules one = BlockingRules.none().with("surname + date", "first3", 40);
        long[] hot = one.keys(Pairs.standard(Citizens.linh("a", "1")));

        assertThat(List.of(
                                one,
                                BlockingRules.none(),
                                BlockingRules.none().with("surname + year", "first3", 40),
                                BlockingRules.none().with("surname + date", "postcode", 40),
                                BlockingRules.none().with("surname + date", "", 40),
                                BlockingRules.none().with("surname + date", "first3", 41),
                                one.with("email", "", 40),
                                one.withHot(hot))
                        .stream()
                        .map(BlockingRules::fingerprint))
                .doesNotHaveDuplicates();
        assertThat(BlockingRules.none().with("surname+date", "first3", 40).fingerprint())
                .isEqualTo(one.fingerprint());
    }

    @Test
    void addsARuleOnceAndKnowsEachLimit() {
        BlockingRules two = BlockingRules.none().with("email", "", 7).with("phone", "", 9);

        assertThat(two.with("email", "first", 8)).isSameAs(two);
        assertThat(two.smallestLimit()).isEqualTo(7);
        assertThat(two.limit(1)).isEqualTo(9);
        assertThat(two.comparisons(1)).containsExactly("phones");
    }

    @Test
    void givesNoKeyInPlaceOfAHotOneThatNothingRefines() {
        BlockingRules coarse = BlockingRules.none().with("email", "", 7);
        StandardRecord linh = Pairs.standard(Citizens.linh("a", "1"));

        assertThat(coarse.keys(linh)).hasSize(1);
        assertThat(coarse.withHot(coarse.keys(linh)).keys(linh)).isEmpty();
    }

    @Test
    void moreRulesThanAKeyCanNameAreAFault() {
        Faults faults = new Faults();
        BlockingRules ignored = read("blocking:\n" + "  - {on: surname + date}\n".repeat(101), faults);
        assertThat(faults.all()).singleElement().asString().contains("at most 100 rules");
    }
}
