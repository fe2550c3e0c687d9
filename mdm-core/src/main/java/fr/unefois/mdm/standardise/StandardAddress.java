package fr.unefois.mdm.standardise;

import org.jspecify.annotations.Nullable;

/**
 * An address in comparable parts.
 *
 * @param number house number, 0 when there is none
 * @param suffix B for bis, T for ter, Q for quater, or empty
 * @param way folded name of the way without its type and linking words: {@code JEAN JAURES}; empty when there is none
 * @param wayType folded type in full: {@code RUE}, {@code AVENUE}; empty when unknown
 * @param city folded label; empty when unknown
 * @param cityCode COG code of today's commune, from the source's code or from postcode and label
 */
public record StandardAddress(
        int number,
        String suffix,
        String wayType,
        String way,
        @Nullable String postcode,
        String city,
        @Nullable String cityCode) {
    @Override
    public String toString() {
        return "StandardAddress[withheld]";
    }
}
