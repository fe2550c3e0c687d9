package fr.unefois.mdm.api.prefill;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form filled with what is known.
 *
 * @param sources what people call the sources that the fields name
 * @param known how many fields have a value
 * @param verifiedCount how many of them were certified
 * @param children whom the call may name as `child`; absent where the form is about none, or the call names one
 */
@Schema(name = "Prefill")
public record PrefillAnswer(
        @Schema(example = "cantine") String form,

        @Schema(example = "Inscription à la restauration scolaire")
        String title,

        @Schema(example = "Ces informations ont été obtenues auprès des services nommés à côté de chacune.")
        String notice,

        @Schema(example = """
                        {"nom_naissance": {"value": "NGUYỄN", "verified": true, "editable": false, "source": "portail",
                        "since": "2026-03-02"}, "telephone": {"absent": "not-known"}}""") Map<String, FieldAnswer> fields,
        @Schema(example = """
                        {"portail": "Portail citoyen"}""") Map<String, String> sources,
        @Schema(example = "1") int known,
        @Schema(example = "1") int verifiedCount,
        @Schema(example = "2") int total,
        @Nullable List<ChildAnswer> children) {
    static PrefillAnswer of(
            Form form,
            Map<String, FieldAnswer> fields,
            Map<String, String> sources,
            @Nullable List<ChildAnswer> children) {
        return new PrefillAnswer(
                form.name(),
                form.title(),
                form.notice(),
                fields,
                sources,
                count(fields, field -> field.value() != null),
                count(fields, field -> Boolean.TRUE.equals(field.verified())),
                fields.size(),
                children);
    }

    private static int count(Map<String, FieldAnswer> fields, java.util.function.Predicate<FieldAnswer> counted) {
        return (int) fields.values().stream().filter(counted).count();
    }

    /**
     * One field: a value and where it comes from, or why there is none.
     *
     * @param editable whether the person may correct it in the form
     * @param absent not-known, doubtful-link, outside-contract, no-ground, no-consent, no-child; private for the other
     *     parent, who is known and of whom nothing is told
     */
    @Schema(name = "PrefilledField")
    public record FieldAnswer(
            @Nullable @Schema(example = "NGUYỄN") String value,
            @Nullable @Schema(example = "true") Boolean verified,
            @Nullable @Schema(example = "false") Boolean editable,
            @Nullable @Schema(example = "portail") String source,
            @Nullable @Schema(example = "2026-03-02") LocalDate since,
            @Nullable @Schema(example = "not-known") String absent) {
        static FieldAnswer absent(String reason) {
            return new FieldAnswer(null, null, null, null, null, reason);
        }

        @Override
        public String toString() {
            return "FieldAnswer[withheld]";
        }
    }

    /** A child of the requester. */
    @Schema(name = "Child")
    public record ChildAnswer(
            @Schema(example = "AYj3m0l7Jx3cO1m0Jf7q1d4") String ref,
            @Nullable @Schema(example = "Zoé") String givenName) {
        @Override
        public String toString() {
            return "ChildAnswer[withheld]";
        }
    }
}
