package fr.unefois.mdm.batch.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceIdsTest {
    @Test
    void noTwoCitizensOfASourceShareANumberNorTakeOneOfTheStory() {
        SourceIds ids = new SourceIds(new Town(200_000, 8, ErrorLevel.MEDIUM));
        SourceSystem system = SourceSystem.named("ccas");
        List<String> drawn = new ArrayList<>();
        for (int citizen = 1; citizen <= 100_000; citizen++) {
            drawn.add(ids.id(system, citizen, 0));
            drawn.add(ids.id(system, citizen, 1));
        }
        assertThat(drawn)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("CCA-\\d{7}") && id.compareTo("CCA-0001") >= 0);
    }

    @Test
    void oneCitizenHasUnlikeNumbersInTwoSources() {
        SourceIds ids = new SourceIds(new Town(1_000, 8, ErrorLevel.MEDIUM));
        assertThat(ids.id(SourceSystem.named("ccas"), 17, 0).substring(4))
                .isNotEqualTo(ids.id(SourceSystem.named("crm"), 17, 0).substring(4));
    }

    @Test
    void aCountryNeedsEightDigits() {
        assertThat(SourceIds.digits(4_999_000)).isEqualTo(7);
        assertThat(SourceIds.digits(5_000_000)).isEqualTo(8);
        assertThat(new SourceIds(new Town(Town.MOST, 1, ErrorLevel.LOW)).id(SourceSystem.named("eau"), Town.MOST, 1))
                .matches("EAU-\\d{8}");
    }
}
