package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A listener that hears nothing would let everything pass. */
class CanariesTest {
    private static final String SENT =
            "{\"attributes\": {\"birthName\": \"Quénéhervé\", \"addresses\": [{\"city\": \"Rome\"}]}}";

    private final Canaries canaries = Canaries.listening();

    @Test
    void hearsAValueInTheLog() {
        canaries.sent(SENT);
        LoggerFactory.getLogger(CanariesTest.class).warn("a line of {}", "Quénéhervé");
        assertThatThrownBy(() -> canaries.assertSilent("")).hasMessageContaining("the log");
    }

    @Test
    void hearsAValueInTheMessageOfWhatWasThrown() {
        canaries.sent(SENT);
        LoggerFactory.getLogger(CanariesTest.class)
                .warn("failed", new IllegalStateException("outside", new IllegalStateException("of Quénéhervé")));
        assertThatThrownBy(() -> canaries.assertSilent("")).hasMessageContaining("the log");
    }

    @Test
    void hearsAValueInAProblemOrAMetric() {
        canaries.sent(SENT);
        assertThatThrownBy(() -> canaries.assertSilent("calls{name=\"Quénéhervé\"} 1"))
                .hasMessageContaining("a metric");
        canaries.answered(400, "Quénéhervé is nobody");
        assertThatThrownBy(() -> canaries.assertSilent("")).hasMessageContaining("a problem");
    }

    @Test
    void takesNoWordForAValueThatWasNotSentOrIsTooShort() {
        canaries.sent(SENT);
        LoggerFactory.getLogger(CanariesTest.class).warn("birthName Rome Kervella");
        assertThatCode(() -> canaries.assertSilent("")).doesNotThrowAnyException();
    }
}
