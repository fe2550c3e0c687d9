package fr.unefois.mdm.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "CAN-0063941", "a/b c", "\u00e9tat civil 12", "\ud83d\ude00"})
    void anythingThatASourceCallsARecordMayBeKept(String id) {
        assertThat(SourceKey.faultOf(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\t", "a\u0000b", "a\u0085b", "a\ud83d", "255081416802538", "A 2 55 08 14 168 025 38"})
    void whatIsNoIdentifierOrMayNotBeKeptIsRefusedWithoutBeingRepeated(String id) {
        assertThat(SourceKey.faultOf(id))
                .hasValueSatisfying(fault -> assertThat(fault).doesNotContain("08"));
    }

    @ParameterizedTest
    @CsvSource({"200,true", "201,false"})
    void anIdentifierHasTwoHundredCharactersAtMost(int length, boolean kept) {
        assertThat(SourceKey.faultOf("x".repeat(length)).isEmpty()).isEqualTo(kept);
    }
}
