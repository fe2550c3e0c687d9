package fr.unefois.mdm.compare;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.Dictionary;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigitsTest {
    @Test
    void seesASlipExactlyWhereTheTextsHaveOne() {
        Dictionary<String> numbers = numbers(new Random(7));
        Digits digits = new Digits(numbers);

        int slips = 0;
        for (int a = 0; a < numbers.size(); a++) {
            for (int b = 0; b < numbers.size(); b++) {
                boolean slip = Edits.atMostOne(numbers.value(a), numbers.value(b));
                assertThat(digits.atMostOneEdit(a, b)).isEqualTo(slip);
                slips += slip ? 1 : 0;
            }
        }
        assertThat(slips).isGreaterThan(numbers.size());
    }

    /** Numbers of people, each with slips of it, French and foreign ones, so that lengths differ. */
    private static Dictionary<String> numbers(Random random) {
        List<StandardRecord> records = new ArrayList<>();
        for (int person = 0; person < 40; person++) {
            String number = (person % 3 == 0 ? "+4930" : "06") + (10_000_000 + random.nextInt(90_000_000));
            for (int slip = 0; slip < 6; slip++) {
                records.add(Pairs.standard(Citizens.record("a", person + "-" + slip)
                        .phones(slip == 0 ? number : slipped(number, slip, random))));
            }
        }
        return Columns.of(records).phones().values();
    }

    private static String slipped(String number, int kind, Random random) {
        int at = 5 + random.nextInt(number.length() - 7);
        char digit = (char) ('0' + random.nextInt(10));
        return switch (kind) {
            case 1 -> number.substring(0, at) + digit + number.substring(at + 1);
            case 2 -> number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
            case 3 -> number.substring(0, at) + number.substring(at + 1);
            case 4 -> number.substring(0, at) + digit + number.substring(at);
            default -> number.substring(0, at) + digit + digit + number.substring(at + 2);
        };
    }
}
