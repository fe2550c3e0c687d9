package fr.unefois.mdm.standardise;

import org.jspecify.annotations.Nullable;

/**
 * A country of the Code officiel géographique.
 *
 * @param code 99xxx, 99100 for France
 * @param name in French
 * @param iso the two letters of ISO 3166; null for a country of former times
 */
public record Country(String code, String name, @Nullable String iso) {
    public static final String FRANCE = "99100";
}
