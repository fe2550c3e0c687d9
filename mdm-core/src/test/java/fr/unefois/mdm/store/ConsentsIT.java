package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.record.SourceKey;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class ConsentsIT {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    private final Consents consents;

    ConsentsIT(DataSource dataSource) {
        consents = new Consents(dataSource);
    }

    @Test
    void theLatestWordCountsWhicheverOfTheCitizensRecordsItCameThrough() {
        SourceKey account = Samples.key("CONSENT-1");
        SourceKey card = new SourceKey("mediatheque", "CONSENT-2");
        say(account, "letters", true, AT);
        say(card, "letters", false, AT.plusSeconds(1));
        say(account, "messages", true, AT);
        assertThat(consents.of(List.of(account, card)))
                .containsEntry("letters", new Consents.Consent(false, AT.plusSeconds(1)))
                .containsEntry("messages", new Consents.Consent(true, AT));
        assertThat(consents.of(List.of(account))).containsEntry("letters", new Consents.Consent(true, AT));
    }

    @Test
    void aRecordOfTheSameNumberInAnotherSourceSaidNothing() {
        say(Samples.key("CONSENT-3"), "letters", true, AT);
        assertThat(consents.of(List.of(new SourceKey("mediatheque", "CONSENT-3"))))
                .isEmpty();
        assertThat(consents.of(List.of())).isEmpty();
    }

    private void say(SourceKey record, String name, boolean given, Instant at) {
        consents.record(record, name, new Consents.Consent(given, at), "the words", "portal");
    }
}
