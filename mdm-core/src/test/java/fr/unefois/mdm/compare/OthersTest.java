package fr.unefois.mdm.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AttributeType;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OthersTest {
    private static final Attribute OWN = new Attribute("own");

    private static Evidence compare(AttributeType type, String a, String b, Frequencies frequencies) {
        LinkageModel model =
                LinkageModel.french().withAttributes(Map.of(OWN, type)).withFrequencies(frequencies);
        int own = model.comparisons().indexOf("own");
        Evidence evidence = model.compare(own, record("1", a), record("2", b));
        assertThat(model.compare(own, record("2", b), record("1", a))).isEqualTo(evidence);
        return evidence;
    }

    private static StandardRecord record(String id, String value) {
        Citizens citizen = Citizens.record("a", id);
        return Pairs.standard(value.isEmpty() ? citizen : citizen.texts(OWN, value));
    }

    /** Soundex's and Winkler's published pairs: MARTHA and MARHTA are .961 alike, DIXON and DICKSONX .813, JON and JAN .8. */
    @ParameterizedTest
    @CsvSource({
        "IDENTIFIER, 1804974, 1804974, exact",
        "IDENTIFIER, 1804974, 1804947, similar",
        "IDENTIFIER, 1804974, 180497, similar",
        "IDENTIFIER, 1804974, 1904947, different",
        "NUMBER, 57000, 57000, exact",
        "NUMBER, 57000, 57100, similar",
        "NUMBER, 57000, 75001, different",
        "DATE, 19870412, 19870412, exact",
        "DATE, 19870412, 19870421, similar",
        "DATE, 19870412, 19871204, different",
        "CATEGORY, LORRAINE, LORRAINE, exact",
        "CATEGORY, LORRAINE, LORRAIN, different",
        "TEXT, MARTHA, MARTHA, exact",
        "TEXT, MARTHA, MARHTA, similar",
        "TEXT, DWAYNE JOHN, JOHN DWAYNE, similar",
        "TEXT, TANYA, TONYA, close",
        "TEXT, DIXON, DICKSONX, different",
        "TEXT, JON, JAN, different",
    })
    void comparesAsItsTypeLetsOneSay(AttributeType type, String a, String b, String level) {
        assertThat(compare(type, a, b, Frequencies.national()).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @EnumSource(AttributeType.class)
    void saysNothingWhereOneRecordDoes(AttributeType type) {
        assertThat(compare(type, "", "1804974", Frequencies.national()))
                .matches(Evidence::isMissing)
                .matches(evidence -> evidence.weight() == 0 && evidence.householdWeight() == 0);
    }

    @ParameterizedTest
    @EnumSource(AttributeType.class)
    void weighsARareValueMoreThanAFrequentOneUpToItsCap(AttributeType type) {
        Frequencies.Builder counted = new Frequencies.Builder();
        for (int i = 0; i < 4_096; i++) {
            counted.count(OWN, i < 2_048 ? "1804974" : i < 2_050 ? "2804975" : "V" + i, 1);
        }
        Frequencies frequencies = counted.build();

        Evidence frequent = compare(type, "1804974", "1804974", frequencies);
        Evidence rare = compare(type, "2804975", "2804975", frequencies);

        // Half of all surprise by one bit, two of 4,096 by eleven.
        assertThat(frequencies.bits(OWN, "1804974")).isEqualTo(1_000);
        assertThat(frequencies.bits(OWN, "2804975")).isEqualTo(11_000);
        int cap = type == AttributeType.CATEGORY ? 10_000 : 11_000;
        assertThat(rare.weight() - frequent.weight()).isEqualTo(cap - 1_000);
        assertThat(rare.householdWeight() - frequent.householdWeight()).isEqualTo(cap - 1_000);
    }

    @ParameterizedTest
    @CsvSource({"IDENTIFIER, ONE", "DATE, ONE", "CATEGORY, TWO", "NUMBER, TWO", "TEXT, TWO"})
    void letsWhatChangesInALifeHaveTwoTrueValues(AttributeType type, Comparison.Truths truths) {
        LinkageModel model = LinkageModel.french().withAttributes(Map.of(OWN, type));

        assertThat(model.truths(model.comparisons().indexOf("own"))).isEqualTo(truths);
    }

    @Test
    void takesAValueThatWasNotCountedAsSeenOnce() {
        Frequencies.Builder counted = new Frequencies.Builder();
        for (int i = 0; i < 1_024; i++) {
            counted.count(OWN, "V" + i % 512, 1);
        }

        assertThat(counted.build().bits(OWN, "UNSEEN")).isEqualTo(10_000);
        assertThat(counted.build().bits(OWN, "V1")).isEqualTo(9_000);
    }
}
