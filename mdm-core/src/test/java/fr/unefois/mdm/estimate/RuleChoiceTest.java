package fr.unefois.mdm.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AttributeType;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleChoiceTest {
    private static final BlockingRules FRENCH = BlockingRules.french();
    private static final Attribute SOC_SEC_ID = new Attribute("socSecId");
    private static final Attribute STATE = new Attribute("state");
    private static final Map<Attribute, AttributeType> OWN =
            Map.of(SOC_SEC_ID, AttributeType.IDENTIFIER, STATE, AttributeType.CATEGORY);

    /** Two rows a person; the identifier is the person's, the state one of four. */
    private static List<StandardRecord> records(int size) {
        Random random = new Random(8);
        List<StandardRecord> records = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            records.add(Pairs.standard(Citizens.record("a", Integer.toString(i))
                    .texts(SOC_SEC_ID, Integer.toString(1_000_000 + i / 2 * 7919 % 8_999_999))
                    .texts(STATE, "S" + random.nextInt(4))));
        }
        return records;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 500, 2_000})
    void comparesEveryTwoOfAFew(int size) {
        List<StandardRecord> few = records(size);
        BlockingRules rules = RuleChoice.of(FRENCH, OWN, few);

        assertThat(rules.names()).hasSize(FRENCH.names().size() + 1).contains("any");
        if (size > 1) {
            assertThat(rules.meeting(few.get(0), few.get(size - 1))).contains("any");
            assertThat(rules.limit(rules.names().indexOf("any"))).isEqualTo(size);
        }
    }

    @Test
    void keepsTheFrenchRulesWhereMostCanBeReachedAndTheFileHasNothingOfItsOwn() {
        assertThat(RuleChoice.of(FRENCH, Map.of(), people(3_000, 1_501))).isSameAs(FRENCH);
    }

    @Test
    void addsRulesWherePeopleAreKnownByNamesAndDatesAlone() {
        BlockingRules rules = RuleChoice.of(FRENCH, Map.of(), people(3_000, 1_500));

        assertThat(rules.names())
                .containsAll(FRENCH.names())
                .hasSizeGreaterThan(FRENCH.names().size());
    }

    /** Of whom so many have a telephone. */
    private static List<StandardRecord> people(int size, int reached) {
        Random random = new Random(8);
        List<StandardRecord> people = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Citizens person = Citizens.record("a", Integer.toString(i))
                    .birthName("KER" + Integer.toString(random.nextInt(400), 26).replaceAll("[0-9]", "A"))
                    .givenNames("Aude")
                    .birthDate(String.format(
                            "19%02d-%02d-%02d",
                            30 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28)));
            people.add(Pairs.standard(i < reached ? person.phones("06" + (10_000_000 + i)) : person));
        }
        return people;
    }

    @Test
    void addsTheCoarsestRulesThatCanBeAfforded() {
        BlockingRules rules = RuleChoice.of(FRENCH, OWN, records(3_000));

        assertThat(rules.names()).containsAll(FRENCH.names()).contains("socSecId");
        // A quarter of four million pairs is too much; an identifier with the state as well meets nobody more.
        assertThat(rules.names()).doesNotContain("state", "socSecId+state", "any");
    }

    @Test
    void choosesTheSameRulesWhateverTheOrder() {
        List<StandardRecord> records = new ArrayList<>(records(12_000));
        List<String> chosen = RuleChoice.of(FRENCH, OWN, records).lines();
        Collections.shuffle(records, new Random(1));

        assertThat(RuleChoice.of(FRENCH, OWN, records).lines()).isEqualTo(chosen);
    }
}
