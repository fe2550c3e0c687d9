package fr.unefois.mdm.standardise;

import static fr.unefois.mdm.record.Attribute.BIRTH_NAME;
import static fr.unefois.mdm.record.Attribute.GIVEN_NAMES;
import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.CitizenRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForbiddenTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "255081416802538",
                "2 55 08 14 168 025 38",
                "2.55.08.14.168.025.38",
                "2550814168025",
                "NIR 255081416802538",
                "DUPONT 2 55 08 14 168 025",
                "155082A16802550",
                "155082B16802577",
                "n°255081416802538,"
            })
    void aNirIsAFlawHoweverWritten(String text) {
        assertThat(Records.of(BIRTH_NAME, text).flaws()).containsExactly("looks-like-a-nir");
    }

    @Test
    void takesTheValueOutOfTheRecordAndLeavesTheRow() {
        CitizenRecord record = Records.of(BIRTH_NAME, "255081416802538")
                .and(GIVEN_NAMES, "Linh")
                .address("12 rue X 255081416802538", "57000", "Metz", null)
                .record();
        CitizenRecord kept = Standardiser.withoutForbidden(record);
        assertThat(kept.values(BIRTH_NAME)).isEmpty();
        assertThat(kept.texts(GIVEN_NAMES)).containsExactly("Linh");
        assertThat(kept.addresses()).containsExactly(new Address(null, "57000", "Metz", null));
        assertThat(Standardiser.withoutForbidden(kept)).isSameAs(kept);
    }
}
