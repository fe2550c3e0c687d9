package fr.unefois.mdm.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.estimate.Counting;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AttributeType;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pair weighs the same whichever of the two records is named first, under any weights and frequencies. */
class SymmetryTest {
    private static final String[] FAMILIES = {
        "MARTIN",
        "MARTINE",
        "DURAND",
        "DURAND-DUPONT",
        "DUPONT DURAND",
        "DUPOND",
        "NGUYEN",
        "D'ALMEIDA",
        "ALMEIDA",
        "JEAN"
    };
    private static final String[] GIVEN = {
        "JEAN",
        "JEANNE",
        "JEAN-PIERRE",
        "JEAN-PAUL",
        "PIERRE",
        "PIERE",
        "MARIE",
        "MARIA",
        "MARYE",
        "JP",
        "J",
        "MARTIN",
        "ALEX",
        "ALEXANDRE"
    };
    private static final String[] DATES = {
        "1987-04-12",
        "1987-12-04",
        "1887-04-12",
        "1987",
        "1987-04",
        "1987-01-01",
        "1978-04-12",
        "1987-04-21",
        "1990-04-12"
    };
    private static final String[] EMAILS = {
        "jean.martin@fai.example",
        "jean.martin+x@fai.example",
        "jmarti@fai.example",
        "jmart@autre.example",
        "j.martin@autre.example",
        "durand@fai.example",
        "duran@autre.example"
    };
    private static final String[] WAYS = {
        "3 rue Pasteur", "5 rue Pasteur", "3 rue Louis Pasteur", "3 rue Pasteurs", "Hugo"
    };
    private static final Map<AttributeType, Attribute> OWN = own();

    private static Map<AttributeType, Attribute> own() {
        Map<AttributeType, Attribute> own = new EnumMap<>(AttributeType.class);
        for (AttributeType type : AttributeType.values()) {
            own.put(type, new Attribute("own" + type.name().toLowerCase(Locale.ROOT)));
        }
        return own;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void weighsBothOrdersAlike(long seed) {
        Random random = new Random(seed);
        List<StandardRecord> crowd = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            crowd.add(record(i, random));
        }
        Map<Attribute, AttributeType> types = new TreeMap<>();
        OWN.forEach((type, attribute) -> types.put(attribute, type));
        LinkageModel prior = LinkageModel.french().withAttributes(types).withFrequencies(Counting.frequencies(crowd));
        for (LinkageModel model : List.of(prior, ModelFileTest.learned(prior, seed))) {
            for (int i = 0; i < crowd.size(); i++) {
                for (int j = 0; j < i; j++) {
                    for (int c = 0; c < model.comparisons().size(); c++) {
                        assertThat(model.compare(c, crowd.get(i), crowd.get(j)))
                                .as("%d and %d", i, j)
                                .isEqualTo(model.compare(c, crowd.get(j), crowd.get(i)));
                    }
                    assertThat(model.score(crowd.get(i), crowd.get(j)))
                            .isEqualTo(model.score(crowd.get(j), crowd.get(i)));
                }
            }
        }
    }

    private static StandardRecord record(int number, Random random) {
        Citizens citizen = Citizens.record("a", Integer.toString(1000 + number));
        maybe(random, 8, () -> citizen.birthName(pick(FAMILIES, random)));
        maybe(random, 3, () -> citizen.usageName(pick(FAMILIES, random)));
        maybe(random, 3, () -> citizen.texts(Attribute.NAME_HISTORY, pick(FAMILIES, random), pick(FAMILIES, random)));
        maybe(random, 8, () -> citizen.givenNames(pick(GIVEN, random), pick(GIVEN, random)));
        maybe(random, 5, () -> citizen.birthDate(pick(DATES, random)));
        maybe(random, 5, () -> citizen.sex(random.nextBoolean() ? "M" : "F"));
        maybe(random, 4, () -> citizen.birthPlace(pick(new String[] {"57463", "57672", "METZ", "Atlantide"}, random)));
        maybe(random, 3, () -> citizen.birthCountry(pick(new String[] {"99100", "99352"}, random)));
        maybe(random, 5, () -> citizen.emails(pick(EMAILS, random), pick(EMAILS, random)));
        maybe(random, 5, () -> citizen.phones("061234567" + random.nextInt(9), "03876543" + (20 + random.nextInt(3))));
        maybe(random, 5, () -> citizen.address(pick(WAYS, random), "57000", "Metz", "57463"));
        OWN.values()
                .forEach(attribute ->
                        maybe(random, 5, () -> citizen.texts(attribute, "1" + random.nextInt(4) + random.nextInt(4))));
        return Pairs.standard(citizen);
    }

    private static void maybe(Random random, int tenths, Runnable setting) {
        if (random.nextInt(10) < tenths + 1) {
            setting.run();
        }
    }

    private static String pick(String[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
