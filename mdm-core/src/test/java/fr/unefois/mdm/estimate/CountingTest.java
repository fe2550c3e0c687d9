package fr.unefois.mdm.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.compare.Frequencies;
import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CountingTest {
    @Test
    void learnsFromTheRecordsInAnyOrder() {
        List<StandardRecord> crowd = new ArrayList<>(Pairs.crowd(500, 1));
        Frequencies counted = Counting.frequencies(crowd);
        Collections.shuffle(crowd, new Random(2));

        assertThat(LinkageModel.french()
                        .withFrequencies(Counting.frequencies(crowd))
                        .version())
                .isEqualTo(LinkageModel.french().withFrequencies(counted).version());
        assertThat(counted.bits(Kind.FAMILY_NAME, "DALMEIDA"))
                .isLessThan(Frequencies.national().bits(Kind.FAMILY_NAME, "DALMEIDA"));
        assertThat(counted.bits(Kind.STREET, "PASTEUR")).isLessThan(2_000);
    }
}
