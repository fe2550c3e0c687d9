package fr.unefois.mdm.api.profile;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A golden record through a contract.
 *
 * @param attributes by name one value, or a list of them, best first; what is outside the contract is absent
 * @param withheld by name why a known attribute is not shown
 * @param splitInto the references into which this one was split; then there is nothing else
 */
@Schema(name = "Profile")
record ProfileAnswer(
        @Schema(example = "AYj3m0l7Jx3cO1m0Jf7q1d4") String ref,
        @Nullable @Schema(example = "7") Long version,
        @Nullable @Schema(example = """
                                {"birthName": {"value": "NGUYỄN", "certification": 600, "process": "franceconnect",
                                "source": "portail", "since": "2026-03-02", "verified": true}}""") Map<String, Object> attributes,
        @Nullable Map<String, String> withheld,
        @Nullable List<String> splitInto) {
    /**
     * One value and where it comes from.
     *
     * @param source absent when the contract may not know it
     * @param since absent when the source does not say
     */
    @Schema(name = "ProfileValue")
    record ShownAnswer(
            Object value,
            int certification,
            String process,
            @Nullable String source,
            @Nullable LocalDate since,
            boolean verified) {
        @Override
        public String toString() {
            return "ShownAnswer[withheld]";
        }
    }
}
