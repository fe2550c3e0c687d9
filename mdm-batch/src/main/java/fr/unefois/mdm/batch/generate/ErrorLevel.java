package fr.unefois.mdm.batch.generate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How carefully the town's sources are kept. */
enum ErrorLevel {
    LOW(0.4, 0.6),
    MEDIUM(1, 1),
    HIGH(2.2, 1.6);

    /** Times as many slips as at the middle level. */
    final double slips;

    /** Times as many empty fields. */
    final double gaps;

    ErrorLevel(double slips, double gaps) {
        this.slips = slips;
        this.gaps = gaps;
    }

    /** Reads a level in small letters or in capitals. */
    static final class Reader implements ITypeConverter<ErrorLevel> {
        @Override
        public ErrorLevel convert(String word) {
            List<ErrorLevel> levels = Arrays.asList(values());
            return levels.stream()
                    .filter(level -> level.name().equalsIgnoreCase(word))
                    .findAny()
                    .orElseThrow(
                            () -> new TypeConversionException("expected one of " + levels + " but was '" + word + "'"));
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
