package fr.unefois.mdm.record;

import org.jspecify.annotations.Nullable;

/**
 * A postal address as a source gave it.
 *
 * @param line the street line: number, way, and whatever else the source wrote there
 * @param city the commune's label
 * @param cityCode the commune's INSEE code (COG), when the source knows it
 * @param secret whether nobody outside the source's own sector may learn where this citizen lives
 */
public record Address(
        @Nullable String line,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String cityCode,
        boolean secret)
        implements Value {
    /** An address that is no secret. */
    public Address(@Nullable String line, @Nullable String postcode, @Nullable String city, @Nullable String cityCode) {
        this(line, postcode, city, cityCode, false);
    }

    /** The same place, kept secret. */
    public Address kept() {
        return secret ? this : new Address(line, postcode, city, cityCode, true);
    }

    @Override
    public String toString() {
        return "Address[withheld]";
    }
}
