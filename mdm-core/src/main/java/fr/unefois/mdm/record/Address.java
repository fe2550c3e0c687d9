package fr.unefois.mdm.record;

import org.jspecify.annotations.Nullable;

/**
 * A postal address as a source gave it.
 *
 * @param line the street line: number, way, and whatever else the source wrote there
 * @param city the commune's label
 * @param cityCode the commune's INSEE code (COG), when the source knows it
 */
public record Address(
        @Nullable String line,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String cityCode) implements Value {
    @Override
    public String toString() {
        return "Address[withheld]";
    }
}
