package fr.unefois.mdm.batch.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.Standardiser;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataProfileTest {
    @Test
    void countsWhatIsFilledDifferentAndFrequent() {
        DataProfile profile = DataProfile.of(List.of(
                standard(Citizens.record("a", "1").birthName("MARTIN").phones("0612345678", "0387654321")),
                standard(Citizens.record("a", "2").birthName("Martin").phones("0612345678")),
                standard(Citizens.record("a", "3").birthName("INCONNU").sex("F"))));

        assertThat(profile.lines())
                .containsExactly(
                        new DataProfile.Line("birthName", 2, 2, 1, 2),
                        new DataProfile.Line("sex", 1, 1, 1, 1),
                        new DataProfile.Line("phones", 2, 3, 2, 2));
    }

    private static StandardRecord standard(Citizens citizen) {
        return Standardiser.french().standardise(citizen.build()).record();
    }
}
