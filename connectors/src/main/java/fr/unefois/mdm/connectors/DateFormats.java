package fr.unefois.mdm.connectors;

import fr.unefois.mdm.config.Section;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The formats in which one column writes its dates; the first that fits is taken. */
final class DateFormats {
    /** What a column without a declared format is read by. */
    static final DateFormats ISO = new DateFormats(List.of(
            DateFormat.of("yyyy-MM-dd", null),
            DateFormat.of("yyyy-MM", null),
            DateFormat.of("yyyy", null),
            DateFormat.of("yyyy-MM-ddTHH:mm:ss", null),
            DateFormat.of("yyyy-MM-dd HH:mm:ss", null)));

    private final List<DateFormat> formats;

    private DateFormats(List<DateFormat> formats) {
        this.formats = formats;
    }

    /** Reads {@code format}, one or a list, and {@code pivot}. */
    static DateFormats read(Section details) {
        if (!details.has("format")) {
            return ISO;
        }
        Integer pivot = details.has("pivot") ? details.integer("pivot", 2000) : null;
        List<DateFormat> formats = new ArrayList<>();
        for (String pattern : details.texts("format")) {
            try {
                formats.add(DateFormat.of(pattern, pivot));
            } catch (IllegalArgumentException e) {
                details.faultAt("format", String.valueOf(e.getMessage()));
            }
        }
        if (pivot != null && formats.stream().noneMatch(DateFormat::hasShortYear)) {
            details.faultAt("pivot", "`pivot` is for a format with a two-figure year, `yy`; leave it out");
        }
        return new DateFormats(formats);
    }

    /** {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}; empty when no format fits or there is no such day. */
    Optional<String> iso(String text) {
        return formats.stream()
                .map(format -> format.read(text))
                .flatMap(Optional::stream)
                .findFirst()
                .map(moment -> moment.date().iso());
    }

    /** The instant that the text names; a date without time is its midnight in France. */
    Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notWithOffset) {
            return formats.stream()
                    .map(format -> format.read(text))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .flatMap(DateFormat.Moment::instant);
        }
    }
}
