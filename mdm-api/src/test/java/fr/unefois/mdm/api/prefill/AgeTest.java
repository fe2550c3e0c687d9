package fr.unefois.mdm.api.prefill;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.golden.GoldenValue;
import fr.unefois.mdm.golden.Provenance;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest
    @CsvSource({
        "2008-11-27, true",
        "2008-11-26, false",
        "2008-12, true",
        "2008-11, false",
        "2008-11-00, false",
        "2009, true",
        "2008, false",
        "2008-00-00, false",
        "26/11/2015, false",
        "unknown, false"
    })
    void whoMayBeOfAgeCountsAsBeingSo(String birth, boolean minor) {
        assertThat(Age.isMinor(born(birth), TODAY)).isEqualTo(minor);
    }

    @Test
    void withoutADateOfBirthNobodyIsAMinor() {
        assertThat(Age.isMinor(new GoldenRecord(Map.of(), List.of(), 0), TODAY)).isFalse();
    }

    private static GoldenRecord born(String date) {
        SourceKey key = new SourceKey("portail", "1");
        GoldenValue value = new GoldenValue(List.of(new Text(date)), new Provenance(key, Certification.DECLARED, null));
        return new GoldenRecord(Map.of(Attribute.BIRTH_DATE, List.of(value)), List.of(key), 0);
    }
}
