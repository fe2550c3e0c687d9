package fr.unefois.mdm.api.demo;

import fr.unefois.mdm.api.console.EvidenceBars;
import fr.unefois.mdm.api.prefill.PrefillAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One citizen's story, as its page tells it. Everything in it was asked of the service while the page was made.
 *
 * @param attributes the names of the lines of {@code rows}
 * @param known how many services know her in all, those that are never named included
 */
record Story(
        String name,
        List<String> attributes,
        List<Row> rows,
        int known,
        List<Link> links,
        List<View> views,
        PrefillAnswer form,
        List<Reading> readings,
        Address address) {
    /** What one source says of her. */
    record Row(String source, String label, String id, List<String> values) {}

    /** Why one of her records is of the same person as her account. */
    record Link(String source, String label, EvidenceBars bars) {}

    /** What one service sees of her. */
    record View(String service, List<Line> lines) {}

    /** @param value null where the contract leaves the attribute out */
    record Line(
            String attribute,
            @Nullable String value,
            @Nullable String source,
            boolean verified,
            @Nullable String since) {}

    /** Who read or changed her data. */
    record Reading(String at, String service, String purpose, String operation, List<String> attributes) {}

    /** Where she lives now, by her own word. */
    record Address(String line, String postcode, String city) {}

    @Override
    public String toString() {
        return "Story[withheld]";
    }
}
