package fr.unefois.mdm.block;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlockingRulesTest {
    private final BlockingRules rules = BlockingRules.french();

    @Test
    void hashesAlikeOnEveryMachine() {
        assertThat(KeyHash.of("email")).isEqualTo(9_052_905_284_571_235_190L);
        assertThat(KeyHash.then(KeyHash.of("a"), "bc")).isNotEqualTo(KeyHash.then(KeyHash.of("ab"), "c"));
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
}
